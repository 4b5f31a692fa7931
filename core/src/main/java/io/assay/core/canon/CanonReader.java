package io.assay.core.canon;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;

/// Reads what [CanonWriter] wrote. Bytes that it cannot have written are a [CanonException].
public final class CanonReader {
  private final byte[] buffer;
  private int at;

  public CanonReader(byte[] bytes) {
    this.buffer = bytes;
  }

  /// Reads bytes that are one value and nothing else, such as a row of a table.
  ///
  /// @param form how the value is read
  /// @throws CanonException if they are not: damage may also make a number that no such value has
  public static <T> T whole(byte[] bytes, Function<CanonReader, T> form) {
    CanonReader in = new CanonReader(bytes);
    try {
      T value = form.apply(in);
      in.end();
      return value;
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new CanonException("no such value: " + e.getMessage());
    }
  }

  public int position() {
    return at;
  }

  public boolean atEnd() {
    return at == buffer.length;
  }

  /// Ends the reading.
  ///
  /// @throws CanonException if bytes are left over
  public void end() {
    if (!atEnd()) {
      throw new CanonException((buffer.length - at) + " bytes left over at " + at);
    }
  }

  public int u8() {
    need(1);
    return buffer[at++] & 0xFF;
  }

  public boolean bool() {
    return one(u8(), 2) == 1;
  }

  public long count() {
    long value = leb();
    if (value < 0) {
      throw new CanonException("a count is negative at " + at);
    }
    return value;
  }

  /// A count that must fit what is left, so that a damaged length cannot ask for the moon.
  public int size() {
    long value = count();
    if (value > buffer.length - at) {
      throw new CanonException("a size of " + value + " at " + at + ", with fewer bytes left");
    }
    return (int) value;
  }

  public long signed() {
    long value = leb();
    return (value >>> 1) ^ -(value & 1);
  }

  public long fixed64() {
    need(8);
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | (buffer[at++] & 0xFF);
    }
    return value;
  }

  public double f64() {
    return Double.longBitsToDouble(fixed64());
  }

  public Instant instant() {
    return Instant.ofEpochMilli(signed());
  }

  public String text() {
    int size = size();
    String value = new String(buffer, at, size, StandardCharsets.UTF_8);
    at += size;
    return value;
  }

  public Sha256 digest() {
    return Sha256.ofBytes(raw(Sha256.LENGTH));
  }

  public byte[] blob() {
    return raw(size());
  }

  public byte[] raw(int size) {
    need(size);
    byte[] value = Arrays.copyOfRange(buffer, at, at + size);
    at += size;
    return value;
  }

  /// One of an enum's constants, by its ordinal.
  public <E> E one(E[] constants) {
    return constants[one(u8(), constants.length)];
  }

  private int one(int ordinal, int of) {
    if (ordinal >= of) {
      throw new CanonException("no constant " + ordinal + " at " + at);
    }
    return ordinal;
  }

  private long leb() {
    long value = 0;
    int last = Math.min(buffer.length, at + CanonWriter.LONGEST_NUMBER);
    int shift = 0;
    for (int i = at; i < last; i++) {
      byte next = buffer[i];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        at = i + 1;
        return value;
      }
      shift += 7;
    }
    throw new CanonException("a number does not end at " + at);
  }

  private void need(int size) {
    if (size < 0 || size > buffer.length - at) {
      throw new CanonException(size + " bytes wanted at " + at + " of " + buffer.length);
    }
  }
}
