package io.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.app.api.Served;
import io.assay.app.client.RunningSystem;
import io.assay.core.asset.Majors;
import io.assay.core.call.CallId;
import io.assay.core.call.CallRules;
import io.assay.core.flow.CallFlow;
import io.assay.core.flow.Live;
import io.assay.core.flow.Replay;
import io.assay.core.flow.Sighting;
import io.assay.core.ledger.Standing;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Timing;
import io.assay.core.reading.Reader;
import io.assay.core.score.Voided;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class VoidCommandIT {
  private static final Instant THEN = Instant.parse("2024-05-01T12:00:00Z");
  private static final String TEXT =
      "BUY NOW So11111111111111111111111111111111111111112 huge potential, entry here, target 2x";

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

  private Desk.Said say(String... words) throws IOException {
    return desk.say(new VoidCommand(), words);
  }

  /// Books of one call, `7/1234`.
  private Path books() {
    Path file = folder.resolve("history.db");
    MessageRef ref = new MessageRef(new ChannelId(7), 1234);
    MessageEvent post = MessageEvent.imported(ref, Timing.imported(THEN), Content.of(TEXT));
    try (SqliteBooks books = SqliteBooks.open(file)) {
      Live live = new Live(books, Replay.Limits.BULK);
      live.order(CallRules.DEFAULT, Majors.shippedText(), Map.of(), THEN);
      live.hear(List.of(Sighting.of(post, new Reader())));
    }
    return file;
  }

  @Test
  void void_isDoneByTheRunningSystem() throws IOException {
    running();
    Desk.Said said = say("7/1234@170#2", "--reason", "a warning, not a call");
    assertThat(said.code()).isZero();
    assertThat(said.out()).isEqualTo("call 7/1234@170#2 is void\n");
    assertThat(served.system.deeds).containsExactly("void 7/1234@170#2: a warning, not a call");
  }

  @Test
  void void_ofNoCall_is65() throws IOException {
    running();
    Desk.Said said = say("7/5", "--reason", "no");
    assertThat(said.code()).isEqualTo(65);
    assertThat(said.err()).isEqualTo("assay: there is no call 7/5\n");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void void_whereNothingRuns_is69() throws IOException {
    Desk.Said said = say("7/1234", "--reason", "no");
    assertThat(said.code()).isEqualTo(69);
    assertThat(said.err()).contains("nothing runs in " + desk.data());
  }

  @Test
  void void_whileTheFoldLags_is75() throws IOException {
    running();
    served.system.failure = new Fault(ErrorKind.TEMPORARY, "the fold lags", null);
    assertThat(say("7/1234", "--reason", "no").code()).isEqualTo(75);
  }

  @Test
  void void_withoutAReasonOrACall_isMisuse() throws IOException {
    assertThat(say("7/1234").code()).isEqualTo(2);
    assertThat(say("7/1234", "--reason", " ").err()).contains("reason must be one line");
    assertThat(say("seven", "--reason", "no").err()).contains("a call is written");
  }

  @Test
  void void_inBooksAtRest_isJournaledAtTheTimeOfTheBooks() throws IOException {
    Path file = books();
    Desk.Said said = say("7/1234", "--reason", "misread", "--db", file.toString());
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    assertThat(said.out()).isEqualTo("call 7/1234 is void\n");
    byte[] key = CallId.parse("7/1234").toBytes();
    try (SqliteBooks books = SqliteBooks.openReadOnly(file)) {
      byte[] row = Objects.requireNonNull(books.ledger().find(Table.VOIDS, key));
      assertThat(Voided.ofBytes(row)).isEqualTo(new Voided(THEN, "misread"));
      assertThat(Standing.of(books.ledger(), CallFlow.VERSION).clock()).isEqualTo(THEN);
      assertThat(books.audit(() -> {}).findings()).isEmpty();
    }
  }

  @Test
  void void_inBooksAtRest_ofNoCall_is65AndChangesNothing() throws IOException {
    Path file = books();
    Desk.Said said = say("7/9", "--reason", "misread", "--db", file.toString());
    assertThat(said.code()).isEqualTo(65);
    assertThat(said.err()).isEqualTo("assay: there is no call 7/9 in " + file + "\n");
  }

  @Test
  void void_inBooksThatAreNone_is65() throws IOException {
    Path none = folder.resolve("none.db");
    assertThat(say("7/9", "--reason", "no", "--db", none.toString()).code()).isEqualTo(65);
    assertThat(none).doesNotExist();
    Path other = Files.writeString(folder.resolve("other.db"), "hello ".repeat(1000));
    Desk.Said said = say("7/9", "--reason", "no", "--db", other.toString());
    assertThat(said.code()).isEqualTo(65);
    assertThat(said.err()).startsWith("assay: ").hasLineCount(1);
  }
}
