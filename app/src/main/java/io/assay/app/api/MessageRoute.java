package io.assay.app.api;

import io.assay.app.web.Action;
import io.assay.app.web.Answer;
import io.assay.app.web.Refusal;
import io.assay.app.web.Request;
import io.assay.core.message.Flaw;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/// The way in for messages: a JSON object a line, read as it comes, answered when all of it is
/// journaled.
final class MessageRoute {
  private static final int MOST_LINE = 1 << 20;
  private static final long MOST_BODY = 256L << 20;

  /// The rest of the threads stay free to say how the house is.
  private static final int AT_A_TIME = 2;

  private static final Duration BUSY = Duration.ofSeconds(1);
  private static final int MOST_FLAWS = 100;

  private final MessageIntake intake;
  private final Semaphore places = new Semaphore(AT_A_TIME);

  MessageRoute(MessageIntake intake) {
    this.intake = intake;
  }

  Action route() {
    return new Action(
        "POST", "/api/v1/messages", Set.of("application/x-ndjson", "application/json"), this::hear);
  }

  /// What became of a post.
  ///
  /// @param flaws the first hundred of them
  record Receipt(long heard, long duplicates, long flawed, List<Fault> flaws) {}

  /// A line that could not be understood.
  ///
  /// @param line 1-based
  /// @param byteAt 0-based in the body; -1 where it is not known
  record Fault(
      long line, @com.fasterxml.jackson.annotation.JsonProperty("byte") long byteAt, String cause) {
    static Fault of(Flaw flaw) {
      return new Fault(flaw.line(), flaw.offset(), flaw.cause());
    }
  }

  private Answer hear(Request request) throws IOException, InterruptedException {
    if (request.length() > MOST_BODY) {
      throw Bounded.tooLarge();
    }
    if (!places.tryAcquire()) {
      throw Refusal.later("others are posting", BUSY);
    }
    try {
      MessageIntake.Receipt receipt = intake.hear(new Bounded(request.stream()));
      List<Fault> flaws = receipt.flaws().stream().limit(MOST_FLAWS).map(Fault::of).toList();
      return Answer.json(
          new Receipt(receipt.heard(), receipt.duplicates(), receipt.flaws().size(), flaws));
    } finally {
      places.release();
    }
  }

  /// A body that refuses to be larger, or to have a line longer, than is borne.
  private static final class Bounded extends FilterInputStream {
    private long read;
    private long line = 1;
    private long inLine;

    Bounded(InputStream body) {
      super(body);
    }

    static Refusal tooLarge() {
      return new Refusal(
          413, "the body is larger than 256 MiB; post it in parts, nothing is doubled");
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int got = super.read(into, from, length);
      for (int at = from; at < from + got; at++) {
        if (into[at] == '\n') {
          line++;
          inLine = 0;
        } else if (++inLine > MOST_LINE) {
          throw new Refusal(
              413, "line " + line + " is longer than 1 MiB; those before it may have been heard");
        }
      }
      read += Math.max(0, got);
      if (read > MOST_BODY) {
        throw tooLarge();
      }
      return got;
    }
  }
}
