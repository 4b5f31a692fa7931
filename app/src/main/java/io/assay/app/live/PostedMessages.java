package io.assay.app.live;

import io.assay.adapters.export.ExportStream;
import io.assay.app.api.MessageIntake;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Flaw;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageSource;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Messages that somebody posts over HTTP, one a line.
public final class PostedMessages implements MessageIntake {
  private static final int BATCH = 200;
  private static final int MOST_FLAWS = 1_000;
  private static final Duration LATER = Duration.ofSeconds(5);

  private final LiveIntake intake;
  private final Supplier<String> closed;

  /// Takes them while nothing speaks against it.
  ///
  /// @param closed why nothing is taken at this moment; empty while something is
  public PostedMessages(LiveIntake intake, Supplier<String> closed) {
    this.intake = intake;
    this.closed = closed;
  }

  @Override
  public Receipt hear(InputStream lines) throws IOException, InterruptedException {
    requireOpen();
    Gathering gathering = new Gathering();
    try {
      new ExportStream(lines, "body").tell(gathering);
      gathering.flush();
    } catch (Interruption e) {
      throw e.cause;
    }
    return new Receipt(gathering.heard, gathering.duplicates, gathering.flaws);
  }

  private void requireOpen() {
    requireUse();
    if (!intake.isOpen()) {
      throw refusal("memory or disk is nearly full");
    }
  }

  /// The writer may be gone by the time it is waited for: whoever posts is told, not kept waiting.
  private void requireUse() {
    String why = closed.get();
    if (!why.isEmpty()) {
      throw refusal(why);
    }
  }

  private static Fault refusal(String why) {
    return new Fault(ErrorKind.TEMPORARY, "nothing is taken in: " + why, LATER, null);
  }

  /// Carries an interrupt out of a listener, which may throw none.
  private static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final InterruptedException cause;

    Interruption(InterruptedException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  /// What has been told and is not journaled yet.
  private final class Gathering implements MessageSource.Listener {
    private final List<MessageEvent> events = new ArrayList<>(BATCH);
    private final List<Flaw> flaws = new ArrayList<>();
    private long heard;
    private long duplicates;

    @Override
    public void heard(MessageEvent event) {
      events.add(event);
      if (events.size() == BATCH) {
        flush();
      }
    }

    @Override
    public void named(ChannelId channel, String title) {
      // whoever posts may call a channel what he likes; only its own history names it
    }

    @Override
    public void flawed(Flaw flaw) {
      if (flaws.size() < MOST_FLAWS) {
        flaws.add(flaw);
      }
    }

    void flush() {
      if (events.isEmpty()) {
        return;
      }
      requireOpen();
      try {
        LiveIntake.Receipt receipt =
            intake.hear(Lane.LIVE, List.copyOf(events), PostedMessages.this::requireUse);
        heard += receipt.messages();
        duplicates += receipt.known();
        events.clear();
      } catch (InterruptedException e) {
        throw new Interruption(e);
      }
    }
  }
}
