package io.assay.bench.accuracy;

import io.assay.core.asset.Address;
import io.assay.core.asset.Addresses;
import io.assay.core.asset.Chain;
import io.assay.core.mention.Mention;
import io.assay.core.message.Content;
import io.assay.core.reading.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What other projects hold to be addresses and what not, and the addresses that they hold to be in
/// texts. Each disagreement is printed: some oracles are older than the specification (BIP-350 took
/// Bech32 back for versions from 1 on), or ask less.
final class OracleAccuracy {
  private static final Map<String, Chain> CURRENCIES =
      Map.ofEntries(
          Map.entry("bitcoin", Chain.BITCOIN),
          Map.entry("btc", Chain.BITCOIN),
          Map.entry("litecoin", Chain.LITECOIN),
          Map.entry("ltc", Chain.LITECOIN),
          Map.entry("dogecoin", Chain.DOGECOIN),
          Map.entry("doge", Chain.DOGECOIN),
          Map.entry("trx", Chain.TRON),
          Map.entry("ripple", Chain.XRP),
          Map.entry("xrp", Chain.XRP),
          Map.entry("cardano", Chain.CARDANO),
          Map.entry("ada", Chain.CARDANO),
          Map.entry("solana", Chain.SOLANA),
          Map.entry("sol", Chain.SOLANA),
          Map.entry("aptos", Chain.APTOS),
          Map.entry("apt", Chain.APTOS),
          Map.entry("ethereum", Chain.EVM),
          Map.entry("eth", Chain.EVM),
          Map.entry("avalanche", Chain.EVM),
          Map.entry("avax", Chain.EVM),
          Map.entry("arbitrum", Chain.EVM),
          Map.entry("arb", Chain.EVM),
          Map.entry("op", Chain.EVM),
          Map.entry("sonic", Chain.EVM),
          Map.entry("yfi", Chain.EVM),
          Map.entry("mana", Chain.EVM),
          Map.entry("etc", Chain.EVM),
          Map.entry("celo", Chain.EVM));

  private final Path folder;
  private final Reader reader = new Reader();
  private final List<String> disagreed = new ArrayList<>();
  private long agreed;
  private long asked;

  OracleAccuracy(Path data) {
    folder = data.resolve("oracles");
  }

  void report(Accuracy report) throws IOException {
    report.title("Validity, against the oracles of other projects");
    report.row("oracle", "asked", "agreed");
    validator(report, "multicoin-address-validator-0.5.26.jsonl");
    validator(report, "wallet-address-validator-0.2.4.jsonl");
    eip55(report);
    bech32(report);
    ton(report);
    aptos(report);
    texts(report);
    disagreed.forEach(one -> report.row("  disagreed: " + one));
    report.goal("oracles agreed with", (double) agreed / asked, 0.98);
  }

  private void ask(Chain chain, String text, boolean valid) {
    boolean held = Addresses.check(chain, text) instanceof Address;
    count(held == valid, chain.word() + " " + text + ", they say " + valid);
  }

  private void count(boolean agrees, String what) {
    asked++;
    agreed += agrees ? 1 : 0;
    if (!agrees) {
      disagreed.add(what);
    }
  }

  /// Prints what was asked and agreed since.
  private void row(Accuracy report, String oracle, long askedBefore, long agreedBefore) {
    report.row(oracle, asked - askedBefore, agreed - agreedBefore);
  }

  private List<JsonNode> rows(String name) throws IOException {
    return Dump.rows(folder.resolve(name));
  }

  private void validator(Accuracy report, String name) throws IOException {
    long before = asked;
    long right = agreed;
    for (JsonNode row : rows("address-validators-npm/" + name)) {
      String currency = row.path("currency").asString("").toLowerCase(Locale.ROOT);
      Chain chain = CURRENCIES.get(currency);
      boolean main = !row.path("opts").toString().matches(".*(testnet|both).*");
      if (chain != null && main) {
        ask(chain, row.path("address").asString(), row.path("valid").asBoolean());
      }
    }
    row(report, name.substring(0, name.indexOf("-validator") + 10), before, right);
  }

  private void eip55(Accuracy report) throws IOException {
    long before = asked;
    long right = agreed;
    for (JsonNode row : rows("eip55/eip55.jsonl")) {
      ask(Chain.EVM, row.path("address").asString(), true);
    }
    row(report, "EIP-55", before, right);
  }

  private void bech32(Accuracy report) throws IOException {
    long before = asked;
    long right = agreed;
    JsonNode vectors = Dump.json(Files.readString(folder.resolve("sipa-bech32/vectors.json")));
    for (JsonNode pair : vectors.path("VALID_ADDRESS")) {
      String text = pair.get(0).asString();
      ask(Chain.BITCOIN, text, text.toLowerCase(Locale.ROOT).startsWith("bc"));
    }
    for (JsonNode text : vectors.path("INVALID_ADDRESS")) {
      ask(Chain.BITCOIN, text.asString(), false);
    }
    row(report, "BIP-173 and BIP-350", before, right);
  }

  private void ton(Accuracy report) throws IOException {
    long before = asked;
    long right = agreed;
    for (JsonNode row : rows("ton/readme_raw_friendly_pairs.jsonl")) {
      String raw = row.path("raw").asString();
      boolean burnt = raw.endsWith(":" + "0".repeat(64));
      ask(Chain.TON, raw, !burnt);
      ask(Chain.TON, row.path("friendly").asString(), !burnt);
    }
    for (JsonNode row : rows("ton/ton_core_address_spec.jsonl")) {
      boolean main = row.path("valid").asBoolean() && !row.path("test_only").asBoolean(false);
      ask(Chain.TON, row.path("input").asString(), main);
    }
    row(report, "TON", before, right);
  }

  private void aptos(Accuracy report) throws IOException {
    long before = asked;
    long right = agreed;
    for (JsonNode row : rows("aptos/aptos_account_address_rules.jsonl")) {
      if (!row.path("valid").isNull()) {
        ask(Chain.APTOS, row.path("input").asString(), row.path("valid").asBoolean());
      }
    }
    row(report, "Aptos", before, right);
  }

  private void texts(Accuracy report) throws IOException {
    long before = asked;
    long right = agreed;
    for (JsonNode row : rows("ioc-finder/coins_cases.jsonl")) {
      List<JsonNode> wanted = row.path("expected").path("bitcoin_addresses").valueStream().toList();
      Set<String> texts = wanted.stream().map(JsonNode::asString).collect(Collectors.toSet());
      count(told(row).equals(texts), "ioc-finder " + row.path("id"));
    }
    row(report, "ioc-finder", before, right);
    before = asked;
    right = agreed;
    for (JsonNode row : rows("boundaries/brook3_glued_text.jsonl")) {
      count(told(row).isEmpty(), "glued " + row.path("text"));
    }
    for (JsonNode row : rows("call-semantics/dex_link_calls.jsonl")) {
      Set<String> told = lower(told(row));
      List<JsonNode> wanted = row.path("expected_calls").valueStream().toList();
      Set<String> texts = wanted.stream().map(JsonNode::asString).collect(Collectors.toSet());
      count(told.containsAll(lower(texts)), "link " + row.path("text"));
    }
    row(report, "glued words and links", before, right);
  }

  private Set<String> told(JsonNode row) {
    return reader.read(Content.of(row.path("text").asString())).mentions().stream()
        .map(Mention::display)
        .collect(Collectors.toSet());
  }

  private static Set<String> lower(Set<String> texts) {
    return texts.stream().map(one -> one.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }
}
