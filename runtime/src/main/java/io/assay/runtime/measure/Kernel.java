package io.assay.runtime.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the Linux kernel says of this process and of its control group, version 1 or 2. On other
/// systems everything is absent.
final class Kernel {
  /// From here on a limit of version 1 means none: it counts in pages up to the greatest number.
  private static final double NO_LIMIT = 0x1p62;

  private static final Figure UNLIMITED = Figure.absent("unlimited");
  private static final Figure NO_GROUP = Figure.absent("no control group");
  private static final String STATUS = "proc/self/status";
  private static final String DEVICES = "proc/self/net/dev";

  private final Path root;

  /// The control group that a controller has this process in.
  ///
  /// @param version 1 or 2
  /// @param path below the folder where the controller is mounted; `/` is the folder itself
  record Group(int version, String path) {}

  /// A kernel whose files are there.
  ///
  /// @param root the folder that holds `proc` and `sys`
  Kernel(Path root) {
    this.root = root;
  }

  /// Real memory of the process, bytes.
  Figure resident() {
    return read(root.resolve(STATUS), Kernel::resident);
  }

  /// Bytes through the interfaces of the container.
  Usage.Network network() {
    String text = text(root.resolve(DEVICES));
    return text == null ? noNetwork("no " + DEVICES) : network(text);
  }

  /// The tightest memory limit of the group and of those above it, bytes.
  Figure memoryLimit() {
    return tightest(
        "memory",
        (group, folder) ->
            read(
                folder.resolve(group.version == 1 ? "memory.limit_in_bytes" : "memory.max"),
                Kernel::bytes));
  }

  /// What the group uses of memory, bytes.
  Figure memoryUsed() {
    Group group = group("memory");
    if (group == null) {
      return NO_GROUP;
    }
    String file = group.version == 1 ? "memory.usage_in_bytes" : "memory.current";
    return read(folders(group, "memory").getFirst().resolve(file), Kernel::bytes);
  }

  /// How many cores the group may use, a fraction.
  Figure cores() {
    return tightest(
        "cpu",
        (group, folder) ->
            group.version == 2
                ? read(folder.resolve("cpu.max"), Kernel::cores)
                : read(
                    folder.resolve("cpu.cfs_quota_us"),
                    quota ->
                        read(
                            folder.resolve("cpu.cfs_period_us"),
                            period -> cores(quota.strip() + " " + period))));
  }

  private Figure tightest(String controller, BiFunction<Group, Path, Figure> limit) {
    Group group = group(controller);
    if (group == null) {
      return NO_GROUP;
    }
    Figure tightest = UNLIMITED;
    for (Path folder : folders(group, controller)) {
      Figure here = limit.apply(group, folder);
      if (here instanceof Figure.Known(double bound) && !tightest.isBelow(bound)) {
        tightest = here;
      }
    }
    return tightest;
  }

  private @Nullable Group group(String controller) {
    String text = text(root.resolve("proc/self/cgroup"));
    return text == null ? null : group(text, controller);
  }

  /// The folders of the group and of those above it that can be seen, its own first. In a container
  /// the path may be that of the host: then only the mounted folder is there.
  private List<Path> folders(Group group, String controller) {
    Path cgroup = root.resolve("sys/fs/cgroup");
    Path mounted = group.version == 1 ? cgroup.resolve(controller) : cgroup;
    Path below = mounted.resolve(group.path.substring(1)).normalize();
    List<Path> folders = new ArrayList<>();
    for (Path at = below; at != null && at.startsWith(mounted); at = at.getParent()) {
      if (Files.isDirectory(at)) {
        folders.add(at);
      }
    }
    return folders.isEmpty() ? List.of(mounted) : folders;
  }

  private Figure read(Path file, Function<String, Figure> parse) {
    String text = text(file);
    return text == null ? Figure.absent("no " + root.relativize(file)) : parse.apply(text);
  }

  /// @return null where there is no such file, or it may not be read
  private static @Nullable String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException _) {
      return null;
    }
  }

  /// The group of a controller, of `/proc/self/cgroup`. A controller that is mounted the old way is
  /// not in the unified tree.
  ///
  /// @return null where there is none
  static @Nullable Group group(String text, String controller) {
    Group unified = null;
    for (String line : text.lines().toList()) {
      String[] parts = line.split(":", 3);
      if (parts.length == 3 && parts[2].startsWith("/")) {
        if (List.of(parts[1].split(",", -1)).contains(controller)) {
          return new Group(1, parts[2]);
        }
        if (parts[1].isEmpty()) {
          unified = new Group(2, parts[2]);
        }
      }
    }
    return unified;
  }

  /// `VmRSS` of `/proc/self/status`, bytes.
  static Figure resident(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> number(line.replaceAll("VmRSS:|kB", ""), 1024))
        .findFirst()
        .orElse(Figure.absent("no VmRSS in " + STATUS));
  }

  /// A number of bytes, or `max`.
  static Figure bytes(String text) {
    Figure number = text.strip().equals("max") ? UNLIMITED : number(text, 1);
    return number.isBelow(NO_LIMIT) ? number : number instanceof Figure.Known ? UNLIMITED : number;
  }

  /// Cores from `quota period`, both in µs; a quota of `max` or -1 is none.
  static Figure cores(String text) {
    String[] parts = text.strip().split(" ", 2);
    if (parts[0].equals("max") || parts[0].equals("-1")) {
      return UNLIMITED;
    }
    return parts.length == 2
        ? number(parts[0], 1).over(number(parts[1], 1))
        : Figure.absent("not a quota: " + text.strip());
  }

  /// The sums of `/proc/self/net/dev` without the loopback.
  static Usage.Network network(String devices) {
    double received = 0;
    double sent = 0;
    for (String line : devices.lines().filter(text -> text.contains(":")).toList()) {
      String[] device = line.strip().split("[:\\s]+", -1);
      if (device.length < 10) {
        return noNetwork("not a line of " + DEVICES + ": " + line.strip());
      }
      if (!device[0].equals("lo")
          && number(device[1], 1) instanceof Figure.Known(double in)
          && number(device[9], 1) instanceof Figure.Known(double out)) {
        received += in;
        sent += out;
      }
    }
    return new Usage.Network(Figure.of(received), Figure.of(sent));
  }

  private static Usage.Network noNetwork(String why) {
    return new Usage.Network(Figure.absent(why), Figure.absent(why));
  }

  private static Figure number(String text, long unit) {
    try {
      return Figure.of((double) Long.parseLong(text.strip()) * unit);
    } catch (NumberFormatException _) {
      return Figure.absent("not a number: " + text.strip());
    }
  }
}
