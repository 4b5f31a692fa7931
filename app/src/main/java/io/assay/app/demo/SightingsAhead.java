package io.assay.app.demo;

import io.assay.core.flow.Sighting;
import io.assay.core.message.MessageEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Writes and reads the posts of a simulated world on a thread of its own, some batches ahead of
/// whoever writes them down.
final class SightingsAhead implements Iterator<Sighting>, AutoCloseable {
  private static final int BATCH = 256;
  private static final int BATCHES_AHEAD = 16;

  private final Iterator<MessageEvent> events;
  private final ReadOnce reader = new ReadOnce();
  private final BlockingQueue<Future<List<Sighting>>> ready =
      new ArrayBlockingQueue<>(BATCHES_AHEAD);
  private final Thread thread;
  private Iterator<Sighting> current = List.<Sighting>of().iterator();
  private boolean ended;

  SightingsAhead(Iterator<MessageEvent> events) {
    this.events = events;
    thread = Thread.ofPlatform().name("assay-world").daemon().start(this::work);
  }

  private void work() {
    try {
      List<Sighting> batch = read();
      while (!batch.isEmpty()) {
        ready.put(CompletableFuture.completedFuture(batch));
        batch = read();
      }
      ready.put(CompletableFuture.completedFuture(List.of()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody waits for more
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private void fail(Throwable cause) {
    try {
      ready.put(CompletableFuture.failedFuture(cause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Sighting> read() {
    List<Sighting> batch = new ArrayList<>(BATCH);
    while (batch.size() < BATCH && events.hasNext()) {
      batch.add(reader.sighting(events.next()));
    }
    return batch;
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
      throw new IllegalStateException("interrupted while waiting for posts", e);
    } catch (ExecutionException e) {
      ended = true;
      throw new IllegalStateException("the world cannot go on", e.getCause());
    }
  }

  @Override
  public Sighting next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the last post was given");
    }
    return current.next();
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
