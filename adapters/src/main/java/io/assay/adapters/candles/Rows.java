package io.assay.adapters.candles;

import io.assay.core.price.CandleLine;
import java.io.IOException;

/// The candles of a file, one after the other, whatever keeps them.
interface Rows extends AutoCloseable {
  /// Goes to the next candle.
  ///
  /// @return false if there is none
  boolean next() throws IOException;

  /// The candle; overwritten by the next.
  CandleLine line();

  /// Number of its line in the file, from 1.
  long number();

  @Override
  void close() throws IOException;

  /// Where the same candles can be had again and again.
  interface Source {
    Rows open() throws IOException;
  }
}
