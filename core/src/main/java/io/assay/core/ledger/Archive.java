package io.assay.core.ledger;

import io.assay.core.canon.Sha256;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Bulk evidence, immutable, by its SHA-256: candle blocks, token directories. Written in the
/// transaction of the entry that cites it. Port.
public interface Archive {
  /// Keeps the bytes under the digest; keeping them again changes nothing.
  void keep(Sha256 digest, byte[] bytes);

  /// Whether anything is kept under the digest.
  boolean holds(Sha256 digest);

  /// What is kept under the digest.
  ///
  /// @return null if nothing is
  byte @Nullable [] find(Sha256 digest);

  /// Shows everything kept, under the digest it is kept under.
  void read(BiConsumer<Sha256, byte[]> reader);
}
