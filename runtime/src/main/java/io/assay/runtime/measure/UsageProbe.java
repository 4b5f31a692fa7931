package io.assay.runtime.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes readings of this process from the virtual machine and from the kernel. One thread reads at
/// a time: work is counted from one reading to the next, the first time from here.
final class UsageProbe implements Supplier<Usage> {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Time time;
  private final Kernel kernel;
  private final Path data;
  private Work before;

  /// What was worked since the process began, at a moment of the steady clock.
  private record Work(long at, long cpuNanos, long pauses, Duration paused) {}

  UsageProbe(Time time, Kernel kernel, Path data) {
    this.time = time;
    this.kernel = kernel;
    this.data = data;
    before = work();
  }

  @Override
  public Usage get() {
    return new Usage(time.instant(), memory(), cpu(), disk(), files(), kernel.network());
  }

  private Usage.Memory memory() {
    long max = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax();
    return new Usage.Memory(
        Figure.of(heapAfterGc()),
        max > 0 ? Figure.of(max) : Figure.absent("the heap has no maximum"),
        kernel.resident(),
        kernel.memoryLimit(),
        kernel.memoryUsed());
  }

  private static long heapAfterGc() {
    boolean collected =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .anyMatch(collector -> collector.getCollectionCount() > 0);
    long alive = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        alive += alive(collected ? pool.getCollectionUsage() : null, pool.getUsage());
      }
    }
    return alive;
  }

  /// What is alive in a part of the heap. One that was never collected counts as empty once others
  /// were: it fills up with garbage to its brim before its first collection, and that is no
  /// pressure.
  ///
  /// @param collected what its last collection left; null where none is counted
  static long alive(@Nullable MemoryUsage collected, MemoryUsage used) {
    return (collected == null ? used : collected).getUsed();
  }

  private Usage.Cpu cpu() {
    Work now = work();
    Work then = before;
    before = now;
    double cores = SYSTEM.getAvailableProcessors();
    if (kernel.cores() instanceof Figure.Known(double granted)) {
      cores = Math.min(cores, granted);
    }
    return new Usage.Cpu(
        now.cpuNanos < 0
            ? Figure.absent("the platform does not count it")
            : load(now.cpuNanos - then.cpuNanos, now.at - then.at, cores),
        cores,
        now.pauses - then.pauses,
        now.paused.minus(then.paused),
        ManagementFactory.getThreadMXBean().getThreadCount());
  }

  /// The share of the cores that were used; all of them at most, for the kernel counts in ticks,
  /// and a short time may hold a long one.
  static Figure load(long cpuNanos, long elapsedNanos, double cores) {
    double most = elapsedNanos * cores;
    return Figure.share(
        Math.min((double) cpuNanos, most), most, "no time has passed since the last reading");
  }

  private Work work() {
    long pauses = 0;
    long millis = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (pauses(collector.getName())) {
        pauses += Math.max(0, collector.getCollectionCount());
        millis += Math.max(0, collector.getCollectionTime());
      }
    }
    return new Work(time.nanos(), SYSTEM.getProcessCpuTime(), pauses, Duration.ofMillis(millis));
  }

  /// Whether what this collector counts are pauses: the cycles of a concurrent one run beside the
  /// program.
  static boolean pauses(String collector) {
    return !collector.endsWith("Cycles");
  }

  private Usage.Disk disk() {
    try {
      FileStore store = Files.getFileStore(data);
      return new Usage.Disk(Figure.of(store.getUsableSpace()), Figure.of(store.getTotalSpace()));
    } catch (IOException failure) {
      Figure none = Figure.absent("no disk at " + data + " (" + Fault.lineOf(failure) + ")");
      return new Usage.Disk(none, none);
    }
  }

  private static Usage.Files files() {
    if (SYSTEM instanceof UnixOperatingSystemMXBean unix) {
      return new Usage.Files(
          Figure.of(unix.getOpenFileDescriptorCount()),
          Figure.of(unix.getMaxFileDescriptorCount()));
    }
    Figure none = Figure.absent("the platform does not count them");
    return new Usage.Files(none, none);
  }
}
