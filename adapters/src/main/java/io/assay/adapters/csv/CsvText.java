package io.assay.adapters.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;

/// A table as CSV where it goes straight to somebody, in the form of the files of [CsvFolder].
public final class CsvText {
  private CsvText() {}

  /// Writes header and rows; the writer is neither flushed nor closed.
  ///
  /// @param rows gives every row to the one it is handed, each as long as the header
  public static void write(Writer out, List<String> header, Consumer<Consumer<List<String>>> rows) {
    CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(header);
    rows.accept(row -> csv.writeRecord(row.stream().map(CsvField::harmless).toList()));
  }
}
