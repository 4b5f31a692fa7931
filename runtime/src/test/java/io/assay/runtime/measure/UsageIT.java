package io.assay.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.ManualTime;
import io.assay.runtime.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageIT {
  private static final Figure UNLIMITED = Figure.absent("unlimited");

  @TempDir private Path root;

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void memory_ofVersion2_isTheGroups() throws IOException {
    file("proc/self/cgroup", "0::/assay\n");
    file("sys/fs/cgroup/assay/memory.max", "536870912\n");
    file("sys/fs/cgroup/assay/memory.current", "1048576\n");
    file("sys/fs/cgroup/assay/cpu.max", "150000 100000\n");
    Kernel kernel = new Kernel(root);
    assertThat(kernel.memoryLimit()).isEqualTo(Figure.of(536_870_912));
    assertThat(kernel.memoryUsed()).isEqualTo(Figure.of(1_048_576));
    assertThat(kernel.cores()).isEqualTo(Figure.of(1.5));
  }

  @Test
  void memory_ofVersion1_isTheGroups() throws IOException {
    file("proc/self/cgroup", "4:memory:/assay\n1:cpu,cpuacct:/assay\n0::/\n");
    file("sys/fs/cgroup/memory/assay/memory.limit_in_bytes", "268435456\n");
    file("sys/fs/cgroup/memory/assay/memory.usage_in_bytes", "4096\n");
    file("sys/fs/cgroup/cpu/assay/cpu.cfs_quota_us", "50000\n");
    file("sys/fs/cgroup/cpu/assay/cpu.cfs_period_us", "100000\n");
    Kernel kernel = new Kernel(root);
    assertThat(kernel.memoryLimit()).isEqualTo(Figure.of(268_435_456));
    assertThat(kernel.memoryUsed()).isEqualTo(Figure.of(4_096));
    assertThat(kernel.cores()).isEqualTo(Figure.of(0.5));
  }

  @Test
  void limits_thatAreNone_areUnlimited() throws IOException {
    file("proc/self/cgroup", "4:memory:/\n1:cpu:/\n");
    file("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    file("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
    file("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
    Kernel kernel = new Kernel(root);
    assertThat(kernel.memoryLimit()).isEqualTo(UNLIMITED);
    assertThat(kernel.cores()).isEqualTo(UNLIMITED);
  }

  @Test
  void limit_ofAGroupAbove_countsWhereItIsTighter() throws IOException {
    file("proc/self/cgroup", "0::/slice/assay\n");
    file("sys/fs/cgroup/slice/assay/memory.max", "5000\n");
    file("sys/fs/cgroup/slice/memory.max", "2000\n");
    file("sys/fs/cgroup/memory.max", "3000\n");
    assertThat(new Kernel(root).memoryLimit()).isEqualTo(Figure.of(2_000));
  }

  @Test
  void limit_inAContainerThatSeesThePathOfItsHost_isOfTheMountedFolder() throws IOException {
    file("proc/self/cgroup", "4:memory:/docker/0123abcd\n");
    file("sys/fs/cgroup/memory/memory.limit_in_bytes", "1000\n");
    file("sys/fs/cgroup/memory/memory.usage_in_bytes", "500\n");
    assertThat(new Kernel(root).memoryLimit()).isEqualTo(Figure.of(1_000));
    assertThat(new Kernel(root).memoryUsed()).isEqualTo(Figure.of(500));
  }

  @Test
  void limit_ofAPathThatLeavesTheTree_isOfTheMountedFolder() throws IOException {
    file("proc/self/cgroup", "0::/../../other\n");
    file("sys/fs/cgroup/memory.max", "1000\n");
    file("sys/other/memory.max", "1\n");
    assertThat(new Kernel(root).memoryLimit()).isEqualTo(Figure.of(1_000));
  }

  @Test
  void everything_whereThereIsNoSuchKernel_isAbsentWithAReason() {
    Kernel kernel = new Kernel(root);
    assertThat(kernel.resident()).isEqualTo(Figure.absent("no proc/self/status"));
    assertThat(kernel.network().sent()).isEqualTo(Figure.absent("no proc/self/net/dev"));
    assertThat(kernel.memoryLimit()).isEqualTo(Figure.absent("no control group"));
    assertThat(kernel.memoryUsed()).isEqualTo(Figure.absent("no control group"));
    assertThat(kernel.cores()).isEqualTo(Figure.absent("no control group"));
  }

  @Test
  void probe_withoutAKernel_stillReadsTheVirtualMachine() {
    Usage usage = Usage.probe(Time.SYSTEM, root, root).get();
    assertThat(usage.heapLoad()).isInstanceOf(Figure.Known.class);
    assertThat(usage.heapLoad().isAbove(1)).isFalse();
    assertThat(usage.diskLoad().isBelow(1)).isTrue();
    assertThat(usage.cpu().threads()).isPositive();
    assertThat(usage.memory().resident()).isInstanceOf(Figure.Absent.class);
  }

  @Test
  void probe_ofAFolderThatIsNotThere_namesIt() {
    Path gone = root.resolve("gone");
    assertThat(Usage.probe(Time.SYSTEM, root, gone).get().disk().usable())
        .isEqualTo(Figure.absent("no disk at " + gone + " (NoSuchFileException: " + gone + ")"));
  }

  @Test
  void probe_theGroupsCores_areTheWholeThatCpuIsShareOf() throws IOException {
    file("proc/self/cgroup", "0::/\n");
    file("sys/fs/cgroup/cpu.max", "25000 100000\n");
    ManualTime time = new ManualTime();
    var probe = Usage.probe(time, root, root);
    assertThat(probe.get().cpu().ratio())
        .isEqualTo(Figure.absent("no time has passed since the last reading"));
    time.pass(Duration.ofDays(1));
    Usage.Cpu processor = probe.get().cpu();
    assertThat(processor.cores()).isEqualTo(0.25);
    assertThat(processor.ratio().isBelow(0.1)).isTrue();
    assertThat(processor.pauses()).isNotNegative();
  }

  @Test
  void probe_ofThisProcess_knowsWhatItsKernelTells() {
    Usage usage = Usage.probe(Time.SYSTEM, Path.of("/"), root).get();
    boolean linux = Files.exists(Path.of("/proc/self/status"));
    assertThat(usage.memory().resident().isAbove(10_000_000)).isEqualTo(linux);
    assertThat(usage.network().received() instanceof Figure.Known).isEqualTo(linux);
    assertThat(usage.files().open().isAbove(usage.files().max().orNaN())).isFalse();
  }
}
