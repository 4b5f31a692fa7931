package io.assay.app.record;

import io.assay.app.screen.Cells;
import io.assay.app.screen.Ink;
import java.io.Console;
import java.util.Map;
import java.util.Objects;

/// What is written on: how wide it is, and whether it takes colour.
///
/// @param width in cells
public record Paper(Ink ink, int width) {
  /// As wide as anybody likes: a file, or another program.
  public static final Paper ROLL = new Paper(Ink.NONE, Integer.MAX_VALUE);

  /// The narrowest that anything can be shown on.
  public static final int LEAST = 40;

  private static final int USUAL = 80;

  public Paper {
    Objects.requireNonNull(ink, "ink");
    if (width < LEAST) {
      throw new IllegalArgumentException("nothing can be shown in " + width + " cells");
    }
  }

  /// The terminal, if there is one: as wide as `COLUMNS` says, else 80 cells. Where a program or a
  /// file takes the output, and nothing says how wide it is, it is a roll.
  @SuppressWarnings("SystemConsoleNull") // it still is null where there is no terminal
  public static Paper of(Map<String, String> environment) {
    Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    return new Paper(Ink.of(environment), width(environment, terminal ? USUAL : ROLL.width));
  }

  /// Words in lines that fit, each with its end; a word that is longer than a line stays whole.
  ///
  /// @param hanging cells by which all lines but the first are indented
  public String wrapped(String words, int hanging) {
    String[] all = words.split(" ", -1);
    StringBuilder text = new StringBuilder(all[0]);
    int used = Cells.width(all[0]);
    for (int i = 1; i < all.length; i++) {
      int wide = Cells.width(all[i]);
      boolean fits = used + 1 + wide <= width || used <= hanging;
      text.append(fits ? " " : "\n" + " ".repeat(hanging)).append(all[i]);
      used = (fits ? used + 1 : hanging) + wide;
    }
    return text.append('\n').toString();
  }

  static int width(Map<String, String> environment, int otherwise) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9]\\d{0,3}")
        ? Math.max(LEAST, Integer.parseInt(columns))
        : otherwise;
  }
}
