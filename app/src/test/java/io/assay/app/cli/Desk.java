package io.assay.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import picocli.CommandLine;

/// A folder in which a system may run, and whoever types commands about it.
record Desk(Path folder) {

  /// What a command answered.
  record Said(int code, String out, String err) {}

  Path data() {
    return folder.resolve("data");
  }

  /// A configuration that keeps everything here.
  Path configuration() throws IOException {
    Files.createDirectories(data());
    return Files.writeString(folder.resolve("assay.yml"), "data:\n  directory: " + data() + "\n");
  }

  void keep(String token) throws IOException {
    Files.createDirectories(data());
    Path file = data().resolve("token");
    Files.writeString(file, token);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /// Runs a command with `-c` and the configuration behind its words.
  Said say(Object command, String... words) throws IOException {
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "-c";
    all[words.length + 1] = configuration().toString();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(command)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all);
    return new Said(code, out.toString(), err.toString());
  }
}
