package io.assay.adapters.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// What names of files say, and how they are made fit to be shown and kept.
final class FileNames {
  private static final Set<String> OURS = Set.of("done", "failed");
  private static final Set<String> UNFINISHED = Set.of(".part", ".tmp", ".crdownload");
  private static final int MOST_BYTES = 255; // what file systems take
  private static final int LONGEST_ENDING = 10;
  private static final int REPLACEMENT = 0xFFFD; // where the locale cannot show a byte of the name

  private FileNames() {}

  /// Whether a file of that name is meant to be read: not hidden, not a download that goes on, not
  /// one of the folder's own.
  static boolean isMeant(String name) {
    String ending = name.substring(Math.max(0, name.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && !OURS.contains(name) && !UNFINISHED.contains(ending);
  }

  /// The name in one line without anything that would steer a terminal; `_` stands for what would.
  static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    name.codePoints().map(c -> steers(c) ? '_' : c).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean steers(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> letter == REPLACEMENT;
    };
  }

  /// The name for a namesake: `a.json`, `a-2.json`, `a-3.json`. Where that would be too long for a
  /// file system, the part before the number is cut.
  ///
  /// @param number 1 for the name itself
  static String numbered(String name, int number) {
    if (number == 1) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    boolean ends = dot > 0 && name.length() - dot <= LONGEST_ENDING;
    String stem = ends ? name.substring(0, dot) : name;
    String rest = "-" + number + (ends ? name.substring(dot) : "");
    while (bytes(stem) + bytes(rest) > MOST_BYTES) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + rest;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
