package io.assay.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.config.Configuration;
import io.assay.app.config.Loaded;
import io.assay.app.config.Settings;
import io.assay.app.live.BooksGauge;
import io.assay.core.ledger.Block;
import io.assay.core.message.ChannelId;
import io.assay.runtime.ManualTime;
import io.assay.runtime.alert.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertRulesTest {
  private static final ChannelId CHATTY = ChannelId.canonical(1111);
  private static final ChannelId CALM = ChannelId.canonical(2222);

  private final ManualTime time = new ManualTime();
  private final BooksGauge gauge = new BooksGauge();
  private final FlowFigures figures = KeptFigures.by(time);

  private static Settings settings(Map<String, String> environment) {
    return ((Loaded.Fine) Configuration.load(null, environment)).settings();
  }

  /// The rules of a house of which only the figures are asked.
  @SuppressWarnings("NullAway")
  private List<Rule> rules(Map<String, String> environment) {
    House.Measures measures = new House.Measures(figures, () -> null, null);
    House.Flow flow = new House.Flow(null, gauge, null, null);
    return AlertRules.of(new House(null, null, null, measures, flow, time), settings(environment));
  }

  private List<String> silences(Map<String, String> environment) throws Exception {
    return breaches("no_messages", environment);
  }

  private List<String> breaches(String name, Map<String, String> environment) throws Exception {
    Rule rule =
        rules(environment).stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return switch (rule.watch().read()) {
      case Rule.Reading.Quiet() -> List.of();
      case Rule.Reading.Breached(List<Rule.Breach> breaches) ->
          breaches.stream().map(each -> each.instance() + ": " + each.summary()).toList();
      case Rule.Reading.Blind(String cause) -> List.of("blind: " + cause);
    };
  }

  /// Ten posts of a channel every ten minutes, and one of another every five hours.
  private void posts() {
    for (int i = 0; i < 10; i++) {
      figures.recorded(CALM, Duration.ofMillis(5));
      for (int k = 0; k < 30; k++) {
        figures.recorded(CHATTY, Duration.ofMillis(5));
        time.pass(Duration.ofMinutes(10));
      }
    }
    figures.recorded(CALM, Duration.ofMillis(5));
  }

  @Test
  void noMessages_ofAChannelForTwentyOfItsGaps_isABreachOfThatChannelAlone() throws Exception {
    posts();
    time.pass(Duration.ofMinutes(190));
    assertThat(silences(Map.of())).isEmpty();
    time.pass(Duration.ofMinutes(1));
    assertThat(silences(Map.of()))
        .singleElement()
        .asString()
        .startsWith(CHATTY + ": channel " + CHATTY + " has said nothing for 201 min")
        .contains("usually silent for 600 s");
    figures.recorded(CHATTY, Duration.ofMillis(5));
    assertThat(silences(Map.of())).isEmpty();
  }

  @Test
  void noMessages_atAll_isABreachWithoutAChannel() throws Exception {
    Map<String, String> hour = Map.of("ASSAY_ALERTS_SILENCE_THRESHOLD", "1h");
    figures.heard(1, 0, 0, 0);
    time.pass(Duration.ofMinutes(60));
    assertThat(silences(hour)).isEmpty();
    time.pass(Duration.ofMinutes(1));
    assertThat(silences(hour)).singleElement().asString().startsWith(": no message for 61 min");
    assertThat(silences(Map.of())).isEmpty();
  }

  @Test
  void noMessages_whereNobodyWantsToKnow_isNoRule() {
    assertThat(rules(Map.of("ASSAY_ALERTS_SILENCE_GAPS", "0")))
        .extracting(Rule::name)
        .isNotEmpty()
        .doesNotContain("no_messages");
  }

  @Test
  void foldLag_saysWhyItLagsNow() throws Exception {
    assertThat(breaches("fold_lag", Map.of())).isEmpty();
    gauge.show(new BooksGauge.Reading(Block.Head.START, 1001, ""));
    assertThat(breaches("fold_lag", Map.of()))
        .containsExactly(": fold_lag is 1,001, above 1,000: the fold is slower than what comes in");
    gauge.show(new BooksGauge.Reading(Block.Head.START, 1001, "the ledger is gone"));
    assertThat(breaches("fold_lag", Map.of()))
        .containsExactly(": fold_lag is 1,001, above 1,000: the fold fails: the ledger is gone");
  }

  @Test
  void ruleThatIsSwitchedOff_isNone_andSeverityAndDelayAreAsConfigured() {
    List<Rule> rules =
        rules(
            Map.of(
                "ASSAY_ALERTS_RULES_FOLD_LAG_ENABLED", "false",
                "ASSAY_ALERTS_RULES_DISK_USAGE_SEVERITY", "CRITICAL",
                "ASSAY_ALERTS_RULES_DISK_USAGE_FOR", "3min"));
    assertThat(rules).extracting(Rule::name).doesNotContain("fold_lag").contains("disk_usage");
    assertThat(rules)
        .filteredOn(rule -> rule.name().equals("disk_usage"))
        .singleElement()
        .satisfies(rule -> {
          assertThat(rule.severity().name()).isEqualTo("CRITICAL");
          assertThat(rule.lasting()).isEqualTo(Duration.ofMinutes(3));
        });
  }
}
