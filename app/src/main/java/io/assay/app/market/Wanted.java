package io.assay.app.market;

import io.assay.app.config.binding.Nearest;
import io.assay.core.asset.Address;
import io.assay.core.asset.AddressCheck;
import io.assay.core.asset.Addresses;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.asset.TokenDirectory;
import io.assay.core.mention.ChainWords;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What an operator wants the price of, as he typed it: `solana:So111…` or `sol:So111…`, an address
/// alone, `coin:bitcoin`, `binance:BTC`, or a symbol.
sealed interface Wanted {
  /// One asset.
  record One(Asset asset) implements Wanted {}

  /// An EVM address whose chain is still to be found.
  record Somewhere(Asset.Token token) implements Wanted {}

  /// A symbol, which may stand for several.
  record Symbol(String symbol) implements Wanted {}

  /// Nothing that has a price.
  record Nonsense(String why) implements Wanted {}

  String COIN = "coin";
  Pattern SYMBOL = Pattern.compile("\\$?[\\p{L}\\p{N}\\p{So}._-]{1,40}");

  /// Exchanges that announcements name. Only what is listed on some of them has a price here.
  Set<String> EXCHANGES =
      Set.of(
          "binance",
          "bitfinex",
          "bitmex",
          "bittrex",
          "bybit",
          "coinexchange",
          "cryptopia",
          "gate",
          "hotbit",
          "huobi",
          "kucoin",
          "livecoin",
          "mexc",
          "okx",
          "poloniex",
          "probit",
          "yobit");

  /// What those words mean.
  static Wanted of(String words, TokenDirectory directory) {
    String text = words.strip();
    int colon = text.indexOf(':');
    String prefix = colon > 0 ? text.substring(0, colon).toLowerCase(Locale.ROOT) : "";
    String rest = text.substring(colon + 1);
    Optional<Chain> chain = ChainWords.chain(prefix);
    if (chain.isPresent()) {
      return ofAddress(Addresses.check(chain.get(), rest), rest, chain.get());
    }
    if (Addresses.recognise(text) instanceof Address address) {
      return ofAddress(address, text, address.chain());
    }
    if (prefix.equals(COIN)) {
      return directory
          .coin(rest)
          .<Wanted>map(One::new)
          .orElseGet(() -> new Nonsense("the directory has no coin “" + rest + "”"));
    }
    if (EXCHANGES.contains(prefix) && SYMBOL.matcher(rest).matches()) {
      return new One(new Asset.Listing(prefix, rest));
    }
    if (!prefix.isEmpty()) {
      return new Nonsense(unknown(prefix));
    }
    return SYMBOL.matcher(text).matches()
        ? new Symbol(text.startsWith("$") ? text.substring(1) : text)
        : new Nonsense("neither an address nor a symbol; try solana:ADDRESS or BTC");
  }

  /// What may have been meant by a word before a colon that means nothing here.
  private static String unknown(String prefix) {
    Set<String> known = new LinkedHashSet<>(ChainWords.all().keySet());
    known.addAll(EXCHANGES);
    known.add(COIN);
    String near = Nearest.of(prefix, known);
    String unknown = "“" + prefix + "” is no chain and no exchange";
    return near == null
        ? unknown + "; try solana:ADDRESS, base:0x…, binance:BTC or coin:bitcoin"
        : unknown + "; did you mean " + near + "?";
  }

  private static Wanted ofAddress(AddressCheck check, String text, Chain chain) {
    return switch (check) {
      case Address address when chain == Chain.EVM ->
          new Somewhere(new Asset.Token(Chain.EVM, address.normal()));
      case Address address -> new One(new Asset.Token(chain, address.normal()));
      case AddressCheck.Rejected _ ->
          new Nonsense("“" + text + "” is no address of " + chain.word());
    };
  }
}
