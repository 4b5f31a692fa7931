package io.assay.app.market;

import io.assay.adapters.market.PriceHistory;
import io.assay.adapters.market.Priority;
import io.assay.core.ledger.Want;
import io.assay.core.ledger.WantId;
import io.assay.core.price.Answer;
import io.assay.core.price.Question;
import io.assay.runtime.Fault;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Questions of the fold that are with the providers just now, each on a thread of its own. Safe
/// for any thread.
public final class Asking implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

  /// The rest waits for the next look: it would only stand in line.
  private static final int MOST_AT_ONCE = 256;

  /// Who hears the answers.
  @FunctionalInterface
  public interface Told {
    void hear(Want want, Answer answer) throws InterruptedException;
  }

  private final PriceHistory history;
  private final Set<WantId> asked = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("assay-asking-", 0).factory());

  /// Questions that this history answers.
  public Asking(PriceHistory history) {
    this.history = history;
  }

  /// Asks, unless that is being done already.
  ///
  /// @param told what came of it, on a thread of the question's own; nothing where providers
  ///   failed, since asking again later may help
  public void ask(Want want, Told told) {
    if (asked.size() >= MOST_AT_ONCE || !asked.add(want.id())) {
      return;
    }
    try {
      threads.execute(() -> run(want, told));
    } catch (RejectedExecutionException e) { // it is being closed
      asked.remove(want.id());
    }
  }

  private void run(Want want, Told told) {
    try {
      told.hear(want, answer(want.question()));
    } catch (Fault fault) {
      LOG.debug("{} is not answered yet: {}", want.id(), Fault.lineOf(fault));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      asked.remove(want.id());
    }
  }

  private Answer answer(Question question) throws InterruptedException {
    return switch (question) {
      case Question.CandlesOf candles -> history.answer(candles, Priority.CHECKPOINT);
      case Question.ChainOf(var token) -> history.chain(token, Priority.LIVE);
      case Question.TokenOf(var pool) -> history.token(pool, Priority.LIVE);
      case Question.MarketOf market -> history.market(market, Priority.LIVE);
    };
  }

  /// How many are asked just now.
  public int size() {
    return asked.size();
  }

  /// Gives up what is under way.
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
