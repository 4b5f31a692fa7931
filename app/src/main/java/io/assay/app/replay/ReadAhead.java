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
import org.jspecify.annotations.Nullable;

/// Reads messages on a thread of its own, some batches ahead of whoever writes them down: reading
/// is pure, so it can be done before its turn comes. Gives them in the order in which they were
/// told.
final class ReadAhead implements Iterator<Sighting>, AutoCloseable {
  private static final int BATCH = 256;
  private static final int BATCHES_AHEAD = 48; // about what one transaction takes

  private final Iterator<Told> told;
  private final Reader reader = new Reader();
  private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(BATCHES_AHEAD);
  private final Thread thread;
  private Iterator<Sighting> current = List.<Sighting>of().iterator();
  private boolean ended;

  /// Some messages, or the end, or why there are no more.
  private record Batch(List<Sighting> messages, @Nullable Throwable failure) {
    boolean isLast() {
      return messages.isEmpty() || failure != null;
    }
  }

  ReadAhead(Iterator<Told> told) {
    this.told = told;
    thread = Thread.ofPlatform().name("assay-reader").daemon().start(this::readAll);
  }

  private void readAll() {
    try {
      Batch batch = next(told);
      while (!batch.isLast()) {
        ready.put(batch);
        batch = next(told);
      }
      ready.put(batch);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody waits for more
    }
  }

  private Batch next(Iterator<Told> from) {
    List<Sighting> messages = new ArrayList<>(BATCH);
    try {
      while (messages.size() < BATCH && from.hasNext()) {
        messages.add(read(from.next()));
      }
      return new Batch(messages, null);
    } catch (RuntimeException | Error e) {
      return new Batch(messages, e);
    }
  }

  private Sighting read(Told one) {
    MessageEvent event = EventBytes.read(new CanonReader(one.bytes()));
    ReadMessage read = ReadMessage.of(reader, event.content());
    return new Sighting(event, one.bytes(), one.fingerprint(), read);
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && !ended) {
      take();
    }
    return current.hasNext();
  }

  private void take() {
    try {
      Batch batch = ready.take();
      ended = batch.isLast();
      current = batch.messages().iterator();
      switch (batch.failure()) {
        case null -> {}
        case Error error -> throw error;
        case RuntimeException exception -> throw exception;
        case Throwable other -> throw new IllegalStateException("reading ahead failed", other);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for messages", e);
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
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
