package io.assay.core.reading;

import io.assay.core.terms.Terms;
import io.assay.core.text.Folded;
import io.assay.core.text.Opaque;
import io.assay.core.text.Words;
import org.jspecify.annotations.Nullable;

/// A message's text as the reader goes through it: what is seen, its words, which of them say
/// nothing, and the terms of the trade, read once and only where somebody asks.
final class Wording {
  private final Folded text;
  private final Words words;
  private final Opaque opaque;
  private @Nullable Terms terms;

  private Wording(Folded text) {
    this.text = text;
    words = Words.of(text);
    opaque = Opaque.in(text, words);
  }

  static Wording of(String text) {
    return new Wording(Folded.of(text));
  }

  Folded text() {
    return text;
  }

  Words words() {
    return words;
  }

  Opaque opaque() {
    return opaque;
  }

  Terms terms() {
    Terms known = terms;
    if (known == null) {
      known = Terms.of(text, words);
      terms = known;
    }
    return known;
  }
}
