package io.assay.adapters.chronicle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Several runs as one.
final class Merge implements Run.Reading {
  private final List<Run.Reading> readings = new ArrayList<>();
  private final PriorityQueue<Head> heads = new PriorityQueue<>();

  /// The next telling of one run.
  private record Head(Told told, Run.Reading rest) implements Comparable<Head> {
    @Override
    public int compareTo(Head other) {
      return told.compareTo(other.told);
    }
  }

  private Merge() {}

  static Merge of(List<? extends Run> runs) throws IOException {
    Merge merge = new Merge();
    try {
      for (Run run : runs) {
        Run.Reading reading = run.open();
        merge.readings.add(reading);
        merge.queue(reading);
      }
    } catch (IOException e) {
      merge.close();
      throw e;
    }
    return merge;
  }

  private void queue(Run.Reading reading) throws IOException {
    Told next = reading.next();
    if (next != null) {
      heads.add(new Head(next, reading));
    }
  }

  @Override
  public @Nullable Told next() throws IOException {
    Head first = heads.poll();
    if (first == null) {
      return null;
    }
    queue(first.rest);
    return first.told;
  }

  @Override
  public void close() throws IOException {
    for (Run.Reading reading : readings) {
      reading.close();
    }
  }
}
