package io.assay.core.price;

/// Answers questions about prices. Port.
public interface PriceSource {
  /// Answers at once, from what the source holds. It need not cut anything to the present: the fold
  /// takes from an answer only what the question's range covers.
  Answer answer(Question question);
}
