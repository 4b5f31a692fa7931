package io.assay.core.canon;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A SHA-256 digest (FIPS 180-4).
public final class Sha256 implements Comparable<Sha256> {
  public static final int LENGTH = 32;

  /// What a chain begins with: 32 zero bytes.
  public static final Sha256 ZERO = new Sha256(new byte[LENGTH]);

  private final byte[] bytes;

  private Sha256(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A digest that was computed before.
  ///
  /// @throws IllegalArgumentException if there are not 32 bytes
  public static Sha256 ofBytes(byte[] digest) {
    if (digest.length != LENGTH) {
      throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + digest.length);
    }
    return new Sha256(digest.clone());
  }

  /// The digest of the parts, one after the other.
  public static Sha256 over(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return new Sha256(digest.digest());
  }

  private static final ThreadLocal<MessageDigest> SHARED = ThreadLocal.withInitial(Sha256::digest);

  /// The calling thread's own engine, empty; making one costs more than hashing a short message.
  public static MessageDigest shared() {
    MessageDigest digest = SHARED.get();
    digest.reset();
    return digest;
  }

  /// A fresh SHA-256 engine.
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public int compareTo(Sha256 other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sha256 that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// 64 lower-case hex digits.
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
