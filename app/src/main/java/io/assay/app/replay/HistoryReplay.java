package io.assay.app.replay;

import io.assay.adapters.candles.CandleFolder;
import io.assay.adapters.chronicle.Chronicle;
import io.assay.adapters.chronicle.Tellings;
import io.assay.adapters.chronicle.Told;
import io.assay.adapters.export.ExportFile;
import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.adapters.sqlite.TransactionWatch;
import io.assay.core.asset.Majors;
import io.assay.core.call.CallRules;
import io.assay.core.canon.CanonReader;
import io.assay.core.flow.ReadMessage;
import io.assay.core.flow.Replay;
import io.assay.core.flow.Sighting;
import io.assay.core.ledger.Ledger;
import io.assay.core.message.EventBytes;
import io.assay.core.message.Flaws;
import io.assay.core.message.MessageEvent;
import io.assay.core.price.Answer;
import io.assay.core.price.PriceSource;
import io.assay.core.reading.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Plays histories from files into one file of books: read, put in order, hear, follow.
public final class HistoryReplay {
  private static final int THREADS = 2;
  private static final int READERS = 2;
  private static final long LEAST_BYTES = 4 << 20;

  private final Wish wish;
  private final Consumer<Flaws> flaws;
  private final Progress progress;
  private final TransactionWatch watch;
  private final InstantSource clock;
  private final Remarks remarks = new Remarks();
  private long flawed;

  /// What is wished.
  ///
  /// @param files exports and dumps
  /// @param candles folder of candle files; null for none
  /// @param books the file to write; made if there is none
  /// @param until when the clock stops; null for the later of the last message and the last candle
  public record Wish(
      List<Path> files, @Nullable Path candles, Path books, @Nullable Instant until) {
    public Wish {
      files = List.copyOf(files);
    }
  }

  /// What came of it.
  public sealed interface Outcome {
    /// The files were heard.
    ///
    /// @param flaws how many things were wrong in them and in the candles
    /// @param notes what their owner should know though nothing is wrong, a line each
    record Heard(Replay.Run run, long flaws, List<String> notes) implements Outcome {
      public Heard {
        notes = List.copyOf(notes);
      }
    }

    /// No file held a message that could be used; nothing was written.
    record NothingUsable(long flaws) implements Outcome {}

    /// Every message is later than the instant at which the clock was to stop; nothing was written.
    record NothingYet(Instant first) implements Outcome {}
  }

  /// A replay.
  ///
  /// @param flaws told of each file that is not sound: first exports, then candles
  public HistoryReplay(Wish wish, Consumer<Flaws> flaws, Progress progress) {
    this(wish, flaws, progress, TransactionWatch.NONE, InstantSource.system());
  }

  /// The same, with somebody told of transactions.
  ///
  /// @param clock tells what cannot have happened yet, and nothing else: the replay's own clock is
  ///   that of the history
  public HistoryReplay(
      Wish wish,
      Consumer<Flaws> flaws,
      Progress progress,
      TransactionWatch watch,
      InstantSource clock) {
    this.wish = wish;
    this.clock = clock;
    this.progress = progress;
    this.watch = watch;
    this.flaws =
        found -> {
          flawed += found.count();
          flaws.accept(found);
        };
  }

  /// Shown the books when everything has been heard, before they are closed.
  public interface Ending {
    void show(Ledger ledger, Outcome.Heard heard) throws IOException;
  }

