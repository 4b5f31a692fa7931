package io.assay.adapters.chronicle;

import io.assay.core.message.ChannelId;
import io.assay.core.message.Flaws;
import io.assay.core.message.MessageSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// What many sources told, in time order: by (time, chat, message). Exports run newest first or
/// chat by chat, so this is an external sort: bounded runs are sorted in memory and, where they do
/// not all fit, kept on disk and merged. The order is the same whatever the bounds, the threads and
/// the order of the sources.
public final class Chronicle implements AutoCloseable {
  private static final int MOST_RUNS = 64;
  private static final ThreadFactory THREADS =
      Thread.ofPlatform().daemon().name("assay-sort-", 1).factory();

  private final Path scratch;
  private final List<Run> runs = new ArrayList<>();
  private final List<Flaws> flaws = new ArrayList<>();
  private final SortedMap<ChannelId, String> titles = new TreeMap<>();
  private Extent extent = Extent.NONE;

  /// How to sort.
  ///
  /// @param scratch folder in which room is made for what does not fit into memory
  /// @param bytes of memory for tellings, about
  /// @param threads that read sources
  public record Settings(Path scratch, long bytes, int threads) {
    public Settings {
      if (bytes < 1 || threads < 1) {
        throw new IllegalArgumentException("sorting needs memory and a thread");
      }
    }
  }

  /// How many tellings there are, and when the first and the last event were.
  ///
  /// @param first [Instant#MAX] where there are none
  /// @param last [Instant#MIN] where there are none
  public record Extent(long size, Instant first, Instant last) {
    static final Extent NONE = new Extent(0, Instant.MAX, Instant.MIN);

    Extent and(Extent other) {
      return new Extent(
          size + other.size,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  private Chronicle(Path scratch) {
    this.scratch = scratch;
  }

  /// Hears every source to its end.
  ///
  /// @throws IOException if the scratch folder cannot be written
  public static Chronicle of(List<? extends MessageSource> sources, Settings settings)
      throws IOException {
    Chronicle chronicle = new Chronicle(Files.createTempDirectory(settings.scratch, "assay-sort"));
    try {
      chronicle.gather(sources, settings);
      chronicle.mergeDown();
      return chronicle;
    } catch (IOException | RuntimeException | Error e) {
      chronicle.close();
      throw e;
    }
  }

  private void gather(List<? extends MessageSource> sources, Settings settings) throws IOException {
    AtomicInteger next = new AtomicInteger();
    Gathering.Aside[] asides = new Gathering.Aside[sources.size()];
    List<Gathering> gatherings = new ArrayList<>();
    List<Future<?>> done = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(settings.threads, THREADS)) {
      for (int i = 0; i < settings.threads; i++) {
        Gathering gathering = new Gathering(scratch, settings.bytes / settings.threads);
        gatherings.add(gathering);
        done.add(
            threads.submit(() -> {
              for (int s = next.getAndIncrement(); s < asides.length; s = next.getAndIncrement()) {
                asides[s] = gathering.hear(sources.get(s));
              }
              gathering.end();
              return null;
            }));
      }
    }
    for (Future<?> one : done) {
      await(one);
    }
    for (Gathering gathering : gatherings) {
      runs.addAll(gathering.runs());
      extent = extent.and(gathering.extent());
    }
    for (Gathering.Aside aside : asides) {
      if (aside.flaws().count() > 0) {
        flaws.add(aside.flaws());
      }
      titles.putAll(aside.titles());
    }
  }

  private static void await(Future<?> one) throws IOException {
    try {
      one.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("reading failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading");
    }
  }

  /// Merges runs until few enough are left to be read at once.
  private void mergeDown() throws IOException {
    while (runs.size() > MOST_RUNS) {
      List<Run> first = List.copyOf(runs.subList(0, MOST_RUNS));
      Path file = Files.createTempFile(scratch, "merged", ".zst");
      try (Merge merge = Merge.of(first)) {
        runs.add(Run.Spilled.write(file, merge));
      } catch (IOException e) {
        throw Run.unsorted(scratch, e);
      }
      runs.subList(0, MOST_RUNS).clear();
      for (Run run : first) {
        if (run instanceof Run.Spilled spilled) {
          Files.delete(spilled.file());
        }
      }
    }
  }

  public Extent extent() {
    return extent;
  }

  /// What was wrong with each source that was not sound, in the order of the sources.
  public List<Flaws> flaws() {
    return Collections.unmodifiableList(flaws);
  }

  /// What the sources say that chats are called.
  public SortedMap<ChannelId, String> titles() {
    return Collections.unmodifiableSortedMap(titles);
  }

  /// Reads the tellings from the first; to be closed. What cannot be read back from the scratch
  /// folder is an [UncheckedIOException] of the iterator.
  public Tellings open() throws IOException {
    return new Tellings(Merge.of(runs));
  }

  /// Removes what was kept on disk.
  @Override
  public void close() {
    runs.clear();
    try (Stream<Path> left = Files.walk(scratch)) {
      for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + scratch, e);
    }
  }
}
