package io.assay.runtime.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.ManualTime;
import io.assay.runtime.alert.Alert.State;
import io.assay.runtime.alert.Rule.Breach;
import io.assay.runtime.alert.Rule.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever comes in whatever order: what holds always.
class AlertsSequenceTest {
  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final Duration LASTING = Duration.ofSeconds(60);
  private static final Duration GROUP_WAIT = Duration.ofSeconds(30);

  private final ManualTime time = new ManualTime();
  private final List<Notice> notices = new ArrayList<>();
  private final TreeSet<String> down = new TreeSet<>();
  private boolean blind;

  private final Map<String, Long> downSince = new HashMap<>();
  private final Map<String, Long> firingSince = new HashMap<>();
  private final Map<String, Boolean> told = new HashMap<>();

  private Alerts alerts(int changes) {
    return new Alerts(
        time,
        new Alerts.Settings(
            GROUP_WAIT,
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            new Alerts.Damping(changes, Duration.ofMinutes(10))),
        List.of(new Rule("down", Alert.Severity.WARNING, LASTING, this::read)),
        notices::add,
        Alerts.Memory.ofThisRun());
  }

  private Reading read() {
    return blind
        ? new Reading.Blind("dark")
        : Reading.of(down.stream().map(name -> new Breach(name, "", name)).toList());
  }

  private void step(Alerts alerts, Random chance) {
    String name = NAMES.get(chance.nextInt(NAMES.size()));
    if (chance.nextInt(4) == 0 && !down.remove(name)) {
      down.add(name);
    }
    blind = chance.nextInt(12) == 0;
    if (chance.nextInt(20) == 0) {
      boolean _ = alerts.acknowledge(new Alert.Id("down", name), "ann");
    }
    time.pass(Duration.ofSeconds(1 + chance.nextInt(30)));
    alerts.evaluate();
    if (!blind) {
      NAMES.forEach(this::noteSeen);
    }
  }

  private void noteSeen(String name) {
    if (down.contains(name)) {
      downSince.putIfAbsent(name, time.nanos());
    } else {
      downSince.remove(name);
    }
  }

  private Map<String, State> states(Alerts alerts) {
    Map<String, State> states = new HashMap<>();
    alerts.alerts().forEach(alert -> states.put(alert.id().instance(), alert.state()));
    return states;
  }

  /// Notices of one alert are FIRING, any number of REPEAT, RESOLVED, and again from the start.
  private void assertOrderOfNotices() {
    for (Notice notice : notices) {
      for (Alert alert : notice.alerts()) {
        String name = alert.id().instance();
        boolean before = told.getOrDefault(name, false);
        assertThat(before).as(notice.title()).isEqualTo(notice.kind() != Notice.Kind.FIRING);
        told.put(name, notice.kind() != Notice.Kind.RESOLVED);
      }
    }
    notices.clear();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void evaluate_anySequence_firesForAReasonAndTellsOnce(int seed) {
    Alerts alerts = alerts(1_000_000);
    Random chance = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      step(alerts, chance);
      Map<String, State> states = states(alerts);
      for (String name : NAMES) {
        assertPeriod(name, states.get(name) == State.FIRING);
      }
      assertOrderOfNotices();
      for (String name : NAMES) {
        assertTold(name);
      }
    }
    assertEverythingEnds(alerts);
  }

  private void assertPeriod(String name, boolean fires) {
    if (fires && firingSince.putIfAbsent(name, time.nanos()) == null) {
      long since = downSince.getOrDefault(name, Long.MAX_VALUE);
      assertThat(time.nanos() - since).isGreaterThanOrEqualTo(LASTING.toNanos());
    }
    if (!fires) {
      firingSince.remove(name);
    }
    if (!blind) {
      boolean mustFire =
          downSince.containsKey(name) && time.nanos() - downSince.get(name) >= LASTING.toNanos();
      assertThat(fires).as(name).isEqualTo(mustFire);
    }
  }

  private void assertTold(String name) {
    Long since = firingSince.get(name);
    if (since == null) {
      assertThat(told.getOrDefault(name, false)).as(name).isFalse();
    } else if (time.nanos() - since >= GROUP_WAIT.toNanos()) {
      assertThat(told.getOrDefault(name, false)).as(name).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 12, 13, 14})
  void evaluate_anySequence_withDamping_tellsInOrderAndEnds(int seed) {
    Alerts alerts = alerts(3);
    Random chance = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      step(alerts, chance);
      assertOrderOfNotices();
    }
    assertEverythingEnds(alerts);
  }

  private void assertEverythingEnds(Alerts alerts) {
    down.clear();
    blind = false;
    for (int i = 0; i < 200; i++) {
      time.pass(Duration.ofSeconds(30));
      alerts.evaluate();
    }
    assertOrderOfNotices();
    assertThat(told).doesNotContainValue(true);
    assertThat(alerts.alerts()).isEmpty();
  }
}
