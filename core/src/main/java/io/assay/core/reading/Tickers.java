package io.assay.core.reading;

import io.assay.core.text.Letters;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which words can be tickers: that depends on how plainly they are marked as ones. What is marked
/// is looked up in a directory later; here a word is only kept from being taken for a ticker.
final class Tickers {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 10;
  private static final Set<String> QUOTES = words("USDT BUSD USDC BTC ETH BNB USD");
  private static final List<String> GLUED_QUOTES = List.of("USDT", "BUSD", "USDC", "BTC");
  private static final Set<String> MONEY =
      words(
          """
          USD USDT USDC BUSD DAI TUSD FDUSD USDD EUR GBP INR AUD CAD JPY CNY RUB TRY NGN
          """);

  /// Coins whose symbols are words of the trade: coins where they are marked, words where not.
  private static final Set<String> COINS_AND_WORDS = words("LINK HOT");

  private static final Set<String> WORDS =
      words(
          """
          BUY SELL CALL CALLS PUMP PUMPS SIGNAL SIGNALS SCALP SCALPING SPOT LONG SHORT HOLD HODL
          FREE VIP NEWS CRYPTO DEFI NFT NFTS ALTCOIN ALTCOINS TRADING TRADE BINANCE KUCOIN YOBIT
          BITTREX HUOBI BYBIT FUTURES TARGET TARGETS STOP STOPLOSS PROFIT PROFITS DONE UPDATE
          ENTRY TP SL TA DYOR ICO IDO AIRDROP GEM GEMS MOON ATH FOMO NEW COIN COINS TOKEN NEXT THE
          IS AND FOR TODAY VOLUME MARKET MC SCAM BREAKING BSC ERC20 BEP20 LEVERAGE MARGIN BULLISH
          BEARISH READY PREMIUM GIVEAWAY LIVE CHART SUPPORT RESISTANCE
          """);

  /// Words between an announcement and the coin that it reveals.
  private static final Set<String> FILLERS =
      words(
          """
          THE IS ARE WE HAVE PICKED CHOSEN TODAY TODAYS S OUR COIN NAME TO PUMP FOR THIS OF BE
          WILL GOING BUY AND NOW LINK HERE ON BINANCE KUCOIN YOBIT HOTBIT BITTREX IN HTTPS HTTP
          WWW COM MINUTES MINUTE SECONDS A AT IT NEXT MESSAGE POSTED ANNOUNCED RELEASED WHICH THAT
          SIGNAL READY GET TIME UP CALLED PLEASE WITH AS AN IMAGE PICTURE
          """);

  private Tickers() {}

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  /// Whether the word behind a `$` is a ticker: any but money and amounts.
  static boolean isCashtag(String said) {
    return (isOneLetter(said) || isLong(said)) && !isMoney(said);
  }

  /// Whether the word behind a `#` is a ticker.
  static boolean isHashtag(String said) {
    return isLong(said) && !WORDS.contains(upper(said)) && !isMoney(said);
  }

  /// Whether the word is a ticker where it is a pair's base.
  static boolean isBase(String said) {
    return isOneLetter(said) || isHashtag(said);
  }

  /// Whether an announcement may reveal the word where it is marked with a `#`.
  static boolean isRevealed(String said) {
    return isHashtag(said) && (isCoinAndWord(said) || !FILLERS.contains(upper(said)));
  }

  /// Whether an announcement may reveal the word where nothing marks it.
  static boolean isBare(String said) {
    return isRevealed(said) && !isCoinAndWord(said);
  }

  private static boolean isCoinAndWord(String said) {
    return COINS_AND_WORDS.contains(upper(said));
  }

  static boolean isQuote(String said) {
    return QUOTES.contains(said);
  }

  /// The base that is glued to its quote, as in BTCUSDT; the word itself where there is no quote.
  static String base(String said) {
    for (String quote : GLUED_QUOTES) {
      if (said.endsWith(quote) && said.length() >= quote.length() + SHORTEST) {
        return said.substring(0, said.length() - quote.length());
      }
    }
    return said;
  }

  static String upper(String said) {
    return said.toUpperCase(Locale.ROOT);
  }

  private static boolean isMoney(String said) {
    return MONEY.contains(upper(said));
  }

  /// One capital letter, as in $W: a coin's ticker where it is marked as one.
  private static boolean isOneLetter(String said) {
    return said.length() == 1 && Letters.isUpper(said.charAt(0));
  }

  private static boolean isLong(String said) {
    return said.length() >= SHORTEST && said.length() <= LONGEST && hasLetters(said);
  }

  /// At least a letter in front, or three behind a leading digit as in 1INCH: no amounts.
  private static boolean hasLetters(String said) {
    int letters = 0;
    for (int i = 0; i < said.length(); i++) {
      letters += Letters.isLetter(said.charAt(i)) ? 1 : 0;
    }
    return letters >= (Letters.isLetter(said.charAt(0)) ? 1 : 3);
  }
}
