package io.assay.core.canon;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/// Writes canonical bytes: unsigned LEB128 for counts, zigzag LEB128 for signed numbers, big-endian
/// for fixed widths, UTF-8 with its byte length before it for text. There is one way to write each
/// value, so equal values have equal bytes. Not thread-safe; can be reset and used again.
public final class CanonWriter {
  /// Most bytes that a number of variable width takes.
  public static final int LONGEST_NUMBER = 10;

  private byte[] buffer;
  private int length;

  public CanonWriter() {
    this(512);
  }

  /// A writer that will have about so many bytes to write.
  public CanonWriter(int bytes) {
    buffer = new byte[Math.max(bytes, LONGEST_NUMBER)];
  }

  public void reset() {
    length = 0;
  }

  public int length() {
    return length;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(buffer, length);
  }

  public CanonWriter u8(int value) {
    ensure(1);
    buffer[length++] = (byte) value;
    return this;
  }

  /// A constant, by its ordinal: enums that are written down are append-only, and say so.
  @SuppressWarnings("EnumOrdinal")
  public CanonWriter one(Enum<?> constant) {
    return u8(constant.ordinal());
  }

  public CanonWriter bool(boolean value) {
    return u8(value ? 1 : 0);
  }

  /// A count, ≥ 0.
  public CanonWriter count(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("a count is not negative: " + value);
    }
    return leb(value);
  }

  /// Any long, short where it is near zero.
  public CanonWriter signed(long value) {
    return leb((value << 1) ^ (value >> 63));
  }

  /// Eight bytes, big-endian, so that byte order is number order for values ≥ 0.
  public CanonWriter fixed64(long value) {
    ensure(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      buffer[length++] = (byte) (value >>> shift);
    }
    return this;
  }

  /// The bits of a double; every NaN is written as the one canonical NaN.
  public CanonWriter f64(double value) {
    return fixed64(Double.doubleToLongBits(value));
  }

  /// Milliseconds since 1970 in UTC.
  public CanonWriter instant(Instant value) {
    return signed(value.toEpochMilli());
  }

  public CanonWriter text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return blob(utf8);
  }

  public CanonWriter digest(Sha256 value) {
    return raw(value.bytes());
  }

  /// Bytes with their length before them.
  public CanonWriter blob(byte[] value) {
    return count(value.length).raw(value);
  }

  /// Bytes as they are.
  public CanonWriter raw(byte[] value) {
    ensure(value.length);
    System.arraycopy(value, 0, buffer, length, value.length);
    length += value.length;
    return this;
  }

  private CanonWriter leb(long value) {
    ensure(LONGEST_NUMBER);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      buffer[length++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    buffer[length++] = (byte) rest;
    return this;
  }

  private void ensure(int more) {
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
    }
  }
}
