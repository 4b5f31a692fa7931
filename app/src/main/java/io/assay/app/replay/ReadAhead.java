package io.assay.app.replay;

import io.assay.core.flow.Sighting;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Reads messages on threads of its own, some batches ahead of whoever writes them down: reading is
/// pure, so it can be done before its turn comes, and several at once. Gives them in the order in
/// which they were told.
public final class ReadAhead<T> implements Iterator<Sighting>, AutoCloseable {
  private static final int BATCH = 256;
  private static final int BATCHES_AHEAD = 48; // about what one transaction takes

  private final Iterator<T> told;
  private final Function<T, Sighting> reading;
  private final BlockingQueue<Future<List<Sighting>>> ready =
      new ArrayBlockingQueue<>(BATCHES_AHEAD);
  private final ExecutorService readers;
  private final Thread thread;
  private Iterator<Sighting> current = List.<Sighting>of().iterator();
  private boolean ended;

  /// Begins to read.
  ///
  /// @param told asked by one thread of its own
  /// @param threads that read; one where `reading` is not for several at once
  public ReadAhead(Iterator<T> told, Function<T, Sighting> reading, int threads) {
    this.told = told;
    this.reading = reading;
    readers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("assay-reader-", 1).factory());
    thread = Thread.ofPlatform().name("assay-merge").daemon().start(this::handOut);
  }

  /// Hands out batches until there are no more; the last one is empty, or says why there are none.
  private void handOut() {
    try {
      List<T> batch = gather();
      while (!batch.isEmpty()) {
        List<T> given = batch;
        ready.put(readers.submit(() -> read(given)));
        batch = gather();
      }
      ready.put(CompletableFuture.completedFuture(List.of()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody waits for more
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private void fail(Throwable failure) {
    try {
      ready.put(CompletableFuture.failedFuture(failure));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<T> gather() {
    List<T> batch = new ArrayList<>(BATCH);
    while (batch.size() < BATCH && told.hasNext()) {
      batch.add(told.next());
    }
    return batch;
  }

  private List<Sighting> read(List<T> batch) {
    List<Sighting> messages = new ArrayList<>(batch.size());
    batch.forEach(one -> messages.add(reading.apply(one)));
    return messages;
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && !ended) {
      List<Sighting> batch = take();
      ended = batch.isEmpty();
      current = batch.iterator();
    }
    return current.hasNext();
  }

  private List<Sighting> take() {
    try {
      return ready.take().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for messages", e);
    } catch (ExecutionException e) {
      ended = true;
      switch (e.getCause()) {
        case Error error -> throw error;
        case RuntimeException exception -> throw exception;
        case null, default -> throw new IllegalStateException("reading ahead failed", e);
      }
    }
  }

  @Override
  public Sighting next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the last message was given");
    }
    return current.next();
  }

  @Override
  public void close() {
    thread.interrupt();
    readers.shutdownNow();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
