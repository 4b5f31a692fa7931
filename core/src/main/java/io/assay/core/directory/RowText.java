package io.assay.core.directory;

import io.assay.core.canon.CanonException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The text of a full directory as rows and fields: a header, and then a row a line with six fields
/// between tabs. Fields are read when they are asked for.
///
/// ```
/// major ⇥ bitcoin ⇥ BTC ⇥ Bitcoin ⇥ ⇥
/// coin  ⇥ pepe-2  ⇥ PEP ⇥ Pep     ⇥ ⇥ base:0x… ethereum:0x…
/// token ⇥ base:0x… ⇥ PEP ⇥ Pep    ⇥ 18 ⇥
/// ```
final class RowText {
  static final String HEADER = "kind\tid\tsymbol\tname\tdecimals\ttokens\n";
  static final int MOST_ROWS = 200_000;
  static final int MOST_BYTES = 64 << 20;
  static final int MOST_CONTRACTS = 200;

  static final int KIND = 0;
  static final int ID = 1;
  static final int SYMBOL = 2;
  static final int NAME = 3;
  static final int DECIMALS = 4;
  static final int TOKENS = 5;

  private static final byte[] BEGIN = HEADER.getBytes(StandardCharsets.UTF_8);
  private static final byte TAB = '\t';

  private final byte[] text;
  private final int[] starts;

  /// Finds the rows.
  ///
  /// @throws CanonException if it is no text of a directory, naming the line
  RowText(byte[] text) {
    if (!isForm(text) || text.length > MOST_BYTES || text[text.length - 1] != '\n') {
      throw new CanonException("this is no full token directory, or one that is cut off");
    }
    this.text = text;
    int[] found = new int[1024];
    int rows = 0;
    for (int at = BEGIN.length; at < text.length; at = end(at) + 1) {
      if (rows == MOST_ROWS) {
        throw new CanonException("a token directory has at most " + MOST_ROWS + " rows");
      }
      found = rows == found.length ? Arrays.copyOf(found, rows * 2) : found;
      found[rows++] = at;
      require(at, rows + 1);
    }
    starts = Arrays.copyOf(found, rows);
  }

  /// Whether the text begins as that of a full directory.
  static boolean isForm(byte[] text) {
    return text.length >= BEGIN.length
        && Arrays.equals(text, 0, BEGIN.length, BEGIN, 0, BEGIN.length);
  }

  private void require(int start, int line) {
    int tabs = 0;
    int end = end(start);
    for (int i = start; i < end; i++) {
      tabs += text[i] == TAB ? 1 : 0;
    }
    char kind = (char) text[start];
    if (tabs != TOKENS || (kind != 'm' && kind != 'c' && kind != 't')) {
      throw new CanonException("token directory, line " + line + ": not a row of one");
    }
  }

  /// Where the line ends that begins or goes on there.
  private int end(int from) {
    int at = from;
    while (text[at] != '\n') { // the text ends with one
      at++;
    }
    return at;
  }

  int size() {
    return starts.length;
  }

  /// The first letter of the row's kind: m, c or t.
  char kind(int row) {
    return (char) text[starts[row]];
  }

  String field(int row, int field) {
    int from = from(row, field);
    return new String(text, from, to(from) - from, StandardCharsets.UTF_8);
  }

  int hash(int row, int field) {
    int from = from(row, field);
    return RowIndex.hash(text, from, to(from));
  }

  boolean is(int row, int field, byte[] key) {
    int from = from(row, field);
    return Arrays.equals(text, from, to(from), key, 0, key.length);
  }

  private int from(int row, int field) {
    int at = starts[row];
    for (int passed = 0; passed < field; at++) {
      passed += text[at] == TAB ? 1 : 0;
    }
    return at;
  }

  private int to(int from) {
    int at = from;
    while (text[at] != TAB && text[at] != '\n') {
      at++;
    }
    return at;
  }

  /// The words of a field of many.
  String[] words(int row, int field) {
    String all = field(row, field);
    return all.isEmpty() ? new String[0] : all.split(" ");
  }

  byte[] bytes() {
    return text.clone();
  }

  /// Bytes that it holds.
  long weight() {
    return text.length + 4L * starts.length;
  }
}
