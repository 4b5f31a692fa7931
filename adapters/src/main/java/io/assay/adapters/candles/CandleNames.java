package io.assay.adapters.candles;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.message.Flaw;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which file of a folder holds whose candles: `<chain>_<address>.csv` for tokens and
/// `coin_<SYMBOL>.csv` for coins and listings, each also as `.csv.gz`.
final class CandleNames {
  private static final String COIN = "coin_";

  private final Map<String, Path> byName = new TreeMap<>();
  private final Map<String, List<Chain>> byAddress = new HashMap<>();

  /// Reads the names in the folder.
  ///
  /// @throws IOException if the folder cannot be listed
  static CandleNames in(Path folder, Consumer<Flaw> flaws) throws IOException {
    CandleNames names = new CandleNames();
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      found.forEach(files::add);
    }
    files.sort(null);
    for (Path file : files) {
      String name = file.getFileName().toString();
      String stem = stem(name);
      if (!stem.isEmpty() && !names.add(stem, file)) {
        String cause = "not named <chain>_<address>.csv or coin_<SYMBOL>.csv, or named twice";
        flaws.accept(new Flaw(file.toString(), 0, -1, cause));
      }
    }
    return names;
  }

  private static String stem(String file) {
    for (String end : List.of(".csv", ".csv.gz")) {
      if (file.endsWith(end)) {
        return file.substring(0, file.length() - end.length());
      }
    }
    return "";
  }

  private boolean add(String stem, Path file) {
    if (stem.startsWith(COIN)) {
      String name = COIN + stem.substring(COIN.length()).toUpperCase(Locale.ROOT);
      return byName.putIfAbsent(name, file) == null;
    }
    int cut = stem.indexOf('_');
    Chain chain = cut < 0 ? null : chain(stem.substring(0, cut));
    if (chain == null || cut == stem.length() - 1) {
      return false;
    }
    Asset.Token token = new Asset.Token(chain, stem.substring(cut + 1));
    if (byName.putIfAbsent(name(token), file) != null) {
      return false;
    }
    byAddress.computeIfAbsent(token.address(), _ -> new ArrayList<>()).add(chain);
    return true;
  }

  private static @Nullable Chain chain(String word) {
    for (Chain chain : Chain.values()) {
      if (chain.word().equalsIgnoreCase(word) && chain != Chain.EVM) {
        return chain;
      }
    }
    return null;
  }

  /// The name, without its ending, that an asset's file has.
  static String name(Asset asset) {
    return switch (asset) {
      case Asset.Token token -> fileName(token);
      case Asset.Coin coin -> COIN + coin.symbol();
      case Asset.Listing listing -> COIN + listing.symbol();
    };
  }

  /// A token of XRP is `issuer/currency`, and no file can be called that.
  private static String fileName(Asset.Token token) {
    return token.chain().word() + "_" + token.address().replace('/', '.');
  }

  /// The asset's file.
  ///
  /// @return null if there is none
  @Nullable Path file(Asset asset) {
    return byName.get(name(asset));
  }

  /// The chains on which the folder has candles of that address.
  List<Chain> chains(String address) {
    return byAddress.getOrDefault(address, List.of());
  }

  Iterable<Path> files() {
    return byName.values();
  }
}
