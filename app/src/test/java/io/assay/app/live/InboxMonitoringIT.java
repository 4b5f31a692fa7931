package io.assay.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.assay.core.message.MessageEvent;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class InboxMonitoringIT {
  private static final String TASK = InboxMonitoring.ORIGIN;
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final Instant POSTED = Instant.parse("2025-06-01T12:00:00Z");

  @TempDir private Path around;
  private final LiveHarness house = new LiveHarness();
  private Path inbox;

  @BeforeEach
  void start() throws IOException {
    inbox = around.resolve("inbox");
    Files.createDirectories(inbox);
    house.startWriter();
  }

  @AfterEach
  void stop() throws InterruptedException {
    house.close();
  }

  private Running startMonitoring() throws InterruptedException {
    Running monitoring = monitoring();
    house.time.awaitRest();
    return monitoring;
  }

  private Running monitoring() {
    InboxMonitoring.Ways ways = new InboxMonitoring.Ways(house.intake, house.lanes, house.backfill);
    return house.start(
        TASK, new InboxMonitoring(inbox, () -> INTERVAL, ways, house.letters, house.time));
  }

  private void pass() throws InterruptedException {
    house.time.pass(INTERVAL);
    house.time.awaitRest();
  }

  private Path leave(String name, String text) throws IOException {
    return Files.writeString(inbox.resolve(name), text);
  }

  /// So many lines of chatter, newest first.
  private static String lines(int count) {
    return IntStream.iterate(count, id -> id > 0, id -> id - 1)
        .mapToObj(id -> Posts.line(id, POSTED.plusSeconds(id), Posts.CHATTER))
        .reduce("", String::concat);
  }

  private static String export(String title) {
    return """
    {"name": "%s", "type": "public_channel", "id": %s, "messages": [
      {"id": 1, "type": "message", "date_unixtime": "1748779200", "text": "Good morning"}
    ]}
    """
        .formatted(title, Posts.CHANNEL);
  }

  private List<Long> journaled() throws InterruptedException {
    return house.journaled().stream().map(event -> event.ref().id()).toList();
  }

  @Test
  void run_aFile_isHeardOnceItHasSettledAndPutAway() throws Exception {
    Path file = leave("a.jsonl", lines(2));
    startMonitoring();
    assertThat(journaled()).isEmpty();
    pass();
    assertThat(journaled()).containsExactly(1L, 2L);
    assertThat(file).doesNotExist();
    assertThat(inbox.resolve("done/a.jsonl")).exists();
    assertThat(house.letters.size()).isZero();
    assertThat(house.worked(TASK)).isEqualTo(2);
  }

  @Test
  void run_aFileWithoutOrder_isHeardInTimeOrder() throws Exception {
    leave("a.jsonl", lines(450));
    startMonitoring();
    pass();
    List<MessageEvent> heard = house.journaled();
    assertThat(heard).hasSize(450).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
  }

  @Test
  void run_aFileThatIsKnown_changesNothing() throws Exception {
    house.intake.hear(
        Lane.BULK, List.of(Posts.post(1, POSTED.plusSeconds(1), Posts.CHATTER)), () -> {});
    leave("a.jsonl", lines(2));
    startMonitoring();
    pass();
    assertThat(journaled()).containsExactly(1L, 2L);
    leave("b.jsonl", lines(2));
    pass();
    pass();
    assertThat(inbox.resolve("done/b.jsonl")).exists();
    assertThat(journaled()).containsExactly(1L, 2L);
  }

  @Test
  void run_titles_areOrderedOnceAndWhenTheyChange() throws Exception {
    leave("a.json", export("One"));
    startMonitoring();
    pass();
    long entries = house.entries(); // rules, directory, title, message
    assertThat(entries).isEqualTo(4);
    leave("b.json", export("One"));
    pass();
    pass();
    assertThat(inbox.resolve("done/b.json")).exists();
    assertThat(house.entries()).isEqualTo(entries);
    leave("c.json", export("Two"));
    pass();
    pass();
    assertThat(house.entries()).isEqualTo(entries + 1);
  }

  @Test
  void run_titlesWhileTheFoldLags_wait() throws Exception {
    house.entries();
    house.books.ledgerFails = true;
    house.intake.hear(Lane.LIVE, Posts.chatter(100, 1, house.time.instant()), () -> {});
    leave("a.json", export("One"));
    Running monitoring = startMonitoring();
    house.time.pass(INTERVAL);
    assertThat(monitoring.awaitEnd())
        .get()
        .hasToString("io.assay.runtime.Fault: files wait until the fold has caught up");
    assertThat(inbox.resolve("a.json")).exists();
    house.books.ledgerFails = false;
    LiveHarness.until(() -> {
      house.time.pass(Duration.ofMinutes(5));
      return Files.exists(inbox.resolve("done/a.json"));
    });
    assertThat(journaled()).containsExactly(100L, 1L);
  }

  @Test
  void run_theProcessRunsShort_waitsAndSaysWhy() throws Exception {
    leave("a.jsonl", lines(1));
    house.backfill.close("memory");
    startMonitoring();
    pass();
    pass();
    assertThat(house.state(TASK))
        .isEqualTo(new State.Degraded("waits, since it runs short of memory"));
    assertThat(journaled()).isEmpty();
    house.backfill.open();
    pass();
    pass();
    assertThat(house.state(TASK)).isEqualTo(new State.Running());
    assertThat(journaled()).containsExactly(1L);
  }

  @Test
  void run_nothingIsTakenIn_waitsAndSaysSo() throws Exception {
    leave("a.jsonl", lines(1));
    house.shortage.close("the disk is nearly full");
    startMonitoring();
    pass();
    assertThat(house.state(TASK))
        .isEqualTo(new State.Degraded("waits until something is taken in again"));
    assertThat(inbox.resolve("a.jsonl")).exists();
    house.shortage.open();
    pass();
    pass();
    assertThat(journaled()).containsExactly(1L);
  }

  @Test
  void run_theProcessRunsShortInTheMiddle_waitsThereAndGoesOn() throws Exception {
    leave("a.jsonl", lines(450));
    house.figures.onHeard = () -> house.backfill.close("memory");
    startMonitoring();
    pass();
    assertThat(journaled()).hasSize(200);
    assertThat(house.state(TASK)).isInstanceOf(State.Degraded.class);
    house.figures.onHeard = () -> {};
    house.backfill.open();
    pass();
    assertThat(journaled()).hasSize(450);
    assertThat(inbox.resolve("done/a.jsonl")).exists();
    assertThat(house.state(TASK)).isEqualTo(new State.Running());
  }

  @Test
  void run_toldToStopInTheMiddle_leavesTheFileToBeHeardAgain() throws Exception {
    Path file = leave("a.jsonl", lines(450));
    house.figures.onHeard = () -> house.backfill.close("memory");
    startMonitoring();
    pass();
    house.stop(TASK);
    assertThat(file).exists();
    house.figures.onHeard = () -> {};
    house.backfill.open();
    startMonitoring();
    pass();
    assertThat(journaled()).hasSize(450).doesNotHaveDuplicates();
    assertThat(inbox.resolve("done/a.jsonl")).exists();
  }

  @Test
  void run_theWriterDoesNotCome_leavesTheFileAndTriesAgain() throws Exception {
    house.stop(LiveHarness.WRITER);
    Path file = leave("a.jsonl", lines(1));
    Running monitoring = startMonitoring();
    house.time.pass(INTERVAL);
    LiveHarness.until(() -> house.lanes.depth(Lane.BULK) == 1);
    house.time.pass(Duration.ofMinutes(2));
    assertThat(monitoring.awaitEnd()).get().isInstanceOf(Fault.class);
    assertThat(file).exists();
    house.startWriter();
    LiveHarness.until(() -> Files.exists(inbox.resolve("done/a.jsonl")));
    assertThat(journaled()).containsExactly(1L);
  }

  @Test
  void run_aBrokenLine_costsNothingButItself() throws Exception {
    leave("a.jsonl", lines(2) + "{\"chat\": 5\n");
    startMonitoring();
    pass();
    assertThat(journaled()).containsExactly(1L, 2L);
    assertThat(inbox.resolve("done/a.jsonl")).exists();
    assertThat(house.letters.size()).isZero();
  }

  @Test
  void run_nothingUsable_isPutAwayAndADeadLetter() throws Exception {
    leave("no\nexport", "words");
    leave("z.jsonl", lines(1));
    startMonitoring();
    pass();
    Path away = inbox.resolve("failed/no_export");
    assertThat(away).exists();
    DeadLetter letter = house.letters.list(0, 10).getFirst();
    assertThat(letter.origin()).isEqualTo("telegram_monitoring");
    assertThat(letter.item()).isEqualTo("no_export");
    assertThat(letter.cause()).isEqualTo("is no Telegram export: neither its JSON nor its HTML");
    assertThat(letter.payload()).isEqualTo(away.toString());
    assertThat(journaled()).as("the next is heard all the same").containsExactly(1L);
  }

  @Test
  void run_namesakesThatFail_haveALetterEach() throws Exception {
    leave("a", "words");
    startMonitoring();
    pass();
    leave("a", "other words");
    pass();
    pass();
    assertThat(house.letters.list(0, 10)).extracting(DeadLetter::item).containsExactly("a", "a-2");
  }

  @Test
  void run_aFileThatVanishes_isNobodysFailure() throws Exception {
    Path file = leave("a.jsonl", lines(1));
    leave("b.jsonl", lines(2));
    house.figures.onHeard =
        () -> assertThat(file.toFile().delete() || !Files.exists(file)).isTrue();
    startMonitoring();
    pass();
    assertThat(inbox.resolve("done/b.jsonl")).exists();
    assertThat(inbox.resolve("done")).isDirectoryNotContaining("glob:**/a.jsonl");
    assertThat(house.state(TASK)).isEqualTo(new State.Running());
    assertThat(house.letters.size()).isZero();
  }

  @Test
  void retry_aFileThatFailed_isHeardOnceMore() throws Exception {
    leave("a.jsonl", "words");
    startMonitoring();
    pass();
    DeadLetter letter = house.letters.list(0, 10).getFirst();
    Files.writeString(Path.of(letter.payload()), lines(1));
    leave("a.jsonl", lines(2));
    InboxMonitoring.retry(inbox, letter);
    pass();
    pass();
    assertThat(journaled()).containsExactly(1L, 2L);
    assertThat(inbox.resolve("done/a.jsonl")).exists();
    assertThat(inbox.resolve("done/a-2.jsonl")).exists();
  }

  @Test
  void retry_aFileThatIsNotThere_isABadItem() {
    Path other = around.resolve("other");
    for (String payload : List.of(inbox.resolve("failed/a").toString(), other.toString(), "\0")) {
      DeadLetter letter = new DeadLetter(1, TASK, "a", "cause", 1, POSTED, payload);
      Fault fault = catchThrowableOfType(Fault.class, () -> InboxMonitoring.retry(inbox, letter));
      assertThat(Objects.requireNonNull(fault).kind()).isEqualTo(ErrorKind.BAD_ITEM);
      assertThat(fault.getMessage()).startsWith("a is not among the failed files of ");
    }
  }
}
