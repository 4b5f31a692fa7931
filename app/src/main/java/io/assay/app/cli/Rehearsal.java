package io.assay.app.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;

/// What a start-up cache is trained on: the everyday commands, one after the other in one process,
/// over a made-up history. `Rehearsal FOLDER`, of a folder that the simulator wrote.
public final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] words) {
    Path folder = Path.of(words[0]);
    String dump = folder.resolve("dump.jsonl").toString();
    String export = folder.resolve("result.json").toString();
    String candles = folder.resolve("candles").toString();
    String books = folder.resolve("rehearsal.db").toString();
    String tables = folder.resolve("tables").toString();
    play("replay", dump, "--candles", candles, "--db", books, "--json");
    play("replay", export, "--candles", candles, "--out", tables);
    play("verify", "--db", books);
    play("--version");
    play("--help");
  }

  private static void play(String... words) {
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    int code = Assayer.run(nobody, nobody, words);
    if (code != ExitCode.FINE) {
      throw new IllegalStateException(words[0] + " ended with " + code);
    }
  }
}
