package io.assay.core.codec;

/// CRC-16/XMODEM: polynomial 1021, initially 0, not reflected.
public final class Crc16 {
  private static final int POLYNOMIAL = 0x1021;

  private Crc16() {}

  /// The checksum of the first bytes, 0 to FFFF.
  public static int of(byte[] bytes, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum ^= (bytes[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum & 0x8000) != 0 ? sum << 1 ^ POLYNOMIAL : sum << 1;
      }
    }
    return sum & 0xFFFF;
  }
}
