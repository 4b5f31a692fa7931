package io.assay.app.config.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.config.document.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file beside a record: lists, tables, sections, and what stands in the wrong place.
class BinderIT {
  enum Day {
    MONDAY,
    TUESDAY
  }

  public record Shift(@Doc("hours") @Within(least = "1", most = "12") int hours) {
    public Shift() {
      this(8);
    }
  }

  public record Plan(
      @Doc("who works") List<String> people,
      @Doc("a remark") @Nullable String remark,
      @Doc("hours a day") Map<Day, Shift> days,
      @Doc("usually") Shift usual) {}

  private static final Plan DEFAULTS = new Plan(List.of(), null, Map.of(), new Shift());

  @TempDir Path folder;

  private Binder.Bound<Plan> bind(String yaml, Map<String, String> variables) throws IOException {
    Path file = Files.writeString(folder.resolve("plan.yml"), yaml);
    return Binder.bind(DEFAULTS, file, new Environment(variables, "P_", Set.of()));
  }

  private List<String> problems(String yaml) throws IOException {
    return bind(yaml, Map.of()).problems().stream()
        .map(problem -> problem.toString().replace(folder + "/", ""))
        .toList();
  }

  @Test
  void list_inBothForms_isItsTexts() throws IOException {
    Plan plan = new Plan(List.of("Ann", "007"), null, Map.of(), new Shift());
    assertThat(bind("people: [Ann, 007]", Map.of()).value()).isEqualTo(plan);
    assertThat(bind("people:\n  - Ann\n  - 007\n", Map.of()).value()).isEqualTo(plan);
    assertThat(bind("people: Ann, 007", Map.of()).value()).isEqualTo(plan);
  }

  @Test
  void list_ofAnythingButTexts_isRefused() throws IOException {
    String why = "plan.yml:1:9: people: takes a list of values and nothing else";
    assertThat(problems("people: [Ann, [Bob]]")).containsExactly(why);
    assertThat(problems("people: [{name: Ann}]")).containsExactly(why);
    assertThat(problems("people: [Ann, null]")).containsExactly(why);
    assertThat(problems("people: {Ann: 1}"))
        .containsExactly("plan.yml:1:9: people: takes a value, not keys of its own");
  }

  @Test
  void table_holdsTheNamesThatAreSaid() throws IOException {
    Map<String, String> variables = Map.of("P_DAYS_TUESDAY_HOURS", "4");
    Binder.Bound<Plan> bound = bind("days:\n  MONDAY:\n    hours: 6\n", variables);
    assertThat(bound.value().days())
        .isEqualTo(Map.of(Day.MONDAY, new Shift(6), Day.TUESDAY, new Shift(4)));
    assertThat(bound.effective())
        .extracting(Effective::path)
        .containsExactly(
            "people", "remark", "days.MONDAY.hours", "days.TUESDAY.hours", "usual.hours");
  }

  @Test
  void table_aNameWithNothingUnderIt_isThereWithItsDefaults() throws IOException {
    assertThat(bind("days:\n  MONDAY:\n", Map.of()).value().days())
        .isEqualTo(Map.of(Day.MONDAY, new Shift()));
  }

  @Test
  void optional_saidToBeNothing_isSetToNothing() throws IOException {
    Effective remark = bind("remark:\n", Map.of()).effective().get(1);
    assertThat(remark.shown()).isNull();
    assertThat(remark.isSet()).isTrue();
    assertThat(remark.origin()).isInstanceOf(Origin.Place.class);
  }

  @Test
  void mistakes_belowMistakes_areSaidOnce() throws IOException {
    assertThat(problems("dayz:\n  MONDAY:\n    hours: 99\nusual: [hours]\n"))
        .containsExactly(
            "plan.yml:1:1: dayz: unknown key; did you mean days?",
            "plan.yml:4:8: usual: takes keys of its own: hours");
  }

  @Test
  void duplicate_theFirstOneHolds_andBothAreNamed() throws IOException {
    assertThat(problems("usual: {hours: 2}\nremark: a\nusual: {hours: 99}\n"))
        .containsExactly("plan.yml:3:1: usual: is written twice; the first is in line 1");
  }
}
