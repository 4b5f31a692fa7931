package io.assay.core.terms;

import io.assay.core.text.Letters;
import io.assay.core.text.Words;
import java.util.Arrays;

/// Whether a multiple that no word of leverage stands beside is leverage all the same: where it is
/// of a side or a pair of its line, with nothing but a ticker between, and no word beside it makes
/// it a gain.
///
/// ```
/// LONG SOLUSDT 20x · 20x $SOL short     leverage
/// Long $SOL did 20x · LONG SOL to 10x   a gain
/// SOLUSDT 20x · Long $SOL ⏎ 10x ⏎       leverage if the rest is a trade
/// ```
final class Lever {
  /// Words right before or behind a multiple that is one of the price.
  private static final long[] GAINS =
      hashes(
          "did does do done made make makes making already potential profit profits profitable gain"
              + " gains gained gainer gem gems moon easy easily hit hits reached soon incoming achieved"
              + " pump pumped pumping up from since target targets tp possible return returns roi more"
              + " again banger win winner runner in within expected guaranteed minimum call calls coin"
              + " token play squeeze to for can could will going another next over under per flip"
              + " сделал сделали дал дала прибыли прибыль профит уже потенциал рост рост роста до"
              + " ganancia ganancias hizo potencial beneficio ya hasta yaptı kar kazanç potansiyel"
              + " yükseliş 已 翻 涨 潜 收 利 盈 到 سود شد پتانسیل رشد تا");

  /// Words that may stand between a side and its leverage, beside tickers.
  private static final long[] BETWEEN =
      hashes(
          "btc eth sol bnb xrp doge ada avax ltc matic trx pepe shib sui apt arb usdt usdc usd perp"
              + " perps futures spot max with at on use using and or set signal trade position now here"
              + " market limit");

  private static final String[] QUOTES = {"USDT", "USDC", "BUSD", "USD", "BTC", "ETH", "PERP"};
  private static final int LONGEST_PAIR = 14;

  private final Words words;

  /// Whether a side stands before in the line, and nothing that parts it from what follows.
  private boolean sided;

  /// The same of a pair.
  private boolean paired;

  /// Whether nothing that is no ticker has followed a multiple.
  private boolean clear;

  /// Whether nothing but the side has been said in its line.
  private boolean bare;

  /// Whether a side has been said at all.
  private boolean told;

  Lever(Words words) {
    this.words = words;
  }

  private static long[] hashes(String list) {
    return Arrays.stream(list.split(" ")).mapToLong(Words::hash).sorted().toArray();
  }

  void side() {
    sided = true;
    bare = true;
    told = true;
  }

  void lineEnds() {
    sided = false;
    paired = false;
    clear = false;
  }

  /// A word that is no number, side or leverage.
  void pass(int word) {
    if (words.isEmoji(word) || isRange(word)) {
      return;
    }
    boolean pair = isPair(word);
    boolean through = pair || isTicker(word) || isIn(BETWEEN, word);
    paired = through && (paired || pair);
    sided &= through;
    clear &= through;
    bare = false;
  }

  private boolean isTicker(int word) {
    char before = words.before(word);
    boolean tagged = before == '$' || before == '#';
    return tagged || (bare && words.isAscii(word) && words.isUpper(word) && !isIn(GAINS, word));
  }

  /// `BTCUSDT`, or a base with its quote behind a slash.
  private boolean isPair(int word) {
    if (!words.isAscii(word) || words.length(word) > LONGEST_PAIR || !words.isUpper(word)) {
      return false;
    }
    String said = words.text(word);
    for (String quote : QUOTES) {
      boolean joined = word > 0 && said.equals(quote) && words.before(word) == '/';
      if (joined || (said.endsWith(quote) && said.length() > quote.length() + 1)) {
        return true;
      }
    }
    return words.after(word) == '/';
  }

  private boolean isGain(int word) {
    return isIn(GAINS, word) && !isRange(word);
  }

  /// Whether the word stands between two numbers: `10x to 20x`.
  private boolean isRange(int word) {
    return word > 0
        && word + 1 < words.size()
        && Letters.isDigit(words.first(word - 1))
        && Letters.isDigit(words.first(word + 1));
  }

  private boolean isIn(long[] list, int word) {
    return Arrays.binarySearch(list, words.hash(word)) >= 0;
  }

  /// A multiple has been read.
  ///
  /// @param first the first word of it, or the one behind its sign
  /// @param next the first word behind it
  Sort passed(int first, int next) {
    boolean before = first > 0 && words.areNeighbours(first - 1, first);
    boolean behind = next < words.size() && words.areNeighbours(next - 1, next);
    boolean gain = (before && isGain(first - 1)) || (behind && isGain(next));
    boolean alone = !before && !behind;
    clear = !gain;
    if (gain) {
      return Sort.GAIN;
    }
    if (sided) {
      return Sort.LEVERAGE;
    }
    return paired || (alone && told) ? Sort.PERHAPS : Sort.UNKNOWN;
  }

  /// Whether the multiple read last may be of a side that follows now.
  boolean isClear() {
    return clear;
  }

  /// What a multiple is.
  enum Sort {
    LEVERAGE,
    /// Leverage, if what it stands in is a trade.
    PERHAPS,
    GAIN,
    UNKNOWN
  }
}
