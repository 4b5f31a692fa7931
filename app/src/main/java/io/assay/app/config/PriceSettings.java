package io.assay.app.config;

import io.assay.adapters.provider.Profile;
import io.assay.app.config.binding.Doc;
import io.assay.app.config.binding.Objections;
import io.assay.app.config.binding.Reloadable;
import io.assay.app.config.binding.Secret;
import io.assay.app.config.binding.Within;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where prices come from.
///
/// @param candles null: `candles` in the folder of everything that is kept
/// @param online false: nobody is asked over the network, candle files alone answer
/// @param tokenLists null: none; where two name a token, the first counts
/// @param providers those that are not to be as they come
public record PriceSettings(
    @Doc("folder of candle files; unset: candles in data.directory") @Nullable Path candles,
    @Doc("how often open questions for prices are asked again")
        @Within(least = "1s", most = "1d")
        @Reloadable
        Duration interval,
    @Doc("whether providers are asked over the network; if not, candle files alone answer")
        boolean online,
    @Doc("files of token lists, as Uniswap and Jupiter publish them; unset: none")
        @Nullable List<Path> tokenLists,
    @Doc("how often the directory of coins and tokens is made anew from those lists")
        @Within(least = "1min", most = "30d")
        @Reloadable
        Duration directoryInterval,
    @Doc("providers that are not to be as they come") Map<ProviderName, Provider> providers) {

  /// A provider that is not to be as it comes.
  ///
  /// @param key null: none; one that wants a key is not asked then
  /// @param baseUrl null: its own
  /// @param perMinute 0: what it allows
  public record Provider(
      @Doc("whether it is asked") boolean enabled,
      @Doc("key that it gave us; unset: it is asked without one, or not at all")
          @Nullable Secret<String> key,
      @Doc("address of its API; unset: its own") @Nullable URI baseUrl,
      @Doc("most requests in any minute; 0: what it allows") @Within(least = "0", most = "100000")
          int perMinute) {
    /// The defaults.
    public Provider() {
      this(true, null, null, 0);
    }

    public Provider {
      new Objections()
          .unless(
              baseUrl == null || isWeb(baseUrl),
              "must begin with http:// or https:// and have neither user, query nor fragment",
              "base_url")
          .unless(
              key == null || Profile.Key.isCarried(key.reveal()),
              "holds a character that no header can carry, such as a dash or quote of a word processor",
              "key")
          .raise();
    }

    private static boolean isWeb(URI url) {
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      return web
          && url.getHost() != null
          && url.getUserInfo() == null
          && url.getQuery() == null
          && url.getFragment() == null;
    }
  }

  /// The defaults.
  public PriceSettings() {
    this(null, Duration.ofSeconds(60), true, null, Duration.ofDays(1), Map.of());
  }

  public PriceSettings {
    tokenLists = tokenLists == null ? null : List.copyOf(tokenLists);
    providers = Collections.unmodifiableMap(new TreeMap<>(providers));
    Objections objections = new Objections();
    providers.forEach((name, provider) ->
        objections.unless(
            provider.key == null || name.takesKey(),
            name + " takes no key",
            "providers." + name + ".key"));
    objections.raise();
  }

  /// The files of token lists.
  public List<Path> lists() {
    return tokenLists == null ? List.of() : tokenLists;
  }

  /// A provider's settings: its own or the default.
  public Provider provider(ProviderName name) {
    return providers.getOrDefault(name, new Provider());
  }
}
