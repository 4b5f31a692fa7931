package io.assay.core.price;

/// Reads one line of candle text at a time: open time, open, high, low, close and, where told,
/// volume, with commas between. It is used again for the next line, so that a file of a million
/// lines makes no garbage.
///
/// Around a field, blanks and one pair of double quotes count for nothing. A time of 13 digits is
/// milliseconds, one of up to 10 digits is seconds. Not safe for use by several threads.
public final class CandleLine {
  static final int FIELDS = 6;
  static final int NUMBERS = 5;

  private static final int SECONDS_DIGITS = 10;
  private static final int MILLIS_DIGITS = 13;

  private final int[] starts = new int[FIELDS];
  private final int[] ends = new int[FIELDS];
  private final double[] numbers = new double[NUMBERS];
  private byte[] bytes = {};
  private int from;
  private int to;
  private int fields;
  private long seconds;
  private boolean inMillis;

  /// How a line was found.
  public enum Finding {
    SOUND("sound"),
    FIELDS_MISSING("not the five or six fields time,open,high,low,close,volume"),
    TIME_UNREAD("the time is not whole seconds or milliseconds since 1970"),
    NOT_A_NUMBER("a price or the volume is not a number"),
    PRICE_UNUSABLE("a price is not above zero, or too large"),
    HIGH_BELOW_LOW("the high is below the low"),
    VOLUME_UNUSABLE("the volume is below zero, or too large");

    private final String words;

    Finding(String words) {
      this.words = words;
    }

    /// What is wrong, for people.
    public String words() {
      return words;
    }
  }

  /// Reads the line in `bytes[from, to)`, which has no line end. Its numbers may be asked for only
  /// when it is SOUND.
  public Finding read(byte[] bytes, int from, int to) {
    Finding form = readForm(bytes, from, to);
    return form == Finding.SOUND ? sense() : form;
  }

  /// Reads the line without asking whether its numbers make sense.
  Finding readForm(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    if (!split()) {
      return Finding.FIELDS_MISSING;
    }
    if (!readTime(starts[0], ends[0])) {
      return Finding.TIME_UNREAD;
    }
    for (int i = 0; i < NUMBERS; i++) {
      double number = Double.NaN;
      if (i + 1 < fields && starts[i + 1] < ends[i + 1]) {
        number = Decimal.parse(bytes, starts[i + 1], ends[i + 1]);
      }
      if (Double.isNaN(number) && (i < NUMBERS - 1 || isVolumeTold())) {
        return Finding.NOT_A_NUMBER;
      }
      numbers[i] = number;
    }
    return Finding.SOUND;
  }

  private Finding sense() {
    for (int i = 0; i < 4; i++) {
      if (!(numbers[i] > 0 && numbers[i] <= Double.MAX_VALUE)) {
        return Finding.PRICE_UNUSABLE;
      }
    }
    if (high() < low()) {
      return Finding.HIGH_BELOW_LOW;
    }
    boolean odd = numbers[4] < 0 || Double.isInfinite(numbers[4]);
    return odd ? Finding.VOLUME_UNUSABLE : Finding.SOUND;
  }

  private boolean split() {
    fields = 0;
    int start = from;
    for (int at = from; at <= to; at++) {
      if (at == to || bytes[at] == ',') {
        if (fields == FIELDS) {
          return false;
        }
        trim(start, at);
        start = at + 1;
      }
    }
    return fields >= FIELDS - 1;
  }

  private void trim(int fieldFrom, int fieldTo) {
    int first = fieldFrom;
    int end = fieldTo;
    while (first < end && isBlank(bytes[first])) {
      first++;
    }
    while (first < end && isBlank(bytes[end - 1])) {
      end--;
    }
    boolean quoted = end - first >= 2 && bytes[first] == '"' && bytes[end - 1] == '"';
    starts[fields] = quoted ? first + 1 : first;
    ends[fields] = quoted ? end - 1 : end;
    fields++;
  }

  private static boolean isBlank(byte letter) {
    return letter == ' ' || letter == '\t' || letter == '\r';
  }

  private boolean readTime(int first, int end) {
    int digits = end - first;
    inMillis = digits == MILLIS_DIGITS;
    boolean padded = digits > 1 && bytes[first] == '0';
    boolean odd = digits > SECONDS_DIGITS && !inMillis;
    if (digits == 0 || odd || padded) {
      return false;
    }
    long time = 0;
    for (int at = first; at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      time = time * 10 + digit;
    }
    seconds = inMillis ? time / 1000 : time;
    return !inMillis || time % 1000 == 0;
  }

  /// Seconds since 1970 at which the candle opens; below 10^10.
  public long seconds() {
    return seconds;
  }

  /// Whether the time was written in milliseconds.
  public boolean isInMillis() {
    return inMillis;
  }

  public double open() {
    return numbers[0];
  }

  public double high() {
    return numbers[1];
  }

  public double low() {
    return numbers[2];
  }

  public double close() {
    return numbers[3];
  }

  /// Whether the open and the close lie within low and high. Several providers take the open from
  /// the close before, so real lines do not always.
  public boolean isWithinRange() {
    return Math.max(open(), close()) <= high() && Math.min(open(), close()) >= low();
  }

  private boolean isVolumeTold() {
    return fields == FIELDS && starts[FIELDS - 1] < ends[FIELDS - 1];
  }

  /// Traded volume; NaN where the line does not tell.
  public double volume() {
    return numbers[4];
  }

  /// The most bytes that [#copyTo] writes.
  public int mostBytes() {
    return to - from + 2;
  }

  /// Writes the line in canonical form with its line end: seconds, the decimals as they were said,
  /// no blanks, six fields. Returns where it ends.
  public int copyTo(byte[] target, int at) {
    int end = at;
    int timeLength = ends[0] - starts[0] - (inMillis ? 3 : 0);
    for (int i = 0; i < FIELDS; i++) {
      int length = i >= fields ? 0 : i == 0 ? timeLength : ends[i] - starts[i];
      if (length > 0) {
        System.arraycopy(bytes, starts[i], target, end, length);
      }
      end += length;
      target[end++] = (byte) (i < FIELDS - 1 ? ',' : '\n');
    }
    return end;
  }

  /// Whether the line is in canonical form already.
  boolean isCanonical() {
    int length = FIELDS - 1;
    for (int i = 0; i < fields; i++) {
      length += ends[i] - starts[i];
    }
    return fields == FIELDS && length == to - from && !inMillis;
  }
}
