package io.assay.core.price;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A piece of candle evidence: the canonical text that the archive keeps by its SHA-256, and the
/// numbers in it. The text keeps every decimal as the provider said it:
///
/// ```
/// candles 1 60000
/// 1704067200,0.00123,0.00125,0.00122,0.00124,51234.5
/// ```
///
/// The header names the format, its version and the candle length in milliseconds; a line is open
/// time (seconds UTC), open, high, low, close, volume (empty where not told).
public final class CandleBlock {
  private static final String FORMAT = "candles 1 ";

  private final byte[] text;
  private final Sha256 digest;
  private final Candles candles;

  private CandleBlock(byte[] text, Candles candles) {
    this.text = text;
    this.digest = Sha256.over(text);
    this.candles = candles;
  }

  /// Reads a block back.
  ///
  /// @throws CanonException if the text is not a block
  public static CandleBlock parse(byte[] text) {
    String[] lines = new String(text, StandardCharsets.UTF_8).split("\n", -1);
    if (!lines[0].startsWith(FORMAT) || !lines[lines.length - 1].isEmpty()) {
      throw new CanonException("not a candle block");
    }
    try {
      Duration step = Duration.ofMillis(Long.parseLong(lines[0].substring(FORMAT.length())));
      List<Candle> candles = new ArrayList<>(lines.length - 2);
      for (int i = 1; i < lines.length - 1; i++) {
        candles.add(candle(lines[i]));
      }
      return new CandleBlock(text, Candles.of(step, candles));
    } catch (IllegalArgumentException e) {
      throw new CanonException("not a candle block: " + e.getMessage());
    }
  }

  /// One line of the text as a candle. The fields must be there; whether the numbers make sense is
  /// the caller's to judge.
  ///
  /// @throws IllegalArgumentException if a field is missing or not a number
  public static Candle candle(String line) {
    double[] numbers = new double[5];
    int from = line.indexOf(',');
    if (from < 0) {
      throw new IllegalArgumentException("no fields in “" + line + "”");
    }
    long seconds = Long.parseLong(line, 0, from, 10);
    for (int i = 0; i < 5; i++) {
      int to = i < 4 ? line.indexOf(',', from + 1) : line.length();
      if (to < 0) {
        throw new IllegalArgumentException("six fields wanted in “" + line + "”");
      }
      String field = line.substring(from + 1, to);
      numbers[i] = i == 4 && field.isEmpty() ? Double.NaN : Double.parseDouble(field);
      from = to;
    }
    Instant openAt = Instant.ofEpochSecond(seconds);
    return new Candle(openAt, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
  }

  /// Makes a block of lines in the canonical form, in rising time order, without line ends.
  ///
  /// @throws CanonException if a line is not in that form
  public static CandleBlock of(Duration step, List<String> lines) {
    Objects.requireNonNull(step, "step");
    StringBuilder text = new StringBuilder(FORMAT).append(step.toMillis()).append('\n');
    for (String line : lines) {
      text.append(line).append('\n');
    }
    return parse(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  public byte[] text() {
    return text.clone();
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
    return text.length + candles.size() * 48;
  }
}
