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
    byte[][] level = new byte[leaves.size()][];
    for (int i = 0; i < level.length; i++) {
      level[i] = leaf(leaves.get(i));
    }
    return rootOf(level);
  }

  /// The hash of one leaf.
  static byte[] leaf(byte[] leaf) {
    MessageDigest digest = Sha256.shared();
    digest.update((byte) 0);
    return digest.digest(leaf);
  }

  /// The root over leaves that are hashed already; the array is used up.
  static Sha256 rootOf(byte[][] leaves) {
    return leaves.length == 0 ? Sha256.over() : Sha256.ofBytes(fold(leaves, Sha256.shared()));
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
