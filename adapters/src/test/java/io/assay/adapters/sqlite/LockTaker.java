package io.assay.adapters.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Another program that would like to write the books.
public final class LockTaker {
  private LockTaker() {}

  /// Says whether it got them.
  public static void main(String[] words) {
    try {
      SqliteBooks.lock(Path.of(words[0])).close();
      System.out.print("free");
    } catch (BooksException.Taken e) {
      System.out.print("taken");
    }
  }

  /// What another process says.
  static String run(Path books) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockTaker.class.getName(),
                books.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
