package io.assay.app.market;

import io.assay.adapters.market.PriceEngine;
import io.assay.adapters.market.Priority;
import io.assay.adapters.provider.ListedCoin;
import io.assay.adapters.provider.Provider;
import io.assay.adapters.tokenlist.TokenListFile;
import io.assay.core.asset.Majors;
import io.assay.core.asset.TokenDirectory;
import io.assay.core.directory.DirectoryDraft;
import io.assay.runtime.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// The lists of which a token directory is made: the majors, a provider's list of all coins, and
/// files of token lists.
public final class Listings {
  private final PriceEngine engine;
  private final boolean provided;
  private final List<Path> files;

  /// Lists.
  ///
  /// @param engine asked for the coins
  /// @param provided whether one of its providers lists coins
  /// @param files of token lists; where two name a token, the first counts
  Listings(PriceEngine engine, boolean provided, List<Path> files) {
    this.engine = engine;
    this.provided = provided;
    this.files = List.copyOf(files);
  }

  /// Whether there is none beside the majors.
  public boolean isEmpty() {
    return !provided && files.isEmpty();
  }

  /// Which lists these are, files as they are now: what was drafted from others counts for nothing.
  public String words() {
    List<String> words = new ArrayList<>();
    if (provided) {
      words.add("coins of a provider");
    }
    for (Path file : files) {
      try {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        words.add(file + " of " + is.lastModifiedTime() + ", " + is.size() + " bytes");
      } catch (IOException e) {
        words.add(file + " that cannot be read");
      }
    }
    return String.join("; ", words);
  }

  /// Drafts a directory of the lists as they are now. Where no provider lists coins, or may be
  /// asked, those in force stay.
  ///
  /// @param inForce what symbols mean now
  /// @param beat called while it reads
  /// @throws Fault if a list could not be had: without it the directory would not be whole
  public DirectoryDraft draft(TokenDirectory inForce, Runnable beat) throws InterruptedException {
    DirectoryDraft draft = new DirectoryDraft(Majors.shippedText());
    List<Provider.CoinList> providers = engine.providers(Provider.CoinList.class);
    if (providers.isEmpty()) {
      draft.keepCoins(inForce);
    } else {
      for (ListedCoin coin : coins(providers)) {
        draft.coin(coin.id(), coin.symbol(), coin.name(), coin.tokens());
      }
    }
    beat.run();
    for (Path file : files) {
      new TokenListFile(file).read(draft, beat);
    }
    return draft;
  }

  /// The list of the first that has one.
  private List<ListedCoin> coins(List<Provider.CoinList> providers) throws InterruptedException {
    for (Provider.CoinList provider : providers.subList(0, providers.size() - 1)) {
      try {
        return engine.ask(provider, provider.coins(), Priority.BACKFILL);
      } catch (Fault fault) {
        // the next may have one
      }
    }
    return engine.ask(providers.getLast(), providers.getLast().coins(), Priority.BACKFILL);
  }
}
