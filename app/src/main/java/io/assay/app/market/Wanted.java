package io.assay.app.market;

import io.assay.core.asset.Address;
import io.assay.core.asset.AddressCheck;
import io.assay.core.asset.Addresses;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.asset.TokenDirectory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an operator wants the price of, as he typed it: `solana:So111…`, an address alone,
/// `coin:bitcoin`, `binance:BTC`, or a symbol.
sealed interface Wanted {
  /// One asset.
  record One(Asset asset) implements Wanted {}

  /// An EVM address whose chain is still to be found.
  record Somewhere(Asset.Token token) implements Wanted {}

  /// A symbol, which may stand for several.
  record Symbol(String symbol) implements Wanted {}

  /// Nothing that has a price.
  record Nonsense(String why) implements Wanted {}

  Pattern SYMBOL = Pattern.compile("\\$?[\\p{L}\\p{N}\\p{So}._-]{1,40}");
  Pattern EXCHANGE = Pattern.compile("[a-z][a-z0-9]{1,19}");

  /// What those words mean.
  static Wanted of(String words, TokenDirectory directory) {
    String text = words.strip();
    int colon = text.indexOf(':');
    String prefix = colon > 0 ? text.substring(0, colon).toLowerCase(Locale.ROOT) : "";
    String rest = text.substring(colon + 1);
    Optional<Chain> chain =
        Arrays.stream(Chain.values()).filter(it -> it.word().equals(prefix)).findFirst();
    if (chain.isPresent()) {
      return ofAddress(Addresses.check(chain.get(), rest), rest, chain.get());
    }
    if (Addresses.recognise(text) instanceof Address address) {
      return ofAddress(address, text, address.chain());
    }
    if (prefix.equals("coin")) {
      return directory
          .coin(rest)
          .<Wanted>map(One::new)
          .orElseGet(() -> new Nonsense("the directory has no coin “" + rest + "”"));
    }
    if (EXCHANGE.matcher(prefix).matches() && SYMBOL.matcher(rest).matches()) {
      return new One(new Asset.Listing(prefix, rest));
    }
    return SYMBOL.matcher(text).matches()
        ? new Symbol(text.startsWith("$") ? text.substring(1) : text)
        : new Nonsense("neither an address nor a symbol; try solana:ADDRESS or BTC");
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
