package io.assay.core.reading;

import io.assay.core.asset.Chain;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the path of a link says about the address in it: which chain, and what the address is.
final class Sites {
  private static final Map<String, Chain> BY_HOST = new LinkedHashMap<>();
  private static final Map<String, Chain> BY_WORD = new LinkedHashMap<>();

  static {
    BY_HOST.put("etherscan.io", Chain.ETHEREUM);
    BY_HOST.put("ethplorer.io", Chain.ETHEREUM);
    BY_HOST.put("app.uniswap.org", Chain.EVM);
    BY_HOST.put("bscscan.com", Chain.BSC);
    BY_HOST.put("poocoin.app", Chain.BSC);
    BY_HOST.put("pancakeswap", Chain.BSC);
    BY_HOST.put("bogged.finance", Chain.BSC);
    BY_HOST.put("honeypot.is", Chain.EVM);
    BY_HOST.put("basescan.org", Chain.BASE);
    BY_HOST.put("arbiscan.io", Chain.ARBITRUM);
    BY_HOST.put("polygonscan.com", Chain.POLYGON);
    BY_HOST.put("quickswap", Chain.POLYGON);
    BY_HOST.put("snowtrace.io", Chain.AVALANCHE);
    BY_HOST.put("traderjoexyz.com", Chain.AVALANCHE);
    BY_HOST.put("ftmscan.com", Chain.FANTOM);
    BY_HOST.put("cronoscan.com", Chain.CRONOS);
    BY_HOST.put("lineascan.build", Chain.LINEA);
    BY_HOST.put("blastscan.io", Chain.BLAST);
    BY_HOST.put("sonicscan.org", Chain.SONIC);
    BY_HOST.put("optimistic.etherscan.io", Chain.OPTIMISM);
    BY_WORD.put("/ethereum/", Chain.ETHEREUM);
    BY_WORD.put("/ether/", Chain.ETHEREUM);
    BY_WORD.put("/eth/", Chain.ETHEREUM);
    BY_WORD.put("/bsc/", Chain.BSC);
    BY_WORD.put("/bnb/", Chain.BSC);
    BY_WORD.put("/base/", Chain.BASE);
    BY_WORD.put("/arbitrum/", Chain.ARBITRUM);
    BY_WORD.put("/polygon/", Chain.POLYGON);
    BY_WORD.put("/avalanche/", Chain.AVALANCHE);
    BY_WORD.put("/optimism/", Chain.OPTIMISM);
    BY_WORD.put("/fantom/", Chain.FANTOM);
    BY_WORD.put("/cronos/", Chain.CRONOS);
    BY_WORD.put("/pulsechain/", Chain.PULSECHAIN);
  }

  private Sites() {}

  /// The chain that a link's beginning, up to the address, names; [Chain#EVM] where none.
  static Chain chain(String before) {
    String link = before.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, Chain> word : BY_WORD.entrySet()) {
      if (link.contains(word.getKey())) {
        return word.getValue();
      }
    }
    Chain found = Chain.EVM;
    for (Map.Entry<String, Chain> host : BY_HOST.entrySet()) {
      if (link.contains(host.getKey())) {
        found = host.getValue();
      }
    }
    return found;
  }

  /// What the address is, by the link's beginning.
  ///
  /// @return null where the link does not tell
  static @Nullable Judged judge(String before) {
    String link = before.toLowerCase(Locale.ROOT);
    if (link.contains("/tx/") || link.contains("/tx?") || link.contains("/transaction")) {
      return new Judged(Role.TRANSACTION, 0.9, "a link to a transaction");
    }
    if (link.contains("docs.google") || link.contains("drive.google") || link.contains("/d/1")) {
      return new Judged(Role.DOCUMENT, 0.95, "a link to a document");
    }
    if (link.endsWith("ref=") || link.endsWith("referral=") || link.endsWith("/ref/")) {
      return new Judged(Role.WALLET, 0.8, "a referral link");
    }
    if (link.contains("pair-explorer") || link.contains("/pair/") || link.contains("/pools/")) {
      return new Judged(Role.POOL, 0.8, "a link to a pool");
    }
    if (link.endsWith("inputcurrency=")) {
      return new Judged(Role.TOKEN, 0.6, "what a swap link gives");
    }
    if (link.endsWith("outputcurrency=")) {
      return new Judged(Role.TOKEN, 0.9, "what a swap link gets");
    }
    if (link.contains("/token") || link.contains("/coin/")) {
      return new Judged(Role.TOKEN, 0.95, "a link to a token");
    }
    if (link.contains("/address/") || link.contains("/account/")) {
      return new Judged(Role.WALLET, 0.5, "a link to an account, which may be a token's");
    }
    return new Judged(Role.TOKEN, 0.7, "in a link");
  }

  /// A judgement with its reason.
  record Judged(Role role, double confidence, String why) {}
}
