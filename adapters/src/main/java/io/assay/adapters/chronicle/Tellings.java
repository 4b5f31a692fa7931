package io.assay.adapters.chronicle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A passage through a [Chronicle], first to last.
public final class Tellings implements Iterator<Told>, AutoCloseable {
  private final Run.Reading reading;
  private @Nullable Told next;

  Tellings(Run.Reading reading) throws IOException {
    this.reading = reading;
    next = reading.next();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Told next() {
    Told told = next;
    if (told == null) {
      throw new NoSuchElementException("the last was told");
    }
    try {
      next = reading.next();
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException("the scratch folder cannot be read back: " + e.getMessage(), e));
    }
    return told;
  }

  @Override
  public void close() {
    try {
      reading.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
