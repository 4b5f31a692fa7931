package io.assay.app.live;

import io.assay.core.flow.Live;

/// Something for the writer to do with the books. May be run again where a first try failed with
/// the store, so it does nothing but what the books do for it.
///
/// @param <R> what is brought back
@FunctionalInterface
public interface Errand<R> {
  R run(Live live);
}
