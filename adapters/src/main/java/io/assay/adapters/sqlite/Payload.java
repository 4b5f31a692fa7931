package io.assay.adapters.sqlite;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.assay.core.canon.CanonException;
import java.util.zip.CRC32C;

/// Bytes as the file keeps them: Zstandard, with a CRC-32C over what is stored, since a bit that
/// flips in a compressed frame need not change what comes out of it.
final class Payload {
  private static final int LEVEL = 1;
  private static final long LARGEST = 256L << 20;

  private Payload() {}

  static byte[] pack(byte[] bytes) {
    return Zstd.compress(bytes, LEVEL);
  }

  static long crc(byte[] stored) {
    CRC32C crc = new CRC32C();
    crc.update(stored);
    return crc.getValue();
  }

  /// The bytes that were packed.
  ///
  /// @param name what they are, for the message
  /// @throws CanonException if they are damaged
  static byte[] unpack(byte[] stored, long crc, String name) {
    if (crc(stored) != crc) {
      throw new CanonException(name + ": the stored bytes are damaged (checksum differs)");
    }
    long size = Zstd.getFrameContentSize(stored);
    if (size < 0 || size > LARGEST) {
      throw new CanonException(name + ": the stored bytes are no frame of a sane size");
    }
    try {
      return Zstd.decompress(stored, (int) size);
    } catch (ZstdException e) {
      throw new CanonException(name + ": the stored bytes do not decompress: " + e.getMessage());
    }
  }
}
