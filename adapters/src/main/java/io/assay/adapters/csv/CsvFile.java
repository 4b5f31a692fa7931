package io.assay.adapters.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/// A CSV file (RFC 4180, UTF-8, `\n`) that is there whole or not at all: written beside its place
/// and moved into it.
///
/// Senders are hostile, and spreadsheets run what looks like a formula. A text field that begins
/// with `=`, `+`, `-`, `@`, a tab or a return gets an apostrophe before it, unless it is a number.
public final class CsvFile {
  private CsvFile() {}

  /// Writes the file, in place of any that is there.
  ///
  /// @param rows gives every row to the one it is handed, each as long as the header
  /// @throws IOException if the file cannot be written; what was there before is still there
  public static void write(Path file, List<String> header, Consumer<Consumer<List<String>>> rows)
      throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path beside = Files.createTempFile(folder, "." + file.getFileName(), ".part");
    try {
      try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(beside)) {
        csv.writeRecord(header);
        rows.accept(row -> csv.writeRecord(row.stream().map(CsvFile::harmless).toList()));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      beside.toFile().setReadable(true, false);
      move(beside, file);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// The field as a spreadsheet may open it.
  static String harmless(String field) {
    if (field.isEmpty() || "=+-@\t\r".indexOf(field.charAt(0)) < 0 || isNumber(field)) {
      return field;
    }
    return "'" + field;
  }

  private static boolean isNumber(String field) {
    int digits = 0;
    int points = 0;
    for (int i = field.charAt(0) == '-' || field.charAt(0) == '+' ? 1 : 0;
        i < field.length();
        i++) {
      char letter = field.charAt(i);
      if (letter == '.') {
        points++;
      } else if (letter >= '0' && letter <= '9') {
        digits++;
      } else {
        return false;
      }
    }
    return digits > 0 && points <= 1;
  }
}
