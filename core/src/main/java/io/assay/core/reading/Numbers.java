package io.assay.core.reading;

/// What the numbers of a message say: prices as of a trade, gains as of a boast.
///
/// @param prices how many numbers look like prices or levels
/// @param gains weight of what looks like a gain that was made: `2x`, `+35%`
record Numbers(int prices, double gains) {
  private static final double MULTIPLE = 0.7;
  private static final double PERCENT = 0.5;

  static Numbers of(Words words) {
    int prices = 0;
    double gains = 0;
    for (int word = 0; word < words.size(); word++) {
      String said = words.length(word) <= 12 ? words.text(word) : "";
      if (!said.isEmpty() && Letters.isDigit(said.charAt(0))) {
        char last = said.charAt(said.length() - 1);
        if (last == 'x' || last == 'X') {
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
