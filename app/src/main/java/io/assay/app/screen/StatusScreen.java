package io.assay.app.screen;

import io.assay.app.api.SystemView;
import io.assay.app.client.SystemStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The running system on one screen of 80 columns: what is wrong comes first and in colour, what is
/// well takes as little room as it can.
public final class StatusScreen {
  private static final int MOST_REASONS = 3;
  private static final int MOST_ALERTS = 5;

  private final SystemStatus status;
  private final Sheet sheet;

  /// By the clock of the system: ages are right wherever they are looked at.
  private final Instant now;

  private StatusScreen(SystemStatus status, Sheet sheet) {
    this.status = status;
    this.sheet = sheet;
    now = status.identity().started().plus(status.identity().uptime());
  }

  /// The screen, each line with its end.
  public static String of(SystemStatus status, Ink ink) {
    Sheet sheet = new Sheet(ink);
    StatusScreen screen = new StatusScreen(status, sheet);
    FiguresPart figures = new FiguresPart(sheet);
    screen.headline();
    screen.components();
    screen.tasks();
    figures.resources(status.resources());
    figures.stages(status.performance().stages());
    figures.targets(status.performance().targets());
    screen.alerts();
    screen.foot();
    return sheet.toString();
  }

  private void headline() {
    SystemView.Identity who = status.identity();
    Mark mark = Mark.of(who.condition());
    String word = mark.sign() + " " + who.condition().name().replace('_', ' ');
    String rest =
        "  up %s  %s  %s  run %s"
            .formatted(
                Amounts.age(who.uptime()),
                Cells.cut(who.phase(), 10),
                Cells.cut(who.version(), 14),
                Cells.cut(who.systemId(), 8));
    int room = Sheet.WIDTH - Cells.width(word) - 2 - Cells.width(rest);
    sheet.line(sheet.on(mark.tone(), word) + "  " + Cells.cut(who.name(), room) + rest);
    sheet.note(who.simulated() ? "SIMULATED: no real channel, no real token" : "");
    who.reasons().stream().limit(MOST_REASONS).forEach(sheet::note);
    int more = who.reasons().size() - MOST_REASONS;
    sheet.note(more > 0 ? "… and " + more + " more reasons" : "");
  }

  /// A mark, a name, a state and its age: 39 cells.
  private String standing(Mark mark, String name, SystemView.Standing standing) {
    return sheet.mark(mark)
        + " "
        + Cells.left(name, 19)
        + " "
        + sheet.on(mark.tone(), Cells.left(standing.state(), 8))
        + " "
        + Cells.right(age(standing.since()), 8);
  }

  private String age(Instant since) {
    return Amounts.age(Duration.between(since, now));
  }

  private void components() {
    List<SystemView.Component> all = status.components().components();
    sheet.title("COMPONENTS", all.isEmpty() ? "  none" : "");
    List<String> well = new ArrayList<>();
    for (SystemView.Component one : all) {
      Mark mark = Mark.of(one);
      String cell = standing(mark, one.name(), one.standing());
      if (mark == Mark.WELL) {
        well.add(cell);
      } else {
        sheet.line(cell + "  " + sheet.on(Ink.Tone.FAINT, Cells.cut(weight(one), 39)));
        sheet.note(one.standing().next());
        sheet.note(one.health() == null ? "" : one.health().detail());
      }
    }
    sheet.pairs(well);
  }

  /// What becomes of the whole without it, and what its check says.
  private static String weight(SystemView.Component one) {
    SystemView.Checked health = one.health();
    String check =
        health == null
            ? "not checked"
            : "check " + health.status() + (health.stale() ? ", too old" : "");
    return one.criticality().name().toLowerCase(Locale.ROOT) + ", " + check;
  }

  private void tasks() {
    List<SystemView.Task> all = status.tasks().tasks();
    String columns = "%47s%10s%10s".formatted("generation", "restarts", "waits");
    sheet.title("TASKS", all.isEmpty() ? "  none" : columns);
    for (SystemView.Task task : all) {
      SystemView.Tally tally = task.tally();
      sheet.line(
          standing(Mark.of(task.standing()), task.name(), task.standing())
              + Cells.right(Amounts.count(tally.generation()), 13)
              + Cells.right(Amounts.count(tally.restarts()), 10)
              + Cells.right(Amounts.count(tally.waits()), 10));
      sheet.note(task.standing().next());
    }
  }

  private List<SystemView.Alert> alertsThat(String phase) {
    return status.alerts().alerts().stream().filter(one -> one.phase().equals(phase)).toList();
  }

  private void alerts() {
    List<SystemView.Alert> firing = alertsThat("FIRING");
    int pending = alertsThat("PENDING").size();
    String many = firing.isEmpty() ? "none" : Integer.toString(firing.size());
    sheet.title("ALERTS", "  " + many + " firing, " + pending + " pending");
    firing.stream().limit(MOST_ALERTS).forEach(this::alert);
    int more = firing.size() - MOST_ALERTS;
    sheet.note(more > 0 ? "… and " + more + " more" : "");
  }

  private void alert(SystemView.Alert alert) {
    Mark mark = alert.severity().equals("CRITICAL") ? Mark.BAD : Mark.ODD;
    String known = alert.acknowledged() ? " (acknowledged)" : alert.silenced() ? " (silenced)" : "";
    sheet.line(
        sheet.on(mark.tone(), mark.sign() + " " + Cells.left(alert.severity(), 9))
            + Cells.left(alert.key(), 28)
            + Cells.right(age(alert.since()), 9)
            + "  "
            + Cells.cut(alert.value() + known, 30));
    sheet.note(alert.summary());
  }

  private void foot() {
    SystemView.Availability seen = status.availability();
    Double ratio = seen.ratio();
    Double target = seen.target();
    boolean missed = ratio != null && target != null && ratio < target;
    String wanted = target == null ? "" : ", target " + Amounts.percent(target);
    sheet.line(
        sheet.on(Ink.Tone.TITLE, "AVAILABILITY")
            + "  "
            + sheet.on(missed ? Ink.Tone.BAD : Ink.Tone.PLAIN, Amounts.share(ratio))
            + " of the "
            + Amounts.span(seen.seen())
            + " seen"
            + wanted
            + (missed ? ": missed" : ""));
    long letters = status.letters();
    sheet.line(
        sheet.on(Ink.Tone.TITLE, "DEAD LETTERS")
            + "  "
            + Amounts.count(letters)
            + (letters == 0 ? "" : " (assay dlq list)"));
  }
}
