package io.assay.adapters.export;

import java.io.Serial;

/// One message that cannot be understood; the words say why, for the file's owner.
final class UnreadableException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final String words;

  UnreadableException(String words) {
    super(words, null, false, false); // nobody asks where, and there may be millions
    this.words = words;
  }

  /// Why, in words.
  String words() {
    return words;
  }
}
