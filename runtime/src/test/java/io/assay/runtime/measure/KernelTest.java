package io.assay.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {
  private static final Figure UNLIMITED = Figure.absent("unlimited");

  private static final String DEVICES =
      """
      Inter-|   Receive                                                |  Transmit
       face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs
          lo:    3193      29    0    0    0     0          0         0     3193      29    0
        eth0: 236131948   7341    0    0    0     0          0         0  1068106    6247    0
      wlan0:1000 1 0 0 0 0 0 0 20 1 0 0 0 0 0 0
      """;

  @Test
  void resident_isVmRssInBytes() {
    String status = "Name:\tjava\nVmPeak:\t 9000 kB\nVmRSS:\t   1672 kB\nRssAnon:\t 116 kB\n";
    assertThat(Kernel.resident(status)).isEqualTo(Figure.of(1_672 * 1_024));
  }

  @Test
  void resident_withoutTheLine_isAbsent() {
    assertThat(Kernel.resident("Name:\tkthreadd\n"))
        .isEqualTo(Figure.absent("no VmRSS in proc/self/status"));
    assertThat(Kernel.resident("VmRSS:\t many kB\n"))
        .isEqualTo(Figure.absent("not a number: many"));
  }

  @Test
  void network_isAllInterfacesButTheLoopback() {
    assertThat(Kernel.network(DEVICES))
        .isEqualTo(new Usage.Network(Figure.of(236_132_948), Figure.of(1_068_126)));
  }

  @Test
  void network_thatCannotBeRead_isAbsent() {
    assertThat(Kernel.network("eth0: 1 2 3").received())
        .isEqualTo(Figure.absent("not a line of proc/self/net/dev: eth0: 1 2 3"));
  }

  @Test
  void group_ofVersion2_isTheUnifiedOne() {
    assertThat(Kernel.group("0::/system.slice/assay.service\n", "memory"))
        .isEqualTo(new Kernel.Group(2, "/system.slice/assay.service"));
  }

  @Test
  void group_mountedTheOldWay_winsOverTheUnifiedOne() {
    String hybrid = "9:name=systemd:/\n4:memory:/docker/ab\n1:cpu,cpuacct:/docker/cd\n0::/\n";
    assertThat(Kernel.group(hybrid, "memory")).isEqualTo(new Kernel.Group(1, "/docker/ab"));
    assertThat(Kernel.group(hybrid, "cpu")).isEqualTo(new Kernel.Group(1, "/docker/cd"));
    assertThat(Kernel.group(hybrid, "pids")).isEqualTo(new Kernel.Group(2, "/"));
  }

  @Test
  void group_ofNoText_isNone() {
    assertThat(Kernel.group("", "memory")).isNull();
    assertThat(Kernel.group("nonsense\n0::\n", "memory")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"max\n", "9223372036854771712\n", "9223372036854775807"})
  void bytes_thatMeanNoLimit_areUnlimited(String text) {
    assertThat(Kernel.bytes(text)).isEqualTo(UNLIMITED);
  }

  @Test
  void bytes_areRead() {
    assertThat(Kernel.bytes("536870912\n")).isEqualTo(Figure.of(536_870_912));
    assertThat(Kernel.bytes("0")).isEqualTo(Figure.of(0));
    assertThat(Kernel.bytes("lots")).isEqualTo(Figure.absent("not a number: lots"));
  }

  @ParameterizedTest
  @CsvSource({"150000 100000, 1.5", "50000 100000, 0.5", "400000 100000, 4"})
  void cores_areQuotaOverPeriod(String text, double cores) {
    assertThat(Kernel.cores(text + "\n")).isEqualTo(Figure.of(cores));
  }

  @ParameterizedTest
  @ValueSource(strings = {"max 100000\n", "-1 100000\n", "max"})
  void cores_withoutAQuota_areUnlimited(String text) {
    assertThat(Kernel.cores(text)).isEqualTo(UNLIMITED);
  }

  @Test
  void cores_thatCannotBeRead_areAbsent() {
    assertThat(Kernel.cores("100000\n")).isEqualTo(Figure.absent("not a quota: 100000"));
    assertThat(Kernel.cores("1 0")).isInstanceOf(Figure.Absent.class);
  }
}
