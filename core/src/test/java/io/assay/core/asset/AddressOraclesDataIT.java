package io.assay.core.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.codec.Base58;
import io.assay.core.codec.Bech32;
import io.assay.core.codec.Eip55;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What other projects hold to be addresses, and what not.
@Tag("data")
class AddressOraclesDataIT {
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
          Map.entry("ethereum", Chain.ETHEREUM),
          Map.entry("eth", Chain.ETHEREUM),
          Map.entry("avalanche", Chain.AVALANCHE),
          Map.entry("avax", Chain.AVALANCHE),
          Map.entry("arbitrum", Chain.ARBITRUM),
          Map.entry("arb", Chain.ARBITRUM),
          Map.entry("op", Chain.OPTIMISM),
          Map.entry("sonic", Chain.SONIC),
          Map.entry("s", Chain.SONIC),
          Map.entry("yfi", Chain.ETHEREUM),
          Map.entry("mana", Chain.ETHEREUM),
          Map.entry("etc", Chain.EVM),
          Map.entry("celo", Chain.EVM),
          Map.entry("flr", Chain.EVM),
          Map.entry("ethw", Chain.EVM));

  /// Where an oracle is older than the specification, or asks less.
  private static final Map<String, String> DISAGREED =
      Map.of(
          "3NJZLcZEEYBpxYEUGewU4knsQRn1WM5Fkt litecoin",
              "version 5 has been Bitcoin's alone since Litecoin's scripts begin with M",
          "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7k7grplx bitcoin",
              "version 1 in Bech32, which BIP-350 took back",
          "BC1SW50QA3JX3S bitcoin", "version 16 in Bech32, which BIP-350 took back",
          "bc1zw508d6qejxtdg4y5r3zarvaryvg6kdaj bitcoin",
              "version 2 in Bech32, which BIP-350 took back",
          "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7 bitcoin",
              "a test network's, though asked for the main one",
          "tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy bitcoin",
              "a test network's, though asked for the main one");

  private static final ObjectMapper JSON = new ObjectMapper();

  private static Path file(String name) {
    String folder = System.getenv("ASSAY_DATA");
    assertThat(folder).as("ASSAY_DATA names the folder of the real data").isNotNull();
    return Path.of(folder, "oracles", name);
  }

  private static List<JsonNode> rows(String name) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file(name))) {
      rows.add(JSON.readTree(line));
    }
    return rows;
  }

  private static boolean isAddress(Chain chain, String text) {
    return Addresses.check(chain, text) instanceof Address;
  }

  private static void agreeWithValidator(String name, int least) throws IOException {
    int compared = 0;
    List<String> wrong = new ArrayList<>();
    for (JsonNode row : rows(name)) {
      String currency = row.path("currency").asString("").toLowerCase(Locale.ROOT);
      Chain chain = CURRENCIES.get(currency);
      boolean main = !row.path("opts").toString().matches(".*(testnet|both).*");
      if (chain != null && main) {
        compared++;
        String text = row.get("address").asString();
        boolean agreed = isAddress(chain, text) == row.get("valid").asBoolean();
        String asked = text + " " + chain.word();
        if (!agreed && !DISAGREED.containsKey(asked)) {
          wrong.add(asked + ": they say " + row.get("valid"));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isGreaterThan(least);
  }

  @Test
  void check_multicoinAddressValidator_agrees() throws IOException {
    agreeWithValidator("address-validators-npm/multicoin-address-validator-0.5.26.jsonl", 200);
  }

  @Test
  void check_walletAddressValidator_agrees() throws IOException {
    agreeWithValidator("address-validators-npm/wallet-address-validator-0.2.4.jsonl", 70);
  }

  @Test
  void decode_vectorsOfTheProposals_areMet() throws IOException {
    JsonNode vectors = JSON.readTree(Files.readString(file("sipa-bech32/vectors.json")));
    for (Bech32.Variant variant : Bech32.Variant.values()) {
      for (JsonNode text : vectors.get("VALID_" + variant)) {
        assertThat(Bech32.decode(text.asString(), Bech32.LONGEST))
            .as(text.asString())
            .isNotNull()
            .extracting(Bech32::variant)
            .isEqualTo(variant);
      }
      for (JsonNode text : vectors.get("INVALID_" + variant)) {
        Bech32 read = Bech32.decode(text.asString(), Bech32.LONGEST);
        assertThat(read == null || read.variant() != variant).as(text.asString()).isTrue();
      }
    }
  }

  @Test
  void witnessProgram_vectorsOfTheProposals_areMet() throws IOException {
    JsonNode vectors = JSON.readTree(Files.readString(file("sipa-bech32/vectors.json")));
    for (JsonNode pair : vectors.get("VALID_ADDRESS")) {
      String text = pair.get(0).asString();
      String network = text.substring(0, 2).toLowerCase(Locale.ROOT);
      byte[] program = Objects.requireNonNull(Bech32.witnessProgram(text, network), text);
      int version = program[0] == 0 ? 0 : 0x50 + program[0];
      String rest = HexFormat.of().formatHex(program, 1, program.length);
      assertThat(String.format("%02x%02x%s", version, program.length - 1, rest))
          .isEqualTo(pair.get(1).asString());
      assertThat(isAddress(Chain.BITCOIN, text)).as(text).isEqualTo(network.equals("bc"));
    }
    for (JsonNode text : vectors.get("INVALID_ADDRESS")) {
      for (String network : List.of("bc", "tb")) {
        assertThat(Bech32.witnessProgram(text.asString(), network)).as(text.asString()).isNull();
      }
    }
  }

  @Test
  void check_eip55_everyAddressIsOneAndNoLetterMayTurn() throws IOException {
    List<JsonNode> rows = rows("eip55/eip55.jsonl");
    for (JsonNode row : rows) {
      String text = row.get("address").asString();
      assertThat(isAddress(Chain.EVM, text)).as(text).isTrue();
      for (int at = 2; at < text.length(); at++) {
        String turned = turned(text, at);
        assertThat(isAddress(Chain.EVM, turned)).as(turned).isEqualTo(Eip55.isOneCase(turned));
      }
    }
    assertThat(rows).hasSizeGreaterThan(400);
  }

  /// With one letter in the other case; in lower case, where a digit stands there.
  private static String turned(String text, int at) {
    char letter = text.charAt(at);
    return Character.isDigit(letter)
        ? text.toLowerCase(Locale.ROOT)
        : text.substring(0, at) + (char) (letter ^ 0x20) + text.substring(at + 1);
  }

  @Test
  void check_ton_pairsReadAlike() throws IOException {
    List<JsonNode> rows = rows("ton/readme_raw_friendly_pairs.jsonl");
    for (JsonNode row : rows) {
      String raw = row.get("raw").asString();
      if (!raw.endsWith(":" + "0".repeat(64))) {
        for (String form : List.of(raw, row.get("friendly").asString())) {
          assertThat(Addresses.check(Chain.TON, form))
              .as(form)
              .isInstanceOfSatisfying(
                  Address.class, one -> assertThat(one.normal()).isEqualTo(raw));
          assertThat(Addresses.recognise(form)).isEqualTo(Addresses.check(Chain.TON, form));
        }
      }
    }
    assertThat(rows).hasSize(288);
  }

  @Test
  void check_tonLibrary_agreesAndTestNetworksAreNamed() throws IOException {
    for (JsonNode row : rows("ton/ton_core_address_spec.jsonl")) {
      AddressCheck check = Addresses.check(Chain.TON, row.get("input").asString());
      if (!row.get("valid").asBoolean()) {
        assertThat(check).as(row.toString()).isInstanceOf(AddressCheck.Rejected.class);
      } else if (row.path("test_only").asBoolean(false)) {
        assertThat(check).isEqualTo(AddressCheck.rejected(AddressCheck.Fault.NETWORK));
      } else {
        assertThat(check)
            .isInstanceOfSatisfying(
                Address.class,
                one -> assertThat(one.normal()).isEqualTo(row.get("raw").asString()));
      }
    }
  }

  @Test
  void check_aptosRules_agreeWhereStrictAndRelaxedDo() throws IOException {
    for (JsonNode row : rows("aptos/aptos_account_address_rules.jsonl")) {
      if (!row.get("valid").isNull()) {
        assertThat(isAddress(Chain.APTOS, row.get("input").asString()))
            .as(row.toString())
            .isEqualTo(row.get("valid").asBoolean());
      }
    }
  }

  @Test
  void is32Bytes_namesGluedToMints_areNoKeysAsAWhole() throws IOException {
    for (JsonNode row : rows("boundaries/brook3_glued_text.jsonl")) {
      assertThat(Base58.is32Bytes(row.get("text").asString())).isFalse();
      String naive = row.get("naive_extractor_returned").asString();
      assertThat(isAddress(Chain.SOLANA, naive)).as(naive).isFalse();
    }
  }
}
