package io.assay.bench.accuracy;

import java.util.Set;

/// Channels that nobody looked into while the rules were made.
final class HeldOut {
  private static final Set<String> LABELS =
      Set.of(
          "1132732203",
          "1188252748",
          "1198780255",
          "1236950740",
          "1250076602",
          "1265461027",
          "1296614021",
          "1297023884",
          "1299055913",
          "1314235217",
          "1325010971",
          "1325133208",
          "1335837027",
          "1342151942",
          "1353568791",
          "1354503053",
          "1368778720",
          "1394568162",
          "1401539056",
          "1405131456",
          "1411081801",
          "1426029537",
          "1480242121");

  private HeldOut() {}

  /// Whether the labels of that channel were left out.
  static boolean labels(String channel) {
    return LABELS.contains(channel);
  }
}
