package io.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.desk.SqliteDesk;
import io.assay.app.api.FakeSystem;
import io.assay.app.api.Served;
import io.assay.app.client.RunningSystem;
import io.assay.app.web.Json;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DlqCommandIT {
  @RegisterExtension static final Served served = new Served();

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void folder() throws IOException {
    desk = new Desk(folder);
    Files.createDirectories(desk.data());
  }

  private void running() throws IOException {
    RunningSystem.write(desk.data(), served.server.url());
    desk.keep(Served.SECRET);
  }

  /// What an earlier run left on its desk.
  private void left(String item, String payload) throws IOException {
    try (SqliteDesk made = SqliteDesk.open(desk.data().resolve("desk.db"))) {
      made.deadLetters()
          .keep(new DeadLetter(0, "data_output", item, "disk full", 2, FakeSystem.NOON, payload));
    }
  }

  private Desk.Said dlq(String... words) throws IOException {
    return desk.say(new DlqCommand(), words);
  }

  private static JsonNode json(Desk.Said said) {
    assertThat(said.out().lines()).hasSize(1);
    return Json.tree(said.out().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void list_ofTheRunningSystem() throws IOException {
    running();
    served.letters(3);
    Desk.Said said = dlq("list", "--limit", "2");
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("row 1", "row 2").doesNotContain("row 3");
    assertThat(said.out()).endsWith("2 of 3; the next: --after 2\n");
    assertThat(dlq("list", "--after", "2").out()).contains("row 3").endsWith("the last 1 of 3\n");
  }

  @Test
  void list_whereNothingRuns_readsTheDesk() throws IOException {
    left("row \033[2J 1", "{}");
    left("row 2", "{}");
    Desk.Said said = dlq("list");
    assertThat(said.code()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("row �[2J 1", "row 2", "disk full")
        .endsWith("the last 2 of 2\n")
        .doesNotContain("\033");
  }

  @Test
  void list_json_isTheSameRunningOrNot() throws IOException {
    left("row 1", "{}");
    JsonNode from = json(dlq("list", "--json"));
    assertThat(from.at("/dead_letters/0/item").asString()).isEqualTo("row 1");
    assertThat(from.get("size").asInt()).isOne();
    assertThat(from.get("next").isNull()).isTrue();
    running();
    served.system.keep(
        new DeadLetter(0, "data_output", "row 1", "disk full", 2, FakeSystem.NOON, "{}"));
    assertThat(json(dlq("list", "--json"))).isEqualTo(from);
  }

  @Test
  void list_whereNothingEverRan_isEmpty() throws IOException {
    assertThat(dlq("list").out()).isEqualTo("no dead letters\n");
    assertThat(desk.data()).isEmptyDirectory();
  }

  @Test
  void list_ofADeskThatIsNone_isOneLine() throws IOException {
    Files.writeString(desk.data().resolve("desk.db"), "hello ".repeat(1000));
    Desk.Said said = dlq("list");
    assertThat(said.code()).isNotZero();
    assertThat(said.err()).startsWith("assay: ").hasLineCount(1).doesNotContain("Exception");
  }

  @Test
  void list_anImpossiblePage_isMisuse() throws IOException {
    assertThat(dlq("list", "--limit", "0").code()).isEqualTo(2);
    assertThat(dlq("list", "--limit", "1001").code()).isEqualTo(2);
  }

  @Test
  void show_isTheLetterWithItsPayload_runningOrNot() throws IOException {
    left("row 1", "{\"text\":\"\033[31mred\"}");
    Desk.Said said = dlq("show", "1");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("item         row 1\n", "  {\"text\":\"\\u001b[31mred\"}\n")
        .doesNotContain("\033");
    assertThat(json(dlq("show", "1", "--json")).get("payload").asString())
        .isEqualTo("{\"text\":\"\033[31mred\"}");
    running();
    served.letters(1);
    assertThat(dlq("show", "1").out()).contains("payload 1");
  }

  @Test
  void show_whatIsNot_is65() throws IOException {
    Desk.Said none = dlq("show", "7");
    assertThat(none.code()).isEqualTo(65);
    assertThat(none.err()).isEqualTo("assay: there is no dead letter 7\n");
    left("row 1", "{}");
    assertThat(dlq("show", "7").code()).isEqualTo(65);
    running();
    assertThat(dlq("show", "7").err()).isEqualTo("assay: there is no dead letter 7\n");
  }

  @Test
  void replay_isDoneByTheRunningSystem() throws IOException {
    running();
    served.letters(3);
    Desk.Said said = dlq("replay", "1", "3");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .isEqualTo("dead letter 1 was worked again\ndead letter 3 was worked again\n");
    assertThat(served.system.deeds).containsExactly("replay 1", "replay 3");
  }

  @Test
  void drop_ofSomeThatAreAndOneThatIsNot_doesWhatItCanAndIs65() throws IOException {
    running();
    served.letters(2);
    Desk.Said said = dlq("drop", "1", "9", "2");
    assertThat(said.code()).isEqualTo(65);
    assertThat(said.out()).isEqualTo("dead letter 1 was dropped\ndead letter 2 was dropped\n");
    assertThat(said.err()).isEqualTo("assay: there is no dead letter 9\n");
    assertThat(served.system.kept).isEmpty();
  }

  @Test
  void drop_json_saysWhatBecameOfEach() throws IOException {
    running();
    served.letters(1);
    assertThat(json(dlq("drop", "1", "9", "--json"))).hasToString("{\"done\":[1],\"missing\":[9]}");
  }

  @Test
  void acting_whereNothingRuns_is69AndTouchesNothing() throws IOException {
    left("row 1", "{}");
    for (String deed : new String[] {"replay", "drop"}) {
      Desk.Said said = dlq(deed, "1");
      assertThat(said.code()).isEqualTo(69);
      assertThat(said.err()).contains("nothing runs in " + desk.data());
    }
    assertThat(dlq("list").out()).contains("row 1");
  }

  @Test
  void acting_withAWrongToken_is78() throws IOException {
    running();
    desk.keep("some-other-token-altogether");
    served.letters(1);
    Desk.Said said = dlq("drop", "1");
    assertThat(said.code()).isEqualTo(78);
    assertThat(said.err()).isEqualTo("assay: this is not the token of this house\n");
    assertThat(served.system.kept).hasSize(1);
  }

  @Test
  void acting_onWhatCannotBeWorkedNow_is75() throws IOException {
    running();
    served.letters(1);
    served.system.failure = new Fault(ErrorKind.TEMPORARY, "the fold lags", null);
    Desk.Said said = dlq("replay", "1");
    assertThat(said.code()).isEqualTo(75);
    assertThat(said.err()).isEqualTo("assay: the fold lags\n");
  }
}
