package io.assay.app.live;

import io.assay.adapters.csv.CsvFolder;
import io.assay.core.ledger.Ledger;
import io.assay.core.output.CallTable;
import io.assay.core.output.ChannelTable;
import io.assay.core.output.Report;
import java.io.IOException;
import java.nio.file.Path;

/// The tables of a ledger as CSV files: `channels.csv` and `calls.csv`, published together.
public final class Tables {
  private Tables() {}

  /// Writes them; until they are whole, what was there before stays.
  ///
  /// @return how many rows were written
  public static long write(Path folder, Ledger ledger, Report report) throws IOException {
    long[] rows = new long[1];
    try (CsvFolder tables = CsvFolder.open(folder)) {
      tables.write(
          "channels.csv",
          ChannelTable.header(),
          sink ->
              ChannelTable.rows(report)
                  .forEach(row -> {
                    rows[0]++;
                    sink.accept(row);
                  }));
      tables.write(
          "calls.csv",
          CallTable.header(),
          sink ->
              CallTable.rows(
                  ledger,
                  report.standing(),
                  row -> {
                    rows[0]++;
                    sink.accept(row);
                  }));
      tables.publish();
    }
    return rows[0];
  }
}
