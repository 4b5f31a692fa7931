package io.assay.core.price;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// A piece of candle evidence: the canonical text that the archive keeps by its SHA-256, and the
/// numbers in it. The text keeps every decimal as the provider said it:
///
/// ```
/// candles 1 60000
/// 1704067200,0.00123,0.00125,0.00122,0.00124,51234.5
/// ```
///
/// The header names the format, its version and the candle length in milliseconds; a line is open
/// time (seconds UTC), open, high, low, close, volume (empty where not told), in strictly rising
/// time order, without blanks.
///
/// Text and numbers differ in one thing: where a provider's open or close lies outside its own low
/// and high, the text says so for ever, and the numbers show a low and a high that hold both.
public final class CandleBlock {
  static final String FORMAT = "candles 1 ";

  private static final byte[] FORMAT_BYTES = FORMAT.getBytes(StandardCharsets.UTF_8);
  private static final int SHORTEST_LINE = 11;
  private static final int BYTES_A_CANDLE = 48;

  private final Text text;
  private final int textBytes;
  private final Sha256 digest;
  private final Candles candles;

  CandleBlock(byte[] text, Candles candles) {
    this(text::clone, text.length, Sha256.over(text), candles);
  }

  private CandleBlock(Text text, int textBytes, Sha256 digest, Candles candles) {
    this.text = text;
    this.textBytes = textBytes;
    this.digest = digest;
    this.candles = candles;
  }

  /// Where a block's text can be fetched from.
  public interface Text {
    /// The text, whole; the caller may change the bytes.
    byte[] fetch();
  }

  /// The same block with its text somewhere else: only the numbers are held in memory, since most
  /// uses of a block need nothing more.
  public CandleBlock fetching(Text elsewhere) {
    return new CandleBlock(elsewhere, 0, digest, candles);
  }

  /// A block that was taken apart, put together again.
  ///
  /// @param digest of the text, as [#digest] gave it
  public static CandleBlock recalled(Sha256 digest, Candles candles, Text text) {
    return new CandleBlock(text, 0, digest, candles);
  }

  /// Reads a block back.
  ///
  /// @throws CanonException if the text is not a block
  public static CandleBlock parse(byte[] text) {
    byte[] own = text.clone();
    int from = lineEnd(own, 0) + 1;
    long step = step(own, from - 1);
    long[] times = new long[(own.length - from) / SHORTEST_LINE + 1];
    double[] values = new double[times.length * Candles.FIELDS];
    CandleLine line = new CandleLine();
    int rows = 0;
    while (from < own.length) {
      int end = lineEnd(own, from);
      read(line, own, from, end);
      times[rows] = line.seconds() * 1000;
      if (rows > 0 && times[rows] <= times[rows - 1]) {
        throw new CanonException("candles out of order at " + Instant.ofEpochMilli(times[rows]));
      }
      Candles.put(line, values, rows++);
      from = end + 1;
    }
    times = Arrays.copyOf(times, rows);
    values = Arrays.copyOf(values, rows * Candles.FIELDS);
    return new CandleBlock(own, new Candles(step, times, values));
  }

  private static int lineEnd(byte[] text, int from) {
    for (int at = from; at < text.length; at++) {
      if (text[at] == '\n') {
        return at;
      }
    }
    throw new CanonException("not a candle block: the last line has no end");
  }

  private static long step(byte[] text, int end) {
    int digits = FORMAT_BYTES.length;
    if (end < digits || !Arrays.equals(text, 0, digits, FORMAT_BYTES, 0, digits)) {
      throw new CanonException("not a candle block");
    }
    String millis = new String(text, digits, end - digits, StandardCharsets.UTF_8);
    try {
      long step = Long.parseLong(millis);
      if (step > 0 && millis.equals(Long.toString(step))) {
        return step;
      }
    } catch (NumberFormatException e) {
      throw new CanonException("not a candle block: " + e.getMessage());
    }
    throw new CanonException("not a candle block: a candle lasts " + millis + " ms");
  }

  private static void read(CandleLine line, byte[] text, int from, int end) {
    CandleLine.Finding finding = line.readForm(text, from, end);
    if (finding != CandleLine.Finding.SOUND || !line.isCanonical()) {
      String cause =
          finding == CandleLine.Finding.SOUND ? "not in canonical form" : finding.words();
      String words = new String(text, from, Math.min(end - from, 100), StandardCharsets.UTF_8);
      throw new CanonException("not a candle block: “" + words + "”: " + cause);
    }
  }

  /// Makes a block of lines in the canonical form, in rising time order, without line ends.
  ///
  /// @throws CanonException if a line is not in that form
  public static CandleBlock of(Duration step, List<String> lines) {
    StringBuilder text = new StringBuilder(FORMAT).append(step.toMillis()).append('\n');
    for (String line : lines) {
      text.append(line).append('\n');
    }
    return parse(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  public byte[] text() {
    return text.fetch();
  }

  /// The block's name in the archive.
  public Sha256 digest() {
    return digest;
  }

  public Candles candles() {
    return candles;
  }

  /// Bytes that the block holds in memory, about.
  public int weight() {
    return textBytes + candles.size() * BYTES_A_CANDLE;
  }
}
