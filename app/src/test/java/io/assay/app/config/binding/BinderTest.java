package io.assay.app.config.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every type that a key can have, set through the environment.
class BinderTest {
  enum Fruit {
    APPLE,
    PEAR
  }

  public record Part(@Doc("how many") @Within(least = "1", most = "9") int count) {
    public Part() {
      this(1);
    }
  }

  public record Whole(
      @Doc("a text") String text,
      @Doc("a number") long number,
      @Doc("yes or no") boolean truth,
      @Doc("a share") double share,
      @Doc(value = "a percentage", unit = "%") double percent,
      @Doc("a time") Duration time,
      @Doc("a size") Size size,
      @Doc("a place") Path path,
      @Doc("an address") URI address,
      @Doc("a choice") Fruit fruit,
      @Doc("a list") List<String> list,
      @Doc(name = "for", value = "under another name") long other,
      @Doc("a secret") @Nullable Secret<String> secret,
      Part part,
      @Reloadable Map<Fruit, Part> parts) {
    public Whole {
      new Objections()
          .unless(number < 100, "number is large", "number")
          .unless(number != part.count(), "number and count are one", "number", "part.count")
          .raise();
    }
  }

  private static final Whole DEFAULTS =
      new Whole(
          "text",
          5,
          true,
          0.5,
          0.25,
          Duration.ofSeconds(1),
          new Size(1024),
          Path.of("here"),
          URI.create("http://localhost"),
          Fruit.APPLE,
          List.of("a", "b"),
          7,
          null,
          new Part(),
          Map.of());

  private static Binder.Bound<Whole> bind(Map<String, String> variables) {
    return Binder.bind(DEFAULTS, null, new Environment(variables, "T_", Set.of("T_OTHER")));
  }

  private static List<String> problems(Map<String, String> variables) {
    return bind(variables).problems().stream().map(Object::toString).toList();
  }

  @Test
  void bind_nothingSaid_isTheDefaults() {
    assertThat(bind(Map.of()).value()).isEqualTo(DEFAULTS);
    assertThat(bind(Map.of()).problems()).isEmpty();
  }

  @Test
  void bind_everyType_isReadAsWritten() {
    Map<String, String> said =
        Map.ofEntries(
            Map.entry("T_TEXT", " 60 "),
            Map.entry("T_NUMBER", "-12"),
            Map.entry("T_TRUTH", "false"),
            Map.entry("T_SHARE", "85%"),
            Map.entry("T_PERCENT", "80"),
            Map.entry("T_TIME", "90"),
            Map.entry("T_SIZE", "64k"),
            Map.entry("T_PATH", "there/it is"),
            Map.entry("T_ADDRESS", "https://example.org/a?b"),
            Map.entry("T_FRUIT", "pear"),
            Map.entry("T_LIST", "x, y"),
            Map.entry("T_FOR", "8"),
            Map.entry("T_SECRET", "hunter2"),
            Map.entry("T_PART_COUNT", "3"),
            Map.entry("T_PARTS_PEAR_COUNT", "4"));
    assertThat(bind(said).problems()).isEmpty();
    assertThat(bind(said).value())
        .isEqualTo(
            new Whole(
                " 60 ",
                -12,
                false,
                0.85,
                0.80,
                Duration.ofSeconds(90),
                new Size(65536),
                Path.of("there/it is"),
                URI.create("https://example.org/a?b"),
                Fruit.PEAR,
                List.of("x", "y"),
                8,
                new Secret<>("hunter2"),
                new Part(3),
                Map.of(Fruit.PEAR, new Part(4))));
  }

  @Test
  void bind_effective_isWhatCanBeWrittenAgain() {
    Map<String, String> said = Map.of("T_PERCENT", "12.5", "T_SECRET", "hunter2");
    assertThat(bind(said).effective())
        .extracting(Effective::path, Effective::shown, value -> value.origin().toString())
        .contains(
            tuple("percent", "12.5%", "T_PERCENT"),
            tuple("secret", "<secret>", "T_SECRET"),
            tuple("list", "a, b", "default"),
            tuple("time", "1s", "default"));
  }

  @Test
  void bind_severalMistakes_saysAllInOrderOfTheirVariables() {
    assertThat(problems(Map.of("T_TIME", "soon", "T_FRUIT", "fig", "T_PART_COUNT", "10")))
        .containsExactly(
            "T_FRUIT: fruit: \"fig\" is none of APPLE, PEAR",
            "T_PART_COUNT: part.count: \"10\" is out of range (1 to 9)",
            "T_TIME: time: \"soon\" is no number with a unit, such as 60s");
  }

  @Test
  void bind_objection_namesTheKeyThatSomebodySetAndAllValues() {
    assertThat(problems(Map.of("T_PART_COUNT", "5")))
        .containsExactly(
            "T_PART_COUNT: part.count: number and count are one (number 5, part.count 5)");
  }

  @Test
  void bind_objectionToAWrongValue_isNotRaised() {
    assertThat(problems(Map.of("T_PART_COUNT", "5", "T_NUMBER", "many")))
        .containsExactly("T_NUMBER: number: \"many\" is no whole number");
  }

  @Test
  void bind_emptyVariable_unsetsWhatMayBeUnset() {
    assertThat(problems(Map.of("T_SECRET", "", "T_TEXT", "")))
        .containsExactly("T_TEXT: text: has no value; write one, or leave the key out");
  }

  @Test
  void bind_variablesOfOthers_areLeftAlone() {
    assertThat(problems(Map.of("T_OTHER", "x", "PATH", "/bin", "t_text", "y"))).isEmpty();
    assertThat(problems(Map.of("T_PART_CONT", "x")))
        .containsExactly("T_PART_CONT: sets no key; did you mean T_PART_COUNT?");
  }

  @Test
  void bind_anUnprintableVariable_isOneHarmlessLine() {
    assertThat(problems(Map.of("T_\u001b[31mX\n", "x")))
        .singleElement()
        .asString()
        .startsWith("T_\\u001b[31mX\\u000a: sets no key");
  }

  @Test
  void leaves_ofARecord_knowWhetherTheyCanBeReloaded() {
    Whole whole = bind(Map.of("T_PARTS_APPLE_COUNT", "2")).value();
    assertThat(Leaf.of(whole))
        .extracting(leaf -> leaf.key().path(), leaf -> leaf.key().reloadable())
        .contains(tuple("parts.APPLE.count", true), tuple("part.count", false));
  }
}
