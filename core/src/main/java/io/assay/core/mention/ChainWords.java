package io.assay.core.mention;

import io.assay.core.asset.Chain;
import io.assay.core.text.Resource;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Chains by the words that people write for them: `eth`, `sol`, `bnb`, `matic`. The words are
/// those by which the reader knows chains: what stands in links (`chain-words.csv`), and the short
/// names of `chains.txt`.
public final class ChainWords {
  private static final Pattern NAMED = Pattern.compile("(?m)^named\\.(\\w+) [0-9.]+ (\\w+)$");
  private static final SequencedMap<String, Chain> CHAINS = read();

  private ChainWords() {}

  private static SequencedMap<String, Chain> read() {
    TreeMap<String, Chain> chains = new TreeMap<>(Sites.chains());
    NAMED
        .matcher(Resource.text(ChainWords.class, "chains.txt"))
        .results()
        .forEach((MatchResult row) -> chains.putIfAbsent(row.group(2), Site.chain(row.group(1))));
    for (Chain chain : Chain.values()) {
      chains.put(chain.word(), chain);
    }
    return Collections.unmodifiableSequencedMap(chains);
  }

  /// The chain that a word means, in any case of letters.
  public static Optional<Chain> chain(String word) {
    return Optional.ofNullable(CHAINS.get(word.toLowerCase(Locale.ROOT)));
  }

  /// All words with what they mean, in their order.
  public static SequencedMap<String, Chain> all() {
    return CHAINS;
  }
}
