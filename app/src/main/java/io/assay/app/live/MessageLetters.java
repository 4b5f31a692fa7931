package io.assay.app.live;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.flow.FailedMessage;
import io.assay.core.flow.Live;
import io.assay.core.ledger.Command;
import io.assay.core.message.EventBytes;
import io.assay.core.message.MessageEvent;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.DeadLetters;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Messages that could not be judged, among the dead letters. Each is journaled all the same; to
/// retry one is an order, folded where it is given.
public final class MessageLetters {
  /// What they are called there.
  public static final String ORIGIN = "message_processing";

  private static final int SHOWN = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DeadLetters letters;
  private final Lanes lanes;
  private final Time time;

  public MessageLetters(DeadLetters letters, Lanes lanes, Time time) {
    this.letters = letters;
    this.lanes = lanes;
    this.time = time;
  }

  void keep(FailedMessage failed) {
    String payload = Base64.getEncoder().encodeToString(bytes(failed.event()));
    letters.keep(
        new DeadLetter(
            0, ORIGIN, name(failed.event()), failed.cause(), 1, time.instant(), payload));
  }

  /// Keeps what failed and has no letter: it was lost between the books and the desk, or with a
  /// desk that was set aside.
  void keepMissing(List<FailedMessage> failed) {
    if (!failed.isEmpty()) {
      Set<String> kept =
          letters.list(0, Integer.MAX_VALUE).stream()
              .filter(letter -> letter.origin().equals(ORIGIN))
              .map(DeadLetter::item)
              .collect(Collectors.toSet());
      failed.stream().filter(each -> !kept.contains(name(each.event()))).forEach(this::keep);
    }
  }

  private static byte[] bytes(MessageEvent event) {
    CanonWriter out = new CanonWriter();
    EventBytes.write(event, out);
    return out.toBytes();
  }

  private static String name(MessageEvent event) {
    String text = event.content().text().strip().replaceAll("\\s+", " ");
    int end = text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
    String shown = text.substring(0, end) + (end < text.length() ? "…" : "");
    return event.ref() + (shown.isEmpty() ? "" : ": " + shown);
  }

  /// Has a message judged again. If it fails again, that is a new letter.
  ///
  /// @throws Fault a bad item, if the letter holds no message; temporary, if the ledger does not
  ///   answer
  public void retry(DeadLetter letter) throws InterruptedException {
    MessageEvent event;
    try {
      byte[] bytes = Base64.getDecoder().decode(letter.payload());
      event = EventBytes.read(new CanonReader(bytes));
    } catch (IllegalArgumentException | CanonException e) {
      throw new Fault(ErrorKind.BAD_ITEM, "the letter holds no message: " + e.getMessage(), e);
    }
    Command retried = new Command.MessageRetried(event);
    lanes.call(Lane.LIVE, live -> outcome(live, retried), PATIENCE, () -> {});
  }

  private Live.Outcome outcome(Live live, Command retried) {
    Live.Outcome outcome = live.order(time.instant(), retried);
    live.failures().stream()
        .filter(failed -> retried.equals(new Command.MessageRetried(failed.event())))
        .forEach(this::keep);
    return outcome;
  }
}
