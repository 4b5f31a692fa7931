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

  private final Reader reader = new Reader();
  private final Matrix all = new Matrix(NAMES);
  private final Matrix heldOut = new Matrix(NAMES);
  private final Map<String, Matrix> channels = new TreeMap<>();

  void report(Accuracy report) throws IOException {
    for (JsonNode row : Dump.rows(file)) {
      String text = row.path("text").asString("");
      String label = row.path("label").asString();
      if (!text.isEmpty() && !label.equals("unsure")) {
        compare(row.path("channel_id").asString(), truth(label), said(text));
      }
    }
    report.title("Class of a message, against people");
    all.print(report);
    report.row("channel", "messages", "macro F1", "accuracy", "held out");
    channels.forEach((channel, matrix) -> {
      if (matrix.total() >= ENOUGH) {
        row(report, channel, matrix, HeldOut.labels(channel) ? "yes" : "");
      }
    });
    row(report, "all held out", heldOut, "yes");
    report.goal("macro F1", all.macroF1(), 0.80);
  }

  private void compare(String channel, String truth, String said) {
    all.add(truth, said);
    channels.computeIfAbsent(channel, _ -> new Matrix(NAMES)).add(truth, said);
    if (HeldOut.labels(channel)) {
      heldOut.add(truth, said);
    }
  }

  private static String truth(String label) {
    return switch (label) {
      case "trade_signal" -> "CALL";
      case "pump_session" -> "PUMP";
      default -> "other";
    };
  }

  private String said(String text) {
    MessageClass kind = reader.read(Content.of(text)).kind();
    return kind == MessageClass.CALL || kind == MessageClass.PUMP ? kind.name() : "other";
  }

  private static void row(Accuracy report, String name, Matrix matrix, String heldOut) {
    report.row(
        name,
        matrix.total(),
        Matrix.text(matrix.macroF1()),
        Matrix.text(matrix.accuracy()),
        heldOut);
  }
}
