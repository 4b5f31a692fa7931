package io.assay.app.market;

import io.assay.adapters.dexscreener.DexScreener;
import io.assay.adapters.provider.Profile;
import io.assay.adapters.provider.Provider;
import io.assay.app.config.PriceSettings;
import io.assay.app.config.ProviderName;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The one place where the vendors' names meet: one line each.
public final class Vendors {
  private Vendors() {}

  /// How a vendor is made.
  ///
  /// @param key makes the header that carries a key; null where none is taken
  private record Vendor(
      String baseUrl,
      int perMinute,
      boolean wantsKey,
      Function<String, Profile.Key> key,
      Function<Profile, Provider> make) {}

  private static Vendor vendor(ProviderName name) {
    return switch (name) {
      case DEXSCREENER ->
          new Vendor(
              DexScreener.BASE_URL,
              DexScreener.PER_MINUTE,
              false,
              key -> new Profile.Key("Authorization", "Bearer " + key),
              DexScreener::new);
      default -> throw new IllegalStateException("no vendor " + name);
    };
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
    if (!set.enabled() || (vendor.wantsKey && set.key() == null)) {
      return Optional.empty();
    }
    URI base = set.baseUrl();
    Profile profile =
        new Profile(
            name.toString(),
            base == null ? vendor.baseUrl : withoutSlash(base.toString()),
            set.perMinute() == 0 ? vendor.perMinute : set.perMinute(),
            set.key() == null ? null : vendor.key.apply(set.key().reveal()));
    return Optional.of(vendor.make.apply(profile));
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
