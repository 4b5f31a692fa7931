package io.assay.adapters.candles;

import io.assay.core.message.Flaw;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.CandleDraft;
import io.assay.core.price.CandleLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Reads one candle file into blocks: pieces of 4,096 candle lengths that begin at multiples of
/// that span, so that the same candles always make the same blocks, however long the file has
/// grown.
///
/// Rows in any order are put in order. Of several rows of one time the first counts. What is wrong
/// is said once for each kind, and the rest goes on. Used once.
final class CandleFile {
  private static final int BLOCK_CANDLES = 4096;
  private static final int FEW_REOPENED = 16;
  private static final int ROWS_TO_TELL_STEP = 1000;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Path file;
  private final Scratch scratch;
  private final Findings findings = new Findings();
  private final CandleLine line = new CandleLine();
  private final Map<Long, CandleDraft> drafts = new LinkedHashMap<>(8, 0.75f, true);
  private final Map<Long, Slot> slots = new HashMap<>();
  private int openDrafts = 4;
  private int reopened;
  private long step;
  private long last = -1;

  private CandleFile(Path file, Scratch scratch) {
    this.file = file;
    this.scratch = scratch;
  }

  /// A block of the file.
  ///
  /// @param first when its first candle opens, in milliseconds
  /// @param last when its last one does
  record Slot(long first, long last, Scratch.Place place) {}

  /// The file's blocks by the time of their first candle; empty where nothing can be used.
  static NavigableMap<Long, Slot> read(Path file, Scratch scratch, Consumer<Flaw> flaws) {
    return new CandleFile(file, scratch).read(flaws);
  }

  private NavigableMap<Long, Slot> read(Consumer<Flaw> flaws) {
    NavigableMap<Long, Slot> ordered = new TreeMap<>();
    try {
      step = step();
      readRows();
      drafts.forEach(this::seal);
      if (step == 0) {
        findings.note("step", 0, "fewer than two candles: their length cannot be told");
      }
    } catch (IOException e) {
      findings.note("io", 0, "cannot be read: " + Causes.of(e));
    }
    findings.tell(file.toString(), flaws);
    slots.values().forEach(slot -> ordered.put(slot.first, slot));
    return ordered;
  }

  /// The candle length in seconds: the commonest distance between the first rows; 0 if there are
  /// fewer than two.
  private long step() throws IOException {
    long[] times = new long[ROWS_TO_TELL_STEP];
    int rows = 0;
    try (Lines lines = Lines.of(file)) {
      while (rows < times.length && lines.next()) {
        if (find(lines) == CandleLine.Finding.SOUND) {
          times[rows++] = line.seconds();
        }
      }
    }
    Arrays.sort(times, 0, rows);
    Map<Long, Integer> distances = new TreeMap<>();
    for (int i = 1; i < rows; i++) {
      if (times[i] > times[i - 1]) {
        distances.merge(times[i] - times[i - 1], 1, Integer::sum);
      }
    }
    long commonest = 0;
    int most = 0;
    for (Map.Entry<Long, Integer> distance : distances.entrySet()) {
      if (distance.getValue() > most) {
        commonest = distance.getKey();
        most = distance.getValue();
      }
    }
    return commonest;
  }

  private void readRows() throws IOException {
    try (Lines lines = Lines.of(file)) {
      while (lines.next()) {
        CandleLine.Finding finding = find(lines);
        if (finding != CandleLine.Finding.SOUND) {
          name(finding, lines);
        } else if (step > 0) {
          take(lines.number());
        }
      }
      if (!lines.cutOff().isEmpty()) {
        findings.note("gzip", lines.number(), lines.cutOff());
      }
    }
  }

  private void name(CandleLine.Finding finding, Lines lines) {
    if (lines.length() == 0 || isHeader(lines)) {
      return;
    }
    if (lines.number() == 1 && isUtf16(lines)) {
      findings.note("utf-16", 1, "is UTF-16 text; UTF-8 is wanted");
    }
    String text =
        new String(lines.bytes(), 0, Math.min(60, lines.length()), StandardCharsets.UTF_8);
    findings.note(finding.name(), lines.number(), finding.words() + ": “" + text.strip() + "”");
  }

