package io.assay.runtime.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What was told in one run is ended in the next, and what was not is told there.
class ToldAlertsTest {
  private static final Alert.Id DISK = new Alert.Id("disk", "");
  private static final Duration WAIT = Alerts.Settings.DEFAULTS.groupWait();

  private final ManualTime time = new ManualTime();
  private final Alerts.Memory memory = Alerts.Memory.ofThisRun();
  private final List<Notice> notices = new ArrayList<>();
  private @Nullable String breach = "99 %";

  private final Rule disk =
      new Rule(
          "disk",
          Alert.Severity.WARNING,
          Duration.ZERO,
          () ->
              breach == null
                  ? new Rule.Reading.Quiet()
                  : new Rule.Reading.Breached(List.of(new Rule.Breach("", breach, "full"))));

  private Alerts run(Rule... rules) {
    notices.clear();
    return new Alerts(time, Alerts.Settings.DEFAULTS, List.of(rules), notices::add, memory);
  }

  private List<Notice.Kind> kinds() {
    return notices.stream().map(Notice::kind).toList();
  }

  private void pass(Alerts alerts, Duration duration) {
    alerts.evaluate();
    time.pass(duration);
    alerts.evaluate();
  }

  private Alerts runThatTold() {
    Alerts alerts = run(disk);
    pass(alerts, WAIT);
    assertThat(kinds()).containsExactly(Notice.Kind.FIRING);
    notices.forEach(alerts::delivered);
    return alerts;
  }

  @Test
  void whatWasTold_andIsOverInTheNextRun_isToldToBeOver() {
    runThatTold();
    breach = null;
    Alerts next = run(disk);
    pass(next, WAIT);
    assertThat(kinds()).containsExactly(Notice.Kind.RESOLVED);
    assertThat(notices.getFirst().text()).isEqualTo("disk: full");
    notices.forEach(next::delivered);
    assertThat(memory.told().load()).isEmpty();
  }

  @Test
  void anEndThatReachedNobody_isToldByTheNextRun() {
    runThatTold();
    breach = null;
    pass(run(disk), WAIT);
    pass(run(disk), WAIT);
    assertThat(kinds()).containsExactly(Notice.Kind.RESOLVED);
  }

  @Test
  void whatWasTold_andStillFires_isNotToldAgainBeforeItsTime() {
    runThatTold();
    Alerts next = run(disk);
    pass(next, Duration.ofHours(1));
    assertThat(kinds()).isEmpty();
    assertThat(next.alerts()).extracting(Alert::state).containsExactly(Alert.State.FIRING);
    pass(next, Duration.ofHours(4));
    assertThat(kinds()).containsExactly(Notice.Kind.REPEAT);
  }

  @Test
  void quietWhileNothingIsMeasuredYet_isNoEnd() {
    runThatTold();
    breach = null;
    Alerts next = run(disk);
    pass(next, WAIT.dividedBy(2));
    breach = "99 %";
    pass(next, WAIT);
    assertThat(kinds()).isEmpty();
  }

  @Test
  void whatReachedNobody_isToldByTheNextRun() {
    pass(run(disk), WAIT);
    assertThat(kinds()).containsExactly(Notice.Kind.FIRING);
    pass(run(disk), WAIT);
    assertThat(kinds()).containsExactly(Notice.Kind.FIRING);
  }

  @Test
  void acknowledgement_outlivesTheRun() {
    assertThat(runThatTold().acknowledge(DISK, "ann")).isTrue();
    Alerts next = run(disk);
    pass(next, Duration.ofDays(1));
    assertThat(kinds()).isEmpty();
    assertThat(next.alerts()).extracting(Alert::acknowledgedBy).containsExactly("ann");
  }

  @Test
  void whatWasToldByARuleThatIsNoMore_isToldToBeOver() {
    runThatTold();
    Alerts next = run();
    next.replaceRules(List.of());
    next.evaluate();
    assertThat(kinds()).containsExactly(Notice.Kind.RESOLVED);
    assertThat(notices.getFirst().text()).isEqualTo("disk: the rule was taken out");
  }

  @Test
  void whatIsOverWhenItsBeginningIsHeard_isToldToBeOverByTheNextRun() {
    Alerts alerts = run(disk);
    pass(alerts, WAIT);
    Notice began = notices.getFirst();
    breach = null;
    alerts.evaluate();
    alerts.delivered(began);
    pass(run(disk), WAIT);
    assertThat(kinds()).containsExactly(Notice.Kind.RESOLVED);
  }
}
