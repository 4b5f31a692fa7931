package io.assay.core.ledger;

import io.assay.core.canon.Sha256;
import java.security.MessageDigest;
import java.util.List;

/// The Merkle tree hash of RFC 6962 §2.1, with SHA-256: a leaf is hashed with a 0 before it, an
/// inner node with a 1, so that neither can pass for the other.
public final class MerkleTree {
  private MerkleTree() {}

  /// The root over the leaves; the hash of nothing for none.
  public static Sha256 root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return Sha256.over();
    }
    MessageDigest digest = Sha256.digest();
    byte[][] level = new byte[leaves.size()][];
    for (int i = 0; i < level.length; i++) {
      digest.update((byte) 0);
      level[i] = digest.digest(leaves.get(i));
    }
    return Sha256.ofBytes(fold(level, digest));
  }

  // Pairing neighbours and carrying an odd last one up gives the same tree as RFC 6962's split at
  // the largest power of two, without recursion.
  private static byte[] fold(byte[][] leaves, MessageDigest digest) {
    byte[][] level = leaves;
    for (int size = level.length; size > 1; size = (size + 1) / 2) {
      for (int i = 0; i + 1 < size; i += 2) {
        digest.update((byte) 1);
        digest.update(level[i]);
        level[i / 2] = digest.digest(level[i + 1]);
      }
      if (size % 2 == 1) {
        level[size / 2] = level[size - 1];
      }
    }
    return level[0];
  }
}
