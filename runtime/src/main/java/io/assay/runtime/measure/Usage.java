package io.assay.runtime.measure;

import io.assay.runtime.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// What this process uses of itself and of its container; never what the machine uses.
///
/// @param at when it was read
public record Usage(Instant at, Memory memory, Cpu cpu, Disk disk, Files files, Network network) {

  /// Bytes.
  ///
  /// @param heapAfterGc what the last collection of each part of the heap left alive; what was
  ///   given back since then shows after the next one. What is used, before the first
  /// @param heapMax what the heap may grow to
  /// @param resident what the process holds of real memory (RSS)
  /// @param containerLimit of the control group or of one above it; absent where unlimited
  /// @param containerUsed by all of the control group, file cache included
  public record Memory(
      Figure heapAfterGc,
      Figure heapMax,
      Figure resident,
      Figure containerLimit,
      Figure containerUsed) {}

  /// Work since the last reading.
  ///
  /// @param ratio of this process, 0 to 1 of the cores it may use
  /// @param cores that it may use, a fraction where the control group says so
  /// @param pauses how often it stood still for a collection
  /// @param paused how long in all
  /// @param threads of the platform, now; virtual ones are not counted
  public record Cpu(Figure ratio, double cores, long pauses, Duration paused, int threads) {}

  /// Bytes where the data is.
  ///
  /// @param usable by this process
  public record Disk(Figure usable, Figure total) {}

  /// File descriptors.
  public record Files(Figure open, Figure max) {}

  /// Bytes of the whole container since it was started, all interfaces but the loopback.
  public record Network(Figure received, Figure sent) {}

  /// Reads the usage of this process; GC and CPU from one reading to the next.
  ///
  /// @param root where `proc` and `sys` are, `/` but for tests
  /// @param data the folder in which the data is kept
  public static Supplier<Usage> probe(Time time, Path root, Path data) {
    return new UsageProbe(time, new Kernel(root), data);
  }

  /// The share of the heap that is in use after a collection.
  public Figure heapLoad() {
    return memory.heapAfterGc().over(memory.heapMax());
  }

  /// The share that real memory has of a limit.
  public Figure residentLoad(long limit) {
    return memory.resident().over(Figure.of(limit));
  }

  /// The share of the disk that cannot be used any more.
  public Figure diskLoad() {
    Figure free = disk.usable().over(disk.total());
    return free instanceof Figure.Known(double ratio) ? Figure.of(1 - ratio) : free;
  }

  /// Every figure under the name by which alerts, metrics and the status page know it.
  public Map<String, Figure> figures() {
    Map<String, Figure> all = new LinkedHashMap<>();
    all.put("heap_after_gc_bytes", memory.heapAfterGc());
    all.put("heap_max_bytes", memory.heapMax());
    all.put("resident_bytes", memory.resident());
    all.put("container_limit_bytes", memory.containerLimit());
    all.put("container_used_bytes", memory.containerUsed());
    all.put("cpu_ratio", cpu.ratio());
    all.put("cpu_cores", Figure.of(cpu.cores()));
    all.put("gc_pauses", Figure.of(cpu.pauses()));
    all.put("gc_paused_seconds", Figure.of(cpu.paused().toNanos() / 1e9));
    all.put("platform_threads", Figure.of(cpu.threads()));
    all.put("disk_usable_bytes", disk.usable());
    all.put("disk_total_bytes", disk.total());
    all.put("files_open", files.open());
    all.put("files_max", files.max());
    all.put("container_received_bytes", network.received());
    all.put("container_sent_bytes", network.sent());
    return all;
  }
}
