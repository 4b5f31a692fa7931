package io.assay.runtime.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.ManualTime;
import io.assay.runtime.alert.Alert.State;
import io.assay.runtime.alert.Rule.Breach;
import io.assay.runtime.alert.Rule.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Alert.Id LEDGER = new Alert.Id("component_down", "ledger");

  private final ManualTime time = new ManualTime();
  private final List<Notice> notices = new ArrayList<>();
  private final Set<String> down = new TreeSet<>();
  private @Nullable Exception blind;
  private final Rule rule =
      new Rule("component_down", Alert.Severity.CRITICAL, MINUTE, this::componentsDown);
  private final Alerts alerts =
      new Alerts(
          time, Alerts.Settings.DEFAULTS, List.of(rule), notices::add, Alerts.Memory.ofThisRun());

  private Reading componentsDown() throws Exception {
    if (blind != null) {
      throw blind;
    }
    return Reading.of(
        down.stream().map(name -> new Breach(name, "down", name + " is down: look")).toList());
  }

  private void after(Duration by) {
    time.pass(by);
    alerts.evaluate();
  }

  private Alert only() {
    assertThat(alerts.alerts()).hasSize(1);
    return alerts.alerts().getFirst();
  }

  /// What was told since the last time it was asked, such as `FIRING ledger,sheets`.
  private List<String> told() {
    List<String> told =
        notices.stream()
            .map(notice -> notice.kind() + " " + String.join(",", instances(notice)))
            .toList();
    notices.clear();
    return told;
  }

  private static List<String> instances(Notice notice) {
    return notice.alerts().stream().map(alert -> alert.id().instance()).toList();
  }

  /// Lets the ledger fire, and be told.
  private void fire() {
    down.add("ledger");
    alerts.evaluate();
    after(MINUTE);
    after(MINUTE);
    assertThat(told()).containsExactly("FIRING ledger");
  }

  @Test
  void evaluate_nothingBreached_showsNothing() {
    alerts.evaluate();
    assertThat(alerts.alerts()).isEmpty();
    assertThat(notices).isEmpty();
  }

  @Test
  void evaluate_aBreach_isPendingUntilItHasLasted() {
    down.add("ledger");
    alerts.evaluate();
    assertThat(only().state()).isEqualTo(State.PENDING);
    after(MINUTE.minusNanos(1));
    assertThat(only().state()).isEqualTo(State.PENDING);
    after(Duration.ofNanos(1));
    assertThat(only())
        .isEqualTo(
            new Alert(
                LEDGER,
                Alert.Severity.CRITICAL,
                State.FIRING,
                time.instant(),
                "down",
                "ledger is down: look",
                false,
                null,
                null));
  }

  @Test
  void evaluate_aBreak_beginsThePendingAnew() {
    down.add("ledger");
    alerts.evaluate();
    after(Duration.ofSeconds(50));
    down.clear();
    after(Duration.ofSeconds(5));
    assertThat(alerts.alerts()).isEmpty();
    down.add("ledger");
    after(Duration.ofSeconds(5));
    after(Duration.ofSeconds(59));
    assertThat(only().state()).isEqualTo(State.PENDING);
    after(Duration.ofSeconds(1));
    assertThat(only().state()).isEqualTo(State.FIRING);
  }

  @Test
  void evaluate_aRuleWithoutAWait_firesAtOnce() {
    alerts.replaceRules(List.of(rule.lasting(Duration.ZERO)));
    down.add("ledger");
    alerts.evaluate();
    assertThat(only().state()).isEqualTo(State.FIRING);
  }

  @Test
  void evaluate_theWallClockJumps_firesNoSooner() {
    down.add("ledger");
    alerts.evaluate();
    time.jumpTo(time.instant().plus(Duration.ofDays(2)));
    alerts.evaluate();
    assertThat(only().state()).isEqualTo(State.PENDING);
    time.jumpTo(time.instant().minus(Duration.ofDays(9)));
    after(MINUTE);
    assertThat(only().state()).isEqualTo(State.FIRING);
  }

  @Test
  void notice_isToldOnceAfterTheGroupWait() {
    down.add("ledger");
    alerts.evaluate();
    after(MINUTE);
    after(Duration.ofSeconds(29));
    assertThat(told()).isEmpty();
    after(Duration.ofSeconds(1));
    assertThat(notices.getFirst().title()).isEqualTo("CRITICAL component_down: firing");
    assertThat(notices.getFirst().text()).isEqualTo("component_down/ledger: ledger is down: look");
    assertThat(told()).containsExactly("FIRING ledger");
    after(MINUTE);
    after(HOUR);
    assertThat(told()).isEmpty();
  }

  @Test
  void notice_ofThoseThatBeganTogether_isOne() {
    down.add("ledger");
    alerts.evaluate();
    down.add("sheets");
    after(Duration.ofSeconds(20));
    after(Duration.ofSeconds(40));
    after(Duration.ofSeconds(20));
    assertThat(told()).isEmpty();
    after(Duration.ofSeconds(10));
    assertThat(told()).containsExactly("FIRING ledger,sheets");
    down.add("webhook");
    alerts.evaluate();
    after(MINUTE);
    after(MINUTE);
    assertThat(told()).containsExactly("FIRING webhook");
  }

  @Test
  void notice_ofAnotherRule_isItsOwn() {
    alerts.replaceRules(
        List.of(
            rule, new Rule("output_down", Alert.Severity.WARNING, MINUTE, this::componentsDown)));
    down.add("ledger");
    alerts.evaluate();
    after(MINUTE);
    after(MINUTE);
    assertThat(notices)
        .extracting(Notice::title)
        .containsExactly("CRITICAL component_down: firing", "WARNING output_down: firing");
  }

  @Test
  void resolved_isToldAtOnceIfItsBeginningWas() {
    fire();
    down.clear();
    after(Duration.ofSeconds(15));
    assertThat(told()).containsExactly("RESOLVED ledger");
    assertThat(only().state()).isEqualTo(State.RESOLVED);
    after(HOUR.minusNanos(1));
    assertThat(only().state()).isEqualTo(State.RESOLVED);
    after(Duration.ofNanos(1));
    assertThat(alerts.alerts()).isEmpty();
    assertThat(told()).isEmpty();
  }

  @Test
  void resolved_beforeItWasTold_isNeverTold() {
    down.add("ledger");
    alerts.evaluate();
    after(MINUTE);
    assertThat(only().state()).isEqualTo(State.FIRING);
    down.clear();
    after(Duration.ofSeconds(10));
    assertThat(only().state()).isEqualTo(State.RESOLVED);
    after(HOUR);
    assertThat(told()).isEmpty();
  }

  @Test
  void resolved_thenBreachedAgain_waitsAgain() {
    fire();
    down.clear();
    after(MINUTE);
    down.add("ledger");
    after(MINUTE);
    assertThat(only().state()).isEqualTo(State.PENDING);
    down.clear();
    after(Duration.ofSeconds(30));
    assertThat(only().state()).isEqualTo(State.RESOLVED);
    assertThat(told()).containsExactly("RESOLVED ledger");
    down.add("ledger");
    after(MINUTE);
    after(MINUTE);
    after(MINUTE);
    assertThat(told()).containsExactly("FIRING ledger");
  }

  @Test
  void resolved_thenAlmostBreachedAgain_isAsResolvedAsItWas() {
    fire();
    down.clear();
    after(MINUTE);
    Instant end = time.instant();
    down.add("ledger");
    after(Duration.ofSeconds(10));
    down.clear();
    after(Duration.ofSeconds(10));
    assertThat(only().since()).isEqualTo(end);
    after(HOUR.minusSeconds(20));
    assertThat(alerts.alerts()).isEmpty();
  }

  @Test
  void repeat_comesEveryFourHoursForTheWholeGroup() {
    down.add("sheets");
    fireTogether();
    after(Duration.ofHours(4).minusNanos(1));
    assertThat(told()).isEmpty();
    after(Duration.ofNanos(1));
    assertThat(notices.getFirst().title()).isEqualTo("CRITICAL component_down: still firing (2)");
    assertThat(told()).containsExactly("REPEAT ledger,sheets");
    after(Duration.ofHours(2));
    assertThat(told()).isEmpty();
    after(Duration.ofHours(2));
    assertThat(told()).containsExactly("REPEAT ledger,sheets");
  }

  private void fireTogether() {
    down.add("ledger");
    alerts.evaluate();
    after(MINUTE);
    after(MINUTE);
    assertThat(told()).containsExactly("FIRING ledger,sheets");
  }

  @Test
  void acknowledge_endsTheRepeatsUntilItIsOver() {
    assertThat(alerts.acknowledge(LEDGER, "ann")).isFalse();
    fire();
    assertThat(alerts.acknowledge(LEDGER, "ann")).isTrue();
    assertThat(alerts.acknowledge(new Alert.Id("no_rule", ""), "ann")).isFalse();
    assertThat(only().acknowledgedBy()).isEqualTo("ann");
    after(Duration.ofHours(9));
    assertThat(told()).isEmpty();
    down.clear();
    after(MINUTE);
    assertThat(told()).containsExactly("RESOLVED ledger");
    assertThat(only().acknowledgedBy()).isNull();
    fire();
    after(Duration.ofHours(4));
    assertThat(told()).containsExactly("REPEAT ledger");
  }

  private Silence silence(@Nullable String ofRule, @Nullable String instance, Duration length) {
    return new Silence("s1", ofRule, instance, time.instant().plus(length), "ann", "new disk");
  }

  @Test
  void silence_keepsQuietAndThenTellsWhatStillFires() {
    Silence silence = silence(null, "ledger", HOUR);
    alerts.silence(silence);
    down.add("ledger");
    alerts.evaluate();
    after(MINUTE);
    after(MINUTE);
    assertThat(only().state()).isEqualTo(State.FIRING);
    assertThat(only().silencedBy()).isEqualTo(silence);
    assertThat(told()).isEmpty();
    after(HOUR.minus(MINUTE.multipliedBy(2)).minusNanos(1));
    assertThat(told()).isEmpty();
    after(Duration.ofNanos(1));
    assertThat(told()).containsExactly("FIRING ledger");
    assertThat(only().silencedBy()).isNull();
    assertThat(alerts.silences()).isEmpty();
    assertThat(alerts.unsilence("s1")).isFalse();
  }

  @Test
  void silence_ofOneInstance_leavesTheOthers() {
    alerts.silence(silence("component_down", "ledger", HOUR));
    down.addAll(List.of("ledger", "sheets"));
    alerts.evaluate();
    after(MINUTE);
    after(MINUTE);
    assertThat(told()).containsExactly("FIRING sheets");
  }

  @Test
  void silence_ofAnotherRule_coversNothing() {
    alerts.silence(silence("output_down", null, HOUR));
    fire();
  }

  @Test
  void silence_ofARule_coversItsRepeatsButNotTheEndOfWhatWasTold() {
    fire();
    alerts.silence(silence("component_down", null, Duration.ofHours(9)));
    after(Duration.ofHours(5));
    assertThat(told()).isEmpty();
    down.clear();
    after(MINUTE);
    assertThat(told()).containsExactly("RESOLVED ledger");
  }

  @Test
  void silence_beginningAndEndWithin_isNeverTold() {
    alerts.silence(silence("component_down", null, HOUR));
    down.add("ledger");
    alerts.evaluate();
    after(MINUTE);
    after(MINUTE);
    down.clear();
    after(MINUTE);
    after(HOUR);
    assertThat(told()).isEmpty();
  }

  @Test
  void unsilence_endsItEarly() {
    alerts.silence(silence("component_down", null, HOUR));
    assertThat(alerts.silences()).hasSize(1);
    assertThat(alerts.unsilence("s1")).isTrue();
    assertThat(alerts.unsilence("s1")).isFalse();
    fire();
  }

  @Test
  void silence_ofEverything_isRefused() {
    assertThatThrownBy(() -> silence(null, null, HOUR))
        .hasMessage("a silence names a rule, an instance or both");
  }

  @Test
  void blind_aRuleThatThrows_isAnAlertOfItsOwn() {
    blind = new Fault(ErrorKind.OPERATIONAL, "the board is closed", null);
    alerts.evaluate();
    assertThat(only().state()).isEqualTo(State.PENDING);
    after(MINUTE);
    after(MINUTE);
    assertThat(only().id()).hasToString("component_down/cannot be evaluated");
    assertThat(only().summary())
        .isEqualTo("rule component_down cannot be evaluated: the board is closed");
    assertThat(only().severity()).isEqualTo(Alert.Severity.CRITICAL);
    assertThat(told()).containsExactly("FIRING cannot be evaluated");
    blind = null;
    after(MINUTE);
    assertThat(told()).containsExactly("RESOLVED cannot be evaluated");
  }

  @Test
  void blind_whatFiresGoesOnFiringAndWhatIsPendingWaits() {
    fire();
    down.clear();
    down.add("sheets");
    blind = new IllegalStateException();
    after(MINUTE);
    assertThat(alerts.alerts())
        .extracting(alert -> alert.id().instance() + " " + alert.state())
        .containsExactly("ledger FIRING", "cannot be evaluated PENDING");
    blind = null;
    after(Duration.ofSeconds(1));
    assertThat(told()).containsExactly("RESOLVED ledger");
  }

  @Test
  void blind_oneRule_leavesTheOthersTheirSight() {
    Rule broken =
        new Rule(
            "broken",
            Alert.Severity.WARNING,
            Duration.ZERO,
            () -> {
              throw new StackOverflowError();
            });
    alerts.replaceRules(List.of(broken, rule.lasting(Duration.ZERO)));
    down.add("ledger");
    alerts.evaluate();
    assertThat(alerts.alerts())
        .extracting(Alert::summary)
        .containsExactly(
            "ledger is down: look", "rule broken cannot be evaluated: StackOverflowError");
  }

  @Test
  void evaluate_interrupted_leavesEverythingAsItWas() {
    Rule interrupted =
        new Rule(
            "interrupted",
            Alert.Severity.INFO,
            Duration.ZERO,
            () -> {
              throw new InterruptedException();
            });
    fire();
    alerts.replaceRules(List.of(interrupted, rule));
    down.clear();
    after(MINUTE);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(only().state()).isEqualTo(State.FIRING);
    assertThat(told()).isEmpty();
  }

  @Test
  void replaceRules_keepsWhatTheRulesThatStayHaveSeen() {
    down.add("ledger");
    alerts.evaluate();
    after(Duration.ofSeconds(50));
    alerts.replaceRules(List.of(rule.severity(Alert.Severity.WARNING)));
    after(Duration.ofSeconds(10));
    assertThat(only().state()).isEqualTo(State.FIRING);
    assertThat(only().severity()).isEqualTo(Alert.Severity.WARNING);
  }

  @Test
  void replaceRules_resolvesWhatNobodyWatchesAnyMore() {
    fire();
    alerts.replaceRules(List.of());
    assertThat(notices.getFirst().text())
        .isEqualTo("component_down/ledger: the rule was taken out");
    assertThat(told()).containsExactly("RESOLVED ledger");
    assertThat(alerts.alerts()).isEmpty();
    after(HOUR);
    assertThat(told()).isEmpty();
  }

  @Test
  void alerts_showWhatMattersMostFirst() {
    Rule mild =
        new Rule(
            "mild",
            Alert.Severity.INFO,
            Duration.ZERO,
            () -> Reading.of(List.of(new Breach("", "1", "a little"))));
    alerts.replaceRules(List.of(mild, rule));
    fireAndResolve("sheets");
    down.add("ledger");
    alerts.evaluate();
    after(MINUTE);
    down.add("webhook");
    alerts.evaluate();
    assertThat(alerts.alerts())
        .extracting(alert -> alert.id() + " " + alert.state())
        .containsExactly(
            "component_down/ledger FIRING",
            "mild FIRING",
            "component_down/webhook PENDING",
            "component_down/sheets RESOLVED");
  }

  private void fireAndResolve(String instance) {
    down.add(instance);
    alerts.evaluate();
    after(MINUTE);
    down.remove(instance);
    after(MINUTE);
  }
}
