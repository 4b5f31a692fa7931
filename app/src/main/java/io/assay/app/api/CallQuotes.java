package io.assay.app.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The calls that are watched, with their last prices.
public interface CallQuotes {
  /// That call; null where it is not watched.
  ///
  /// @param call its id, such as `1349910648/1234`
  @Nullable CallQuote find(String call);

  /// Some of them, the youngest first.
  ///
  /// @param after how many of the youngest are left out
  List<CallQuote> youngest(int after, int most);

  /// How many there are.
  int watched();
}
