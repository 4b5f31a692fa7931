package io.assay.bench.accuracy;

import io.assay.core.message.Content;
import io.assay.core.reading.MessageClass;
import io.assay.core.reading.Reader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What messages are, against what people said: trade signal, pump session, or neither.
final class ClassAccuracy {
  private static final List<String> NAMES = List.of("CALL", "PUMP", "other");
  private static final int ENOUGH = 60;

  private final Path file;

  ClassAccuracy(Path data) {
    file = data.resolve("labelled/bayihu_message_labels.jsonl");
  }

  void report(Accuracy report) throws IOException {
    Reader reader = new Reader();
    Matrix all = new Matrix(NAMES);
    Matrix heldOut = new Matrix(NAMES);
    Map<String, Matrix> channels = new TreeMap<>();
    for (JsonNode row : Dump.rows(file)) {
      String text = row.path("text").asString("");
      String label = row.path("label").asString();
      if (text.isEmpty() || label.equals("unsure")) {
        continue;
      }
      String truth =
          switch (label) {
            case "trade_signal" -> "CALL";
            case "pump_session" -> "PUMP";
            default -> "other";
          };
      MessageClass kind = reader.read(Content.of(text)).kind();
      String said = kind == MessageClass.CALL || kind == MessageClass.PUMP ? kind.name() : "other";
      String channel = row.path("channel_id").asString();
      all.add(truth, said);
      channels.computeIfAbsent(channel, _ -> new Matrix(NAMES)).add(truth, said);
      if (HeldOut.labels(channel)) {
        heldOut.add(truth, said);
      }
    }
    report.title("Class of a message, against people");
    all.print(report);
    report.row("channel", "messages", "macro F1", "accuracy", "held out");
    channels.forEach((channel, matrix) -> {
      if (matrix.total() >= ENOUGH) {
        report.row(
            channel,
            matrix.total(),
            Matrix.text(matrix.macroF1()),
            Matrix.text(matrix.accuracy()),
            HeldOut.labels(channel) ? "yes" : "");
      }
    });
    report.row(
        "all held out",
        heldOut.total(),
        Matrix.text(heldOut.macroF1()),
        Matrix.text(heldOut.accuracy()));
    report.goal("macro F1", all.macroF1(), 0.80);
  }
}
