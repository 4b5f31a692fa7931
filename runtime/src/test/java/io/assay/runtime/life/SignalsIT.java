package io.assay.runtime.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Signals of the operating system to a process of its own.
@Timeout(60)
class SignalsIT {
  private final Deque<Process> processes = new ArrayDeque<>();

  @AfterEach
  void kill() {
    processes.forEach(Process::destroyForcibly);
  }

  private Process start(String... listening) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Listening.class.getName());
    builder.command().addAll(List.of(listening));
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    processes.add(process);
    return process;
  }

  /// Sends TERM as often as it says that it is ready for one.
  private static String converse(Process process) throws Exception {
    StringBuilder said = new StringBuilder();
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.equals("ready")) {
          process.toHandle().destroy(); // leaves its output open
        } else {
          said.append(line).append('\n');
        }
      }
    }
    return said.append("exit ").append(process.waitFor()).toString();
  }

  @Test
  void term_twice_isHeardTwice() throws Exception {
    assertThat(converse(start("a"))).isEqualTo("a stops\na stops at once\nexit 3");
  }

  @Test
  void secondSystem_hearsThemUntilItIsClosed() throws Exception {
    assertThat(converse(start("a", "b", "-b"))).isEqualTo("a stops\na stops at once\nexit 3");
    assertThat(converse(start("a", "b"))).isEqualTo("b stops\nb stops at once\nexit 3");
  }

  @Test
  void systemThatWasClosedBeforeALaterOne_isOutOfTheWay() throws Exception {
    assertThat(converse(start("a", "b", "c", "-b"))).startsWith("c stops\n");
    assertThat(converse(start("a", "b", "c", "-b", "-c"))).startsWith("a stops\n");
  }

  @Test
  void closed_theProcessEndsAsAnyOther() throws Exception {
    assertThat(converse(start("a", "-a"))).isEqualTo("exit 143");
  }

  /// Opens and closes (`-`) systems by their names, then waits for signals.
  static final class Listening {
    private Listening() {}

    public static void main(String[] names) throws InterruptedException {
      Map<String, Signals> open = new HashMap<>();
      for (String name : names) {
        if (name.startsWith("-")) {
          Objects.requireNonNull(open.get(name.substring(1))).close();
        } else {
          open.put(name, listen(name));
        }
      }
      System.out.println("ready");
      new CountDownLatch(1).await();
    }

    private static Signals listen(String name) {
      return Signals.listen(
          () -> {
            System.out.println(name + " stops");
            System.out.println("ready");
          },
          () -> {
            System.out.println(name + " stops at once");
            Runtime.getRuntime().halt(3);
          },
          () -> {});
    }
  }
}
