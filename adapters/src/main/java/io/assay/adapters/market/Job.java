package io.assay.adapters.market;

/// Something that waits for its turn at a provider.
interface Job {
  Priority priority();

  /// Jobs with the same word can go in one request; empty: it goes alone.
  String lot();

  /// Since when it waits, milliseconds since 1970.
  long since();

  /// When it should have been done, milliseconds since 1970: what is due sooner goes first.
  long deadline();

  /// Whether nobody wants it any more.
  boolean isOver();
}