  /// Whether the file begins with the byte order mark of UTF-16, either way round.
  private static boolean isUtf16(Lines lines) {
    int mark =
        lines.length() < 2 ? 0 : ((lines.bytes()[0] & 0xFF) << 8) | (lines.bytes()[1] & 0xFF);
    return mark == 0xFFFE || mark == 0xFEFF;
  }

  private CandleLine.Finding find(Lines lines) {
    int from = 0;
    if (lines.number() == 1
        && lines.length() > 3
        && Arrays.equals(lines.bytes(), 0, 3, BYTE_ORDER_MARK, 0, 3)) {
      from = 3;
    }
    return line.read(lines.bytes(), from, lines.length());
  }

  /// The first line may name the columns.
  private static boolean isHeader(Lines lines) {
    String text = new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8);
    return lines.number() == 1 && text.contains("time") && text.contains("open");
  }

  private void take(long number) {
    long time = line.seconds();
    if (last >= 0 && time - last != step && !follows(time, number)) {
      return;
    }
    last = Math.max(last, time);
    long bucket = Math.floorDiv(time, step * BLOCK_CANDLES);
    draft(bucket).add(line, number);
    makeRoom();
  }

  /// Compares a row with the one before it, where it is not the next.
  ///
  /// @return false if it cannot be used
  private boolean follows(long time, long number) {
    String at = Instant.ofEpochSecond(time).toString();
    if (time == last) {
      findings.note("twice", number, "the candle of " + at + " comes twice; the first counts");
      return false;
    }
    if (time < last) {
      findings.note("order", number, "the candle of " + at + " comes after a later one");
    } else if (time - last < step) {
      findings.note("overlap", number, "the candle of " + at + " overlaps the one before it");
      return false;
    } else if (time - last > step) {
      long missing = (time - last) / step - 1;
      findings.note("gap", number, "a gap of " + missing + " candles before that of " + at);
    }
    return true;
  }

  private CandleDraft draft(long bucket) {
    CandleDraft draft = drafts.get(bucket);
    if (draft == null) {
      draft = new CandleDraft(Duration.ofSeconds(step));
      Slot sealed = slots.get(bucket);
      if (sealed != null) {
        reopen(sealed, draft);
      }
      drafts.put(bucket, draft);
    }
    return draft;
  }

  /// A row has come for a block that was thought to be full. Where that happens again and again the
  /// rows are in no order at all, and more blocks are kept open.
  private void reopen(Slot sealed, CandleDraft draft) {
    if (++reopened % FEW_REOPENED == 0) {
      openDrafts *= 2;
    }
    byte[] text = scratch.recall(sealed.place).text();
    CandleLine again = new CandleLine();
    int from = 0;
    for (int at = 0; at < text.length; at++) {
      if (text[at] == '\n') {
        if (from > 0 && again.read(text, from, at) == CandleLine.Finding.SOUND) {
          draft.add(again);
        }
        from = at + 1;
      }
    }
  }

  private void makeRoom() {
    if (drafts.size() > openDrafts) {
      var oldest = drafts.entrySet().iterator();
      Map.Entry<Long, CandleDraft> least = oldest.next();
      oldest.remove();
      seal(least.getKey(), least.getValue());
    }
  }

  private void seal(long bucket, CandleDraft draft) {
    CandleBlock block = draft.seal();
    var candles = block.candles();
    long first = candles.openMillis(0);
    if (draft.repeated() > 0) {
      findings.note(
          "again",
          draft.firstRepeated(),
          draft.repeated(),
          "a candle that came before comes again; the first counts");
    }
    slots.put(bucket, new Slot(first, candles.openMillis(candles.size() - 1), scratch.keep(block)));
  }
}
