package io.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.cli.option.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `assay`, the launcher, before a virtual machine that only says how it was called.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LauncherIT {
  @TempDir Path folder;

  @BeforeEach
  void install() throws IOException {
    Path launcher = Path.of(System.getProperty("assay.root"), "assay");
    Files.copy(launcher, folder.resolve("assay"));
    Path bin = Files.createDirectories(folder.resolve("runtime/bin"));
    Files.writeString(folder.resolve("runtime/release"), "JAVA_VERSION=\"25.0.1\"\n");
    Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\necho \"java $*\"\n");
    for (Path script : new Path[] {folder.resolve("assay"), java}) {
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.writeString(folder.resolve("assay.jar"), "");
    // Where the lock of a build belongs there can be no folder, for root neither.
    Files.writeString(folder.resolve("app"), "");
  }

  private record Said(int code, String all) {}

  private Said assay(String... words) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sh", folder.resolve("assay").toString());
    builder.command().addAll(java.util.List.of(words));
    builder.environment().remove("ASSAY_JAVA_HOME");
    Process process = builder.redirectErrorStream(true).start();
    String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), all);
  }

  @Test
  void whatIsBuilt_whereNothingCanBeWritten_runsWithoutItsCache() throws Exception {
    Files.writeString(folder.resolve(".built"), "");
    Said said = assay("status");
    assertThat(said.all()).startsWith("java -Xshare:auto").contains("assay.jar status");
    assertThat(said.code()).isZero();
  }

  @Test
  void whatIsNotBuilt_whereNothingCanBeWritten_saysSoAtOnce() throws Exception {
    Said said = assay("status");
    assertThat(said.all()).contains("nothing is built yet").contains("cannot be written");
    assertThat(said.code()).isEqualTo(ExitCode.NOT_WRITTEN);
  }
}
