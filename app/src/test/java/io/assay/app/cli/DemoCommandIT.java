package io.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoCommandIT {
  private record Said(int code, String out, String err) {}

  private static Said say(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Assayer.run(new PrintWriter(out), new PrintWriter(err), words);
    return new Said(code, out.toString(), err.toString());
  }

  private static JsonNode play(int channels, int seed) {
    Said said =
        say(
            "demo",
            "--headless",
            "--json",
            "--days",
            "45",
            "--channels",
            "" + channels,
            "--seed",
            "" + seed);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out().strip()).doesNotContain("\n");
    return JsonMapper.shared().readTree(said.out());
  }

  @Test
  void headless_json_saysEverythingOfEachChannelBesideTheTruth() {
    JsonNode found = play(20, 3);
    assertThat(found.get("simulated").asBoolean()).isTrue();
    assertThat(found.get("seed").asInt()).isEqualTo(3);
    assertThat(found.get("days").asInt()).isEqualTo(45);
    assertThat(found.get("channels")).hasSize(20);
    assertThat(found.get("calls").get("OPEN").asInt()).isZero();
    assertThat(found.get("calls").get("RESOLVED").asInt()).isGreaterThan(500);
    assertThat(found.get("calls").get("DEAD").asInt()).isGreaterThan(100);
    int rank = 0;
    double before = Double.POSITIVE_INFINITY;
    for (JsonNode channel : found.get("channels")) {
      assertThat(channel.get("rank").asInt()).isEqualTo(++rank);
      assertThat(channel.get("lowerBound").asDouble()).isLessThanOrEqualTo(before);
      assertThat(channel.get("upperBound").asDouble())
          .isGreaterThan(channel.get("lowerBound").asDouble());
      assertThat(channel.get("verdict").asString()).isIn("BETTER", "LUCK", "WORSE");
      assertThat(channel.get("n").asInt()).isBetween(20, 200);
      assertThat(channel.get("missingShare").asDouble()).isLessThan(0.02);
      assertThat(channel.get("trueSkill").asDouble()).isBetween(-0.06, 0.06);
      before = channel.get("lowerBound").asDouble();
    }
    assertThat(found.get("rankCorrelation").asDouble()).isGreaterThan(0.5);
  }

  @Test
  void headless_theSameSeed_findsTheSame() {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      found.add(play(5, 8).get("channels").toString());
    }
    assertThat(found.getFirst()).isEqualTo(found.getLast());
    assertThat(play(5, 9).get("channels").toString()).isNotEqualTo(found.getFirst());
  }

  @Test
  void headless_text_isLabelledAndComparesBothRanks() {
    Said said = say("demo", "--headless", "--days", "40", "--channels", "5");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .startsWith("SIMULATED")
        .contains("true skill", "rank correlation with the hidden truth", "ATH");
  }

  @Test
  void demo_whatCannotBe_isOneClearLine() {
    assertThat(say("demo", "--headless", "--days", "30"))
        .satisfies(said -> {
          assertThat(said.code()).isEqualTo(64);
          assertThat(said.out()).isEmpty();
          assertThat(said.err())
              .startsWith("assay: a call is followed for 30 days, so a world lasts 31 to 36500");
        });
    assertThat(say("demo", "--json").err()).startsWith("assay: --json needs --headless");
    assertThat(say("demo", "--speed", "0").code()).isEqualTo(64);
    assertThat(new CommandLine(new Assayer()).getSubcommands()).containsKey("demo");
  }
}
