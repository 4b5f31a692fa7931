package io.assay.core.flow;

import io.assay.core.asset.Asset;
import io.assay.core.asset.TokenDirectory;
import io.assay.core.mention.Mention;
import io.assay.core.mention.Role;
import io.assay.core.reading.MessageClass;
import io.assay.core.reading.Reading;
import io.assay.core.reading.SymbolMention;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which assets a reading is about: never a bare ticker that could mean several.
sealed interface Resolution {
  /// These, best first, each once.
  ///
  /// @param pools whether they are pools, each in place of the token traded in it
  record Assets(List<Asset> assets, boolean pools) implements Resolution {
    public Assets {
      assets = List.copyOf(assets);
    }
  }

  /// None that can be told.
  ///
  /// @param reason one word for counting
  record None(String reason) implements Resolution {}

  /// Below this an address is a guess.
  double SURE_ENOUGH = 0.5;

  /// The tokens that are named; without one, the pools, each in place of the token traded in it.
  static Resolution of(Reading reading, TokenDirectory directory) {
    for (Role role : List.of(Role.TOKEN, Role.POOL)) {
      Map<String, Asset> found = new LinkedHashMap<>();
      for (Mention mention : reading.mentions()) {
        if (mention.role() == role && mention.confidence() >= SURE_ENOUGH) {
          found.putIfAbsent(mention.token().id(), mention.token());
        }
      }
      if (!found.isEmpty()) {
        return new Assets(List.copyOf(found.values()), role == Role.POOL);
      }
    }
    return reading.symbols().isEmpty() ? new None("no-asset") : bySymbol(reading, directory);
  }

  private static Resolution bySymbol(Reading reading, TokenDirectory directory) {
    Map<String, Asset> found = new LinkedHashMap<>();
    boolean ambiguous = false;
    for (SymbolMention mention : reading.symbols()) {
      List<Asset> candidates =
          isMeant(mention, reading) ? candidates(mention, directory) : List.of();
      ambiguous |= candidates.size() > 1;
      if (candidates.size() == 1) {
        found.putIfAbsent(candidates.getFirst().id(), candidates.getFirst());
      }
    }
    if (found.isEmpty()) {
      return new None(ambiguous ? "ambiguous" : "unknown-symbol");
    }
    return new Assets(List.copyOf(found.values()), false);
  }

  /// A pump is about the coin that it reveals; what its countdown names beside is not called.
  private static boolean isMeant(SymbolMention mention, Reading reading) {
    return reading.kind() != MessageClass.PUMP || mention.form() == SymbolMention.Form.ANNOUNCED;
  }

  private static List<Asset> candidates(SymbolMention mention, TokenDirectory directory) {
    if (!mention.form().isOfAnExchange()) {
      return directory.candidates(mention.symbol());
    }
    boolean named = !mention.exchange().isEmpty();
    String exchange = named ? mention.exchange() : Asset.Listing.UNNAMED;
    return List.of(new Asset.Listing(exchange, mention.symbol()));
  }
}