  /// Does it.
  ///
  /// @param ending what is to be done with the ledger as it then stands
  /// @throws IOException if the candle folder or the scratch folder cannot be used
  /// @throws io.assay.adapters.sqlite.BooksException if the books cannot
  public Outcome run(Ending ending) throws IOException {
    try {
      return order(ending);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Outcome order(Ending ending) throws IOException {
    long memory = Runtime.getRuntime().maxMemory();
    long forSorting = Math.max(LEAST_BYTES, memory * 2 / 5);
    try (ScratchFolder scratch = ScratchFolder.make();
        Chronicle chronicle = order(new Chronicle.Settings(scratch.path(), forSorting, THREADS))) {
      chronicle.flaws().forEach(flaws);
      if (chronicle.extent().size() == 0) {
        return new Outcome.NothingUsable(flawed);
      }
      Instant first = chronicle.extent().first();
      if (wish.until != null && first.isAfter(wish.until)) {
        return new Outcome.NothingYet(first);
      }
      try (Prices prices = prices(memory / 5)) {
        return play(chronicle, prices, ending);
      }
    }
  }

  private Outcome play(Chronicle chronicle, Prices prices, Ending ending) throws IOException {
    try (SqliteBooks books = SqliteBooks.open(wish.books, watch)) {
      Replay replay = new Replay(books, prices.source(), Replay.Limits.BULK);
      hear(chronicle, replay);
      replay.pass(until(chronicle.extent(), prices));
      if (wish.candles != null) {
        remarks.onUnpriced(books.ledger(), wish.books);
      }
      if (replay.run().counts().messages() > 0) {
        books.compactAtClose();
      }
      Outcome.Heard heard = new Outcome.Heard(replay.run(), flawed, remarks.lines());
      ending.show(books.ledger(), heard);
      return heard;
    }
  }

  private Chronicle order(Chronicle.Settings settings) throws IOException {
    long bytes = 0;
    for (Path file : wish.files) {
      bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    progress.begin("reading", bytes);
    try {
      List<ExportFile> sources =
          wish.files.stream().map(file -> new ExportFile(file, progress::step, clock)).toList();
      Chronicle chronicle = Chronicle.of(sources, settings);
      remarks.onZones(sources);
      return chronicle;
    } finally {
      progress.end();
    }
  }

  private void hear(Chronicle chronicle, Replay replay) throws IOException {
    replay.order(
        CallRules.DEFAULT, Majors.shippedText(), chronicle.titles(), chronicle.extent().first());
    progress.begin("judging", chronicle.extent().size());
    Reader reader = new Reader();
    try (Tellings tellings = chronicle.open();
        ReadAhead<Told> ahead =
            new ReadAhead<>(tellings, told -> sighting(told, reader), READERS)) {
      Iterator<Sighting> counted = progress.counting(ahead);
      replay.hear(wish.until == null ? counted : upTo(wish.until, counted));
    } finally {
      progress.end();
    }
  }

  /// The sightings until the instant: what was posted later is not known then. They come in time
  /// order, so the first later one ends them.
  private static Iterator<Sighting> upTo(Instant until, Iterator<Sighting> sightings) {
    return new Iterator<>() {
      private @Nullable Sighting next = take();

      private @Nullable Sighting take() {
        if (sightings.hasNext()) {
          Sighting sighting = sightings.next();
          return sighting.event().timing().receivedAt().isAfter(until) ? null : sighting;
        }
        return null;
      }

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public Sighting next() {
        Sighting sighting = next;
        if (sighting == null) {
          throw new NoSuchElementException("the clock has stopped");
        }
        next = take();
        return sighting;
      }
    };
  }

  private static Sighting sighting(Told told, Reader reader) {
    MessageEvent event = EventBytes.read(new CanonReader(told.bytes()));
    ReadMessage read = ReadMessage.of(reader, event.content());
    return new Sighting(event, told.bytes(), told.fingerprint(), read);
  }

  private Instant until(Chronicle.Extent extent, Prices prices) {
    Instant last = prices.latest(); // asked in any case: files that are no use are named by it
    if (wish.until != null) {
      return wish.until;
    }
    return last.isAfter(extent.last()) ? last : extent.last();
  }

  /// Where prices come from, and how far they reach.
  private record Prices(PriceSource source, @Nullable CandleFolder folder)
      implements AutoCloseable {
    Instant latest() {
      return folder == null ? Instant.MIN : folder.latest();
    }

    @Override
    public void close() {
      if (folder != null) {
        folder.close();
      }
    }
  }

  private Prices prices(long bytes) throws IOException {
    if (wish.candles == null) {
      return new Prices(_ -> new Answer.Unanswerable(Remarks.NO_CANDLES), null);
    }
    CandleFolder folder =
        CandleFolder.open(wish.candles, bytes, flaw -> flaws.accept(Flaws.of(flaw)), clock);
    return new Prices(folder, folder);
  }
}
