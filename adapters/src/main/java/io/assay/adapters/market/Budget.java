package io.assay.adapters.market;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// How often a provider may be asked: never more than so many times in any minute, whenever that
/// minute begins. A tenth of them may come at once, the others evenly; who is not urgent leaves
/// half of that tenth to who is.
///
/// What is used up is kept in sixteen mapped bytes, so a restart, a `kill -9` or a second process
/// with the same file goes on with the same budget. Safe for any thread.
///
/// Source: the generic cell rate algorithm, ITU-T I.371, in its virtual scheduling form.
final class Budget {
  private static final VarHandle CELL = ValueLayout.JAVA_LONG.varHandle();
  private static final long BYTES = 2 * Long.BYTES;
  private static final long MINUTE = 60_000_000;
  private static final int SHARE_AT_ONCE = 10;
  private static final Duration LONGEST_FLOOR = Duration.ofDays(1);

  private final MemorySegment cells;
  private final long interval;
  private final long tolerance;
  private final long reserve;

  /// A budget that is kept in memory alone.
  static Budget inMemory(int perMinute) {
    return new Budget(perMinute, Arena.ofAuto().allocate(BYTES, Long.BYTES));
  }

  /// A budget that is kept in a file, which is made where it is missing.
  ///
  /// @throws IOException if the file cannot be made or mapped
  static Budget inFile(int perMinute, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      MemorySegment mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES, Arena.ofAuto());
      return new Budget(perMinute, mapped);
    }
  }

  private Budget(int perMinute, MemorySegment cells) {
    this.cells = cells;
    int atOnce = Math.max(1, perMinute / SHARE_AT_ONCE);
    interval = MINUTE / Math.max(1, perMinute - atOnce);
    tolerance = (atOnce - 1) * interval;
    reserve = tolerance / 2;
  }

  /// Takes one request out of the budget, if it may be made now.
  ///
  /// @param nowMillis milliseconds since 1970
  /// @param urgent whether it may use what is kept for urgent ones
  boolean take(long nowMillis, boolean urgent) {
    long now = nowMillis * 1000;
    while (true) {
      long spent = (long) CELL.getVolatile(cells, 0L);
      long next = next(spent, now);
      if (waitMicros(next, now, urgent) > 0) {
        return false;
      }
      if (CELL.compareAndSet(cells, 0L, spent, next + interval)) {
        return true;
      }
    }
  }

  /// How long until a request may be made, if nobody else makes one: milliseconds, rounded up.
  long waitMillis(long nowMillis, boolean urgent) {
    long now = nowMillis * 1000;
    long wait = waitMicros(next((long) CELL.getVolatile(cells, 0L), now), now, urgent);
    return (Math.max(0, wait) + 999) / 1000;
  }

  /// When the next request is due by the even pace. A time further ahead than the pace can come to
  /// is of a clock that was set back since: then all is spent, and no more.
  private long next(long spent, long now) {
    return Math.max(now, Math.min(spent, now + tolerance + interval));
  }

  private long waitMicros(long next, long now, boolean urgent) {
    long byPace = next - (urgent ? tolerance : tolerance - reserve) - now;
    return Math.max(byPace, floor(now) - now);
  }

  private long floor(long now) {
    long floor = (long) CELL.getVolatile(cells, (long) Long.BYTES);
    return floor - now > LONGEST_FLOOR.toMillis() * 1000 ? now : floor;
  }

  /// Forbids requests until then, as a server has demanded.
  void closeUntil(long untilMillis) {
    long until = untilMillis * 1000;
    while (true) {
      long before = (long) CELL.getVolatile(cells, (long) Long.BYTES);
      if (before >= until || CELL.compareAndSet(cells, (long) Long.BYTES, before, until)) {
        return;
      }
    }
  }

  /// Until when requests are forbidden: milliseconds since 1970; in the past where they are not.
  long closedUntil(long nowMillis) {
    return floor(nowMillis * 1000) / 1000;
  }
}
