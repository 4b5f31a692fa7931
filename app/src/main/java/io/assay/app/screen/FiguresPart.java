package io.assay.app.screen;

import io.assay.app.api.SystemView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the system uses, how fast it is, and whether that is as it should be.
record FiguresPart(Sheet sheet) {
  private static final int BAR = 20;
  private static final double HIGH = 0.7;
  private static final double TOO_HIGH = 0.9;

  void resources(SystemView.Resources all) {
    sheet.title("RESOURCES", "");
    SystemView.Memory memory = all.memory();
    String held = Amounts.bytes(memory.used()) + " of " + Amounts.bytes(memory.limit());
    bar("memory", share(memory.used(), memory.limit()), held, all.pressure().memory());
    bar("cpu", all.cpu(), "of the cores it may use", "");
    SystemView.Disk disk = all.disk();
    Double free = share(disk.free(), disk.total());
    String left = Amounts.bytes(disk.free()) + " free of " + Amounts.bytes(disk.total());
    bar("disk", free == null ? null : 1 - free, left, all.pressure().disk());
    queues(all);
  }

  private static @Nullable Double share(@Nullable Long part, @Nullable Long whole) {
    return part == null || whole == null || whole <= 0 ? null : (double) part / whole;
  }

  private void bar(String name, @Nullable Double share, String words, String pressure) {
    double filled = share == null ? 0 : Math.clamp(share, 0, 1);
    int cells = (int) Math.round(filled * BAR);
    sheet.line(
        "  "
            + Cells.left(name, 8)
            + sheet.on(tone(filled), "█".repeat(cells))
            + sheet.on(Ink.Tone.FAINT, "░".repeat(BAR - cells))
            + Cells.right(Amounts.percent(share), 8)
            + "  "
            + Cells.left(words, 26)
            + Cells.cut(pressure, 14));
  }

  private static Ink.Tone tone(double filled) {
    if (filled < HIGH) {
      return Ink.Tone.GOOD;
    }
    return filled < TOO_HIGH ? Ink.Tone.ODD : Ink.Tone.BAD;
  }

  private void queues(SystemView.Resources all) {
    List<String> parts = new ArrayList<>();
    Long lag = all.lag();
    parts.add("lag " + (lag == null ? Amounts.UNKNOWN : Amounts.count(lag)));
    for (SystemView.Queue queue : all.queues()) {
      Long capacity = queue.capacity();
      String of = capacity == null ? "" : " of " + Amounts.count(capacity);
      parts.add(Cells.cut(queue.name(), 20) + " " + Amounts.count(queue.waiting()) + of);
    }
    sheet.line("  " + Cells.left("queues", 8) + Cells.cut(String.join(" · ", parts), 70));
  }

  void stages(List<SystemView.Stage> stages) {
    if (stages.isEmpty()) {
      return;
    }
    sheet.title(
        "STAGES",
        "%25s%9s%10s%10s%10s%10s".formatted("count", "failed", "p50", "p95", "p99", "max"));
    for (SystemView.Stage stage : stages) {
      sheet.line(
          "  "
              + Cells.left(stage.name(), 20)
              + Cells.right(Amounts.count(stage.count()), 9)
              + Cells.right(Amounts.count(stage.failures()), 9)
              + Cells.right(Amounts.time(stage.p50()), 10)
              + Cells.right(Amounts.time(stage.p95()), 10)
              + Cells.right(Amounts.time(stage.p99()), 10)
              + Cells.right(Amounts.time(stage.max()), 10));
    }
  }

  void targets(List<SystemView.Target> targets) {
    if (targets.isEmpty()) {
      return;
    }
    List<SystemView.Target> missed =
        targets.stream().filter(one -> Mark.of(one) == Mark.BAD).toList();
    String many = missed.isEmpty() ? "none" : Integer.toString(missed.size());
    sheet.title("TARGETS", "  " + many + " missed");
    missed.forEach(one -> sheet.line(target(one, 30)));
    sheet.pairs(
        targets.stream().filter(one -> !missed.contains(one)).map(one -> target(one, 19)).toList());
  }

  private String target(SystemView.Target target, int room) {
    String sign = target.direction().equals("AT_LEAST") ? "≥ " : "≤ ";
    return sheet.mark(Mark.of(target))
        + " "
        + Cells.left(target.name(), room)
        + Cells.right(amount(target.actual(), target.unit()), 9)
        + Cells.right(sign + amount(target.bound(), target.unit()), 9);
  }

  private static String amount(@Nullable Double amount, String unit) {
    if (amount == null) {
      return Amounts.UNKNOWN;
    }
    return switch (unit) {
      case "ratio" -> Amounts.percent(amount);
      case "s" -> Amounts.time(Duration.ofNanos(Math.round(amount * 1e9)));
      case "bytes" -> Amounts.bytes(Math.round(amount));
      default -> Amounts.count(Math.round(amount));
    };
  }
}
