package io.assay.core.ledger;

/// An entry on its way into the journal, with its leaf hash: hashing is most of the work of
/// sealing, and can be done beforehand by whoever has time.
public final class Leaf {
  private final byte[] entry;
  private final byte[] hash;

  private Leaf(byte[] entry) {
    this.entry = entry;
    this.hash = MerkleTree.leaf(entry);
  }

  /// The leaf of an entry's canonical bytes; not copied, not to be changed.
  public static Leaf of(byte[] entry) {
    return new Leaf(entry);
  }

  byte[] entry() {
    return entry;
  }

  byte[] hash() {
    return hash;
  }

  /// Bytes of the entry.
  public int length() {
    return entry.length;
  }
}
