package io.assay.core.ledger;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.canon.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A link of the journal's chain: consecutive entries, sealed together.
///
/// The seal covers the link before, the block's number, the position of its first entry, how many
/// entries it has, and the Merkle root over them. So neither an entry, nor its place, nor the order
/// of blocks can change without every later seal changing.
///
/// @param number 0, 1, 2 …
/// @param first position of its first entry in the journal
/// @param previous seal of the block before; [Sha256#ZERO] for the first
/// @param entries canonical bytes of each
public record Block(long number, long first, Sha256 previous, List<byte[]> entries, Sha256 seal) {
  public Block {
    Objects.requireNonNull(previous, "previous");
    Objects.requireNonNull(seal, "seal");
    entries = List.copyOf(entries);
  }

  /// Seals the entries to the end of a chain.
  public static Block after(Head head, List<Leaf> leaves) {
    byte[][] hashes = new byte[leaves.size()][];
    List<byte[]> entries = new ArrayList<>(leaves.size());
    for (Leaf leaf : leaves) {
      hashes[entries.size()] = leaf.hash();
      entries.add(leaf.entry());
    }
    Sha256 seal = seal(head, leaves.size(), MerkleTree.rootOf(hashes));
    return new Block(head.blocks(), head.entries(), head.seal(), entries, seal);
  }

  /// The seal that entries have at the end of a chain.
  public static Sha256 seal(Head head, List<byte[]> entries) {
    return seal(head, entries.size(), MerkleTree.root(entries));
  }

  private static Sha256 seal(Head head, int size, Sha256 root) {
    CanonWriter place = new CanonWriter();
    place.digest(head.seal()).fixed64(head.blocks()).fixed64(head.entries());
    place.fixed64(size).digest(root);
    return Sha256.over(place.toBytes());
  }

  /// The end of the chain once this block is on it.
  public Head head() {
    return new Head(number + 1, first + entries.size(), seal);
  }

  /// The entries as one run of bytes, for a store to compress and keep.
  public byte[] payload() {
    int size = 0;
    for (byte[] entry : entries) {
      size += entry.length + CanonWriter.LONGEST_NUMBER;
    }
    CanonWriter out = new CanonWriter(size);
    for (byte[] entry : entries) {
      out.blob(entry);
    }
    return out.toBytes();
  }

  /// The entries of a payload.
  ///
  /// @throws CanonException if it is none
  public static List<byte[]> entries(byte[] payload) {
    CanonReader in = new CanonReader(payload);
    List<byte[]> entries = new ArrayList<>();
    while (!in.atEnd()) {
      entries.add(in.blob());
    }
    return entries;
  }

  /// The end of a chain.
  ///
  /// @param blocks how many there are
  /// @param entries how many there are: the position of the next
  /// @param seal of the last block
  public record Head(long blocks, long entries, Sha256 seal) {
    /// The end of an empty journal.
    public static final Head START = new Head(0, 0, Sha256.ZERO);

    public Head {
      Objects.requireNonNull(seal, "seal");
    }
  }
}
