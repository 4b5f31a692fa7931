package io.assay.app.screen;

import io.assay.app.doctor.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What the doctor found, a line each.
public final class DoctorScreen {
  private DoctorScreen() {}

  /// For a terminal.
  public static String of(List<Finding> findings, Ink ink) {
    int width = findings.stream().mapToInt(it -> Cells.width(it.tried())).max().orElse(0);
    StringBuilder screen = new StringBuilder();
    for (Finding finding : findings) {
      Mark mark = mark(finding.grade());
      screen
          .append(ink.on(mark.tone(), mark.sign()))
          .append(' ')
          .append(Cells.left(Cells.plain(finding.tried()), width))
          .append("  ")
          .append(Cells.plain(finding.found()));
      if (!finding.advice().isEmpty()) {
        screen.append(" → ").append(Cells.plain(finding.advice()));
      }
      screen.append('\n');
    }
    return screen.toString();
  }

  /// One JSON object a line.
  public static String json(List<Finding> findings) {
    StringBuilder lines = new StringBuilder();
    for (Finding finding : findings) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("tried", finding.tried());
      all.put("result", finding.grade().name());
      all.put("found", finding.found());
      all.put("advice", finding.advice());
      lines.append(Cells.escaped(JsonMapper.shared().writeValueAsString(all))).append('\n');
    }
    return lines.toString();
  }

  private static Mark mark(Finding.Grade grade) {
    return switch (grade) {
      case FINE -> Mark.WELL;
      case OFF -> Mark.STILL;
      case ODD -> Mark.ODD;
      case BAD -> Mark.BAD;
    };
  }
}
