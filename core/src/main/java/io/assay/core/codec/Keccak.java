package io.assay.core.codec;

/// Keccak-256 as Ethereum uses it: the sponge of the Keccak team's submission with the padding byte
/// 01, which FIPS 202 later changed to 06.
public final class Keccak {
  private static final int RATE = 136;
  private static final int LANES = 25;
  private static final int ROUNDS = 24;
  private static final long[] ROUND_CONSTANTS = {
    0x0000000000000001L, 0x0000000000008082L, 0x800000000000808aL, 0x8000000080008000L,
    0x000000000000808bL, 0x0000000080000001L, 0x8000000080008081L, 0x8000000000008009L,
    0x000000000000008aL, 0x0000000000000088L, 0x0000000080008009L, 0x000000008000000aL,
    0x000000008000808bL, 0x800000000000008bL, 0x8000000000008089L, 0x8000000000008003L,
    0x8000000000008002L, 0x8000000000000080L, 0x000000000000800aL, 0x800000008000000aL,
    0x8000000080008081L, 0x8000000000008080L, 0x0000000080000001L, 0x8000000080008008L
  };
  private static final int[] ROTATIONS = {
    0, 1, 62, 28, 27, 36, 44, 6, 55, 20, 3, 10, 43, 25, 39, 41, 45, 15, 21, 8, 18, 2, 61, 56, 14
  };

  private Keccak() {}

  /// The 32 bytes of the digest.
  public static byte[] digest(byte[] message) {
    long[] state = new long[LANES];
    byte[] block = new byte[RATE];
    int at = 0;
    for (; message.length - at >= RATE; at += RATE) {
      System.arraycopy(message, at, block, 0, RATE);
      absorb(state, block);
    }
    byte[] last = new byte[RATE];
    System.arraycopy(message, at, last, 0, message.length - at);
    last[message.length - at] = 1;
    last[RATE - 1] |= (byte) 0x80;
    absorb(state, last);
    byte[] digest = new byte[32];
    for (int i = 0; i < digest.length; i++) {
      digest[i] = (byte) (state[i / 8] >>> (8 * (i % 8)));
    }
    return digest;
  }

  private static void absorb(long[] state, byte[] block) {
    for (int lane = 0; lane < RATE / 8; lane++) {
      long value = 0;
      for (int i = 7; i >= 0; i--) {
        value = value << 8 | (block[lane * 8 + i] & 0xFF);
      }
      state[lane] ^= value;
    }
    for (int round = 0; round < ROUNDS; round++) {
      permute(state, ROUND_CONSTANTS[round]);
    }
  }

  /// One round: θ, ρ with π, χ, ι.
  private static void permute(long[] a, long constant) {
    long[] c = new long[5];
    for (int x = 0; x < 5; x++) {
      c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    }
    long[] b = new long[LANES];
    for (int x = 0; x < 5; x++) {
      long d = c[(x + 4) % 5] ^ Long.rotateLeft(c[(x + 1) % 5], 1);
      for (int y = 0; y < 5; y++) {
        int from = x + 5 * y;
        b[y + 5 * ((2 * x + 3 * y) % 5)] = Long.rotateLeft(a[from] ^ d, ROTATIONS[from]);
      }
    }
    for (int y = 0; y < LANES; y += 5) {
      for (int x = 0; x < 5; x++) {
        a[y + x] = b[y + x] ^ (~b[y + (x + 1) % 5] & b[y + (x + 2) % 5]);
      }
    }
    a[0] ^= constant;
  }
}
