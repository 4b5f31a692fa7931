package io.assay.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.assay.core.canon.CanonWriter;
import io.assay.core.flow.FailedMessage;
import io.assay.core.flow.Live;
import io.assay.core.flow.ReadMessage;
import io.assay.core.flow.Sighting;
import io.assay.core.message.EventBytes;
import io.assay.core.message.Fingerprint;
import io.assay.core.message.MessageEvent;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class MessageLettersTest {
  private final LiveHarness house = new LiveHarness();
  private final Instant now = house.time.instant();

  @BeforeEach
  void start() {
    house.startWriter();
  }

  @AfterEach
  void stop() throws InterruptedException {
    house.close();
  }

  /// A message that nobody could read when it came, though it can be read.
  private static Sighting unreadable(MessageEvent event) {
    CanonWriter out = new CanonWriter();
    EventBytes.write(event, out);
    ReadMessage read = new ReadMessage.Failed("does not parse");
    return new Sighting(event, out.toBytes(), Fingerprint.of(event.content()), read);
  }

  private DeadLetter only() {
    List<DeadLetter> letters = house.letters.list(0, 10);
    assertThat(letters).hasSize(1);
    return letters.getFirst();
  }

  private DeadLetter letter(String payload) {
    return new DeadLetter(1, MessageLetters.ORIGIN, "item", "cause", 1, now, payload);
  }

  @Test
  void keep_aFailedMessage_saysWhichAndWhy() {
    String text = "first line\n  second line " + "😀".repeat(100);
    house.messageLetters.keep(new FailedMessage(Posts.post(7, now, text), "does not parse"));
    DeadLetter letter = only();
    assertThat(letter.origin()).isEqualTo("message_processing");
    assertThat(letter.item())
        .isEqualTo("1700000001/7: first line second line " + "😀".repeat(37) + "…");
    assertThat(letter.cause()).isEqualTo("does not parse");
    assertThat(letter.at()).isEqualTo(now);
  }

  @Test
  void keep_aMessageWithoutAText_isNamedByItsPlace() {
    house.messageLetters.keep(new FailedMessage(Posts.post(7, now, " "), "does not parse"));
    assertThat(only().item()).isEqualTo("1700000001/7");
  }

  @Test
  void retry_aMessageThatFailed_isJudgedNow() throws InterruptedException {
    Sighting sighting = unreadable(Posts.post(7, now, Posts.CALL));
    Live.Heard heard = house.call(live -> live.hear(List.of(sighting)));
    assertThat(heard.failures()).hasSize(1);
    heard.failures().forEach(house.messageLetters::keep);
    house.messageLetters.retry(only());
    assertThat(house.<Integer>call(live -> live.failures().size())).isZero();
    assertThat(house.openWants()).isPositive();
    assertThat(house.letters.size()).as("no new letter").isEqualTo(1);
  }

  @Test
  void retry_whatHasNotFailed_changesNothing() throws InterruptedException {
    house.messageLetters.keep(new FailedMessage(Posts.post(7, now, Posts.CALL), "so it says"));
    long entries = house.entries();
    house.messageLetters.retry(only());
    assertThat(house.entries()).isEqualTo(entries);
  }

  @Test
  void retry_aPayloadThatIsNoMessage_isABadItem() {
    for (String payload : List.of("", "no base 64!", "AAAA")) {
      Fault fault =
          catchThrowableOfType(Fault.class, () -> house.messageLetters.retry(letter(payload)));
      assertThat(Objects.requireNonNull(fault).kind()).isEqualTo(ErrorKind.BAD_ITEM);
      assertThat(fault.getMessage()).startsWith("the letter holds no message: ");
    }
  }
}
