package io.assay.app.replay;

import io.assay.adapters.export.ExportFile;
import io.assay.core.call.Call;
import io.assay.core.call.Entry;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the owner of the files should know though nothing in them is wrong, a line each.
final class Remarks {
  /// Why a run without candles leaves calls unpriced.
  static final String NO_CANDLES = "no candles were given";

  private final List<String> lines = new ArrayList<>();

  /// Once the sources have been heard: which of them do not say in which zone their times are.
  void onZones(List<ExportFile> sources) {
    List<ExportFile> assuming = sources.stream().filter(ExportFile::assumesUtc).toList();
    if (!assuming.isEmpty()) {
      String more = assuming.size() == 1 ? "" : " and " + (assuming.size() - 1) + " more";
      lines.add(assuming.getFirst().path() + more + ": times without a zone are taken for UTC");
    }
  }

  /// Calls that are over are not opened again, so candles that come later are no use to those that
  /// a run without any has closed.
  void onUnpriced(Ledger ledger, Path books) {
    int[] unpriced = {0};
    ledger.scan(
        Table.CALLS,
        new byte[0],
        (_, row) -> {
          boolean without =
              Call.ofBytes(row).track().entry() instanceof Entry.Unpriced(String cause)
                  && cause.equals(NO_CANDLES);
          unpriced[0] += without ? 1 : 0;
        });
    if (unpriced[0] > 0) {
      lines.add(
          "%s: %,d calls that a run without --candles closed as unpriceable stay so; use a fresh --db"
              .formatted(books, unpriced[0]));
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
