package io.assay.app.market;

import io.assay.adapters.binance.Binance;
import io.assay.adapters.birdeye.Birdeye;
import io.assay.adapters.coingecko.CoinGecko;
import io.assay.adapters.cryptocompare.CryptoCompare;
import io.assay.adapters.defillama.DefiLlama;
import io.assay.adapters.dexscreener.DexScreener;
import io.assay.adapters.geckoterminal.GeckoTerminal;
import io.assay.adapters.goplus.GoPlus;
import io.assay.adapters.moralis.Moralis;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Provider;
import io.assay.app.config.PriceSettings;
import io.assay.app.config.ProviderName;
import io.assay.app.config.binding.Secret;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The one place where the vendors' names meet: one line each.
public final class Vendors {
  private Vendors() {}

  /// How a vendor is made.
  ///
  /// @param key makes the header that carries a key; null where it takes none
  private record Vendor(
      String baseUrl,
      int perMinute,
      Key need,
      @Nullable Function<String, Profile.Key> key,
      Function<Profile, Provider> make) {}

  /// Whether it has to be given a key.
  private enum Key {
    NONE,
    OPTIONAL,
    NEEDED
  }

  private static Vendor vendor(ProviderName name) {
    return switch (name) {
      case DEXSCREENER -> open(DexScreener.BASE_URL, DexScreener.PER_MINUTE, DexScreener::new);
      case GECKOTERMINAL ->
          open(GeckoTerminal.BASE_URL, GeckoTerminal.PER_MINUTE, GeckoTerminal::new);
      case DEFILLAMA -> open(DefiLlama.BASE_URL, DefiLlama.PER_MINUTE, DefiLlama::new);
      case BINANCE -> open(Binance.BASE_URL, Binance.PER_MINUTE, Binance::new);
      case BIRDEYE ->
          new Vendor(Birdeye.BASE_URL, Birdeye.PER_MINUTE, Key.NEEDED, Birdeye::key, Birdeye::new);
      case MORALIS ->
          new Vendor(Moralis.BASE_URL, Moralis.PER_MINUTE, Key.NEEDED, Moralis::key, Moralis::new);
      case COINGECKO ->
          new Vendor(
              CoinGecko.BASE_URL,
              CoinGecko.PER_MINUTE,
              Key.OPTIONAL,
              CoinGecko::key,
              CoinGecko::new);
      case CRYPTOCOMPARE ->
          new Vendor(
              CryptoCompare.BASE_URL,
              CryptoCompare.PER_MINUTE,
              Key.OPTIONAL,
              CryptoCompare::key,
              CryptoCompare::new);
      case GOPLUS ->
          new Vendor(GoPlus.BASE_URL, GoPlus.PER_MINUTE, Key.OPTIONAL, GoPlus::key, GoPlus::new);
    };
  }

  private static Vendor open(String baseUrl, int perMinute, Function<Profile, Provider> make) {
    return new Vendor(baseUrl, perMinute, Key.NONE, null, make);
  }

  /// The providers that are to be asked, those to be preferred first: enabled, and with a key where
  /// they want one. None where nobody is to be asked over the network.
  public static List<Provider> of(PriceSettings settings) {
    return settings.online()
        ? Arrays.stream(ProviderName.values())
            .map(name -> of(name, settings.provider(name)))
            .flatMap(Optional::stream)
            .toList()
        : List.of();
  }

  private static Optional<Provider> of(ProviderName name, PriceSettings.Provider set) {
    Vendor vendor = vendor(name);
    if (!set.enabled() || (vendor.need == Key.NEEDED && set.key() == null)) {
      return Optional.empty();
    }
    URI base = set.baseUrl();
    Profile profile =
        new Profile(
            name.toString(),
            base == null ? vendor.baseUrl : withoutSlash(base.toString()),
            set.perMinute() == 0 ? vendor.perMinute : set.perMinute(),
            key(vendor, base, set.key()));
    return Optional.of(vendor.make.apply(profile));
  }

  private static Profile.@Nullable Key key(
      Vendor vendor, @Nullable URI base, @Nullable Secret<String> given) {
    if (given == null || vendor.key == null) {
      return null;
    }
    boolean paid = base != null && base.toString().startsWith(CoinGecko.PRO_BASE_URL);
    return paid ? CoinGecko.proKey(given.reveal()) : vendor.key.apply(given.reveal());
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
