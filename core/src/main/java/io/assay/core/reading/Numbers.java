package io.assay.core.reading;

import io.assay.core.text.Letters;
import io.assay.core.text.Words;

/// What the numbers of a message say: prices as of a trade, gains as of a boast.
///
/// @param prices how many numbers look like prices or levels
/// @param gains weight of what looks like a gain that was made: `2x`, `+35%`
record Numbers(int prices, double gains) {
  private static final double MULTIPLE = 0.7;
  private static final double PERCENT = 0.5;
  private static final int LONGEST = 12;

  static Numbers of(Words words) {
    int prices = 0;
    double gains = 0;
    for (int word = 0; word < words.size(); word++) {
      if (words.length(word) <= LONGEST && Letters.isDigit(words.first(word))) {
        if ((words.last(word) | 0x20) == 'x') {
          gains += MULTIPLE;
        } else if (words.after(word) == '%') {
          gains += PERCENT;
        } else {
          prices++;
        }
      }
    }
    return new Numbers(prices, Math.min(gains, 1.5));
  }
}
