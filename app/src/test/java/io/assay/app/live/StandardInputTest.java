package io.assay.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.DeadLetter;
import io.assay.runtime.DeadLetters;
import io.assay.runtime.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class StandardInputTest {
  private static final String TASK = StandardInput.ORIGIN;

  private final LiveHarness house = new LiveHarness();
  private final Instant now = house.time.instant();
  private final Tap tap = new Tap();
  private final StandardInput.Pipe pipe = new StandardInput.Pipe(tap);

  /// A pipe into which a test pours.
  private static final class Tap extends InputStream {
    private final BlockingQueue<Piece> poured = new LinkedBlockingQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private int pieces;

    /// What comes next: some text, the end where it is empty, or a failure.
    private record Piece(String text, @Nullable IOException failure) {}

    void pour(String text) {
      pieces++;
      poured.add(new Piece(text, null));
    }

    void end() {
      pour("");
    }

    /// Waits until all that was poured has been read, and more is asked for.
    void awaitDry() throws InterruptedException {
      LiveHarness.until(() -> asked.get() > pieces);
    }

    void breakOff(IOException with) {
      poured.add(new Piece("", with));
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("read in pieces");
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      try {
        asked.incrementAndGet();
        Piece next = poured.take();
        if (next.failure != null) {
          throw next.failure;
        }
        byte[] bytes = next.text.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.length).isLessThanOrEqualTo(length);
        System.arraycopy(bytes, 0, target, from, bytes.length);
        return bytes.length == 0 ? -1 : bytes.length;
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  @BeforeEach
  void start() {
    house.startWriter();
  }

  @AfterEach
  void stop() throws InterruptedException {
    house.close();
    tap.end();
  }

  private Running hear() {
    return house.start(TASK, new StandardInput(pipe, house.intake, house.letters, house.time));
  }

  private String line(long id) {
    return Posts.line(id, now, Posts.CHATTER);
  }

  private List<Long> journaled() throws InterruptedException {
    return house.journaled().stream().map(event -> event.ref().id()).toList();
  }

  private void awaitNotes(int count) throws InterruptedException {
    LiveHarness.until(() -> house.figures.notes.size() >= count);
  }

  @Test
  void run_aLine_isHeardWhileThePipeGoesOn() throws InterruptedException {
    hear();
    tap.pour(line(1));
    awaitNotes(2);
    assertThat(journaled()).containsExactly(1L);
    tap.pour(line(2).substring(0, 10));
    tap.pour(line(2).substring(10));
    awaitNotes(4);
    assertThat(journaled()).containsExactly(1L, 2L);
    assertThat(house.worked(TASK)).isEqualTo(2);
  }

  @Test
  void run_thePipeEnds_returns() throws InterruptedException {
    Running input = hear();
    tap.pour(line(1) + line(2).strip());
    tap.end();
    assertThat(input.awaitEnd()).isEmpty();
    assertThat(journaled()).containsExactly(1L, 2L);
  }

  @Test
  void run_many_comeInBatches() throws InterruptedException {
    Running input = hear();
    LongStream.rangeClosed(1, 450).forEach(id -> tap.pour(line(id)));
    tap.end();
    assertThat(input.awaitEnd()).isEmpty();
    assertThat(journaled()).hasSize(450).isSorted();
    assertThat(house.books.transactions.get()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void run_aLineThatCannotBeUnderstood_isADeadLetter() throws InterruptedException {
    Running input = hear();
    tap.pour(line(1) + "words\n" + line(2));
    tap.end();
    assertThat(input.awaitEnd()).isEmpty();
    assertThat(journaled()).containsExactly(1L, 2L);
    DeadLetter letter = house.letters.list(0, 10).getFirst();
    assertThat(letter.origin()).isEqualTo("standard_input");
    assertThat(letter.item()).isEqualTo("line 2 of what began at 2026-01-01T00:00:00Z");
    assertThat(letter.cause()).isEqualTo("is no valid JSON");
    assertThat(letter.payload()).isEqualTo("words");
  }

  @Test
  void run_aLineThatComesInPieces_isKeptWhole_andALongOneIsCut() throws InterruptedException {
    Running input = hear();
    tap.pour(line(1) + "{\"chat\": 7, \"id");
    tap.pour("\": }\r\n" + line(2) + "\"" + "é".repeat(5_000) + "\n");
    tap.end();
    assertThat(input.awaitEnd()).isEmpty();
    assertThat(house.letters.list(0, 10))
        .extracting(DeadLetter::payload)
        .containsExactly("{\"chat\": 7, \"id\": }", "\"" + "é".repeat(3_999) + "…");
  }

  @Test
  void run_nothingButGarbage_leavesABoundedNumberOfLetters() throws InterruptedException {
    Running input = hear();
    for (int i = 0; i < StandardInput.MOST_LETTERS + 5; i++) {
      tap.pour("[]\n");
    }
    tap.end();
    assertThat(input.awaitEnd()).isEmpty();
    assertThat(house.letters.size()).isEqualTo(StandardInput.MOST_LETTERS);
  }

  @Test
  void run_thePipeBreaksOff_saysSoAndEnds() throws InterruptedException {
    Running input = hear();
    tap.pour(line(1));
    tap.breakOff(new IOException("the other end is gone"));
    assertThat(input.awaitEnd()).isEmpty();
    assertThat(journaled()).containsExactly(1L);
    assertThat(house.letters.list(0, 10))
        .extracting(DeadLetter::payload)
        .containsExactly("standard input: IOException: the other end is gone");
  }

  @Test
  void run_nothingIsTakenIn_holdsWhatItHas() throws InterruptedException {
    house.shortage.close("the disk is nearly full");
    hear();
    tap.pour(line(1));
    house.time.awaitRest();
    assertThat(house.state(TASK))
        .isEqualTo(new State.Degraded("nothing is taken in: the disk is nearly full"));
    house.shortage.open();
    house.time.pass(Duration.ofSeconds(1));
    awaitNotes(2);
    assertThat(journaled()).containsExactly(1L);
    LiveHarness.until(() -> house.state(TASK).equals(new State.Running()));
  }

  @Test
  void run_toldToStopWhileNothingIsTakenIn_ends() throws InterruptedException {
    house.shortage.close("the disk is nearly full");
    Running input = hear();
    tap.pour(line(1));
    house.time.awaitRest();
    house.stop(TASK);
    assertThat(input.awaitEnd()).isEmpty();
  }

  @Test
  void run_toldToStopWhileThePipeIsSilent_ends() throws InterruptedException {
    Running input = hear();
    house.stop(TASK);
    assertThat(input.awaitEnd()).isEmpty();
  }

  @Test
  void run_aGenerationThatCrashed_leavesWhatItReadToTheNext() throws InterruptedException {
    Valve sound = new Valve();
    sound.close("broken");
    Supplier<String> closed =
        () -> {
          if (!sound.isOpen()) {
            throw new IllegalStateException("a bug");
          }
          return "";
        };
    LiveIntake broken =
        new LiveIntake(house.lanes, closed, house.messageLetters, house.figures, house.time);
    Running input = house.start(TASK, new StandardInput(pipe, broken, house.letters, house.time));
    tap.pour(line(1) + line(2));
    assertThat(input.awaitEnd()).get().hasToString("java.lang.IllegalStateException: a bug");
    house.stop(TASK);
    sound.open();
    Running next = hear();
    tap.end();
    assertThat(next.awaitEnd()).isEmpty();
    assertThat(journaled()).containsExactly(1L, 2L);
  }

  @Test
  void run_aLetterThatCannotBeKept_losesNoMessage() throws InterruptedException {
    house.shortage.close("the disk is nearly full");
    Running input =
        house.start(TASK, new StandardInput(pipe, house.intake, new FailingLetters(), house.time));
    tap.pour(line(1));
    house.time.awaitRest();
    tap.pour(line(2) + "words\n" + line(3));
    tap.awaitDry();
    house.shortage.open();
    house.time.pass(Duration.ofSeconds(1));
    assertThat(input.awaitEnd())
        .get()
        .hasToString("java.lang.IllegalStateException: the desk fails on purpose");
    house.stop(TASK);
    Running next = hear();
    tap.end();
    assertThat(next.awaitEnd()).isEmpty();
    assertThat(journaled()).containsExactly(1L, 2L, 3L);
  }

  /// Letters that cannot be kept.
  private static final class FailingLetters implements DeadLetters {
    @Override
    public long keep(DeadLetter letter) {
      throw new IllegalStateException("the desk fails on purpose");
    }

    @Override
    public List<DeadLetter> list(long after, int most) {
      return List.of();
    }

    @Override
    public @Nullable DeadLetter find(long id) {
      return null;
    }

    @Override
    public boolean drop(long id) {
      return false;
    }

    @Override
    public long size() {
      return 0;
    }
  }
}
