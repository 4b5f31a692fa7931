package io.assay.app.replay;

import io.assay.adapters.chronicle.Told;
import io.assay.core.canon.CanonReader;
import io.assay.core.flow.ReadMessage;
import io.assay.core.flow.Sighting;
import io.assay.core.message.EventBytes;
import io.assay.core.message.MessageEvent;
import io.assay.core.reading.Reader;
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

/// Reads messages on threads of its own, some batches ahead of whoever writes them down: reading is
/// pure, so it can be done before its turn comes, and several at once. Gives them in the order in
/// which they were told.
final class ReadAhead implements Iterator<Sighting>, AutoCloseable {
  private static final int BATCH = 256;
  private static final int BATCHES_AHEAD = 48; // about what one transaction takes
  private static final int READERS = 2;

  private final Iterator<Told> told;
  private final Reader reader = new Reader();
  private final BlockingQueue<Future<List<Sighting>>> ready =
      new ArrayBlockingQueue<>(BATCHES_AHEAD);
  private final ExecutorService readers =
      Executors.newFixedThreadPool(
          READERS, Thread.ofPlatform().daemon().name("assay-reader-", 1).factory());
  private final Thread thread;
  private Iterator<Sighting> current = List.<Sighting>of().iterator();
  private boolean ended;

  ReadAhead(Iterator<Told> told) {
    this.told = told;
    thread = Thread.ofPlatform().name("assay-merge").daemon().start(this::handOut);
  }

  /// Hands out batches until there are no more; the last one is empty, or says why there are none.
  private void handOut() {
    try {
      List<Told> batch = gather();
      while (!batch.isEmpty()) {
        List<Told> given = batch;
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

  private List<Told> gather() {
    List<Told> batch = new ArrayList<>(BATCH);
    while (batch.size() < BATCH && told.hasNext()) {
      batch.add(told.next());
    }
    return batch;
  }

  private List<Sighting> read(List<Told> batch) {
    List<Sighting> messages = new ArrayList<>(batch.size());
    for (Told one : batch) {
      MessageEvent event = EventBytes.read(new CanonReader(one.bytes()));
      ReadMessage read = ReadMessage.of(reader, event.content());
      messages.add(new Sighting(event, one.bytes(), one.fingerprint(), read));
    }
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
