package io.assay.adapters.tokenlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.coingecko.CoinGecko;
import io.assay.adapters.provider.Answers;
import io.assay.adapters.provider.Profile;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.asset.ListedToken;
import io.assay.core.asset.Majors;
import io.assay.core.asset.Meaning;
import io.assay.core.directory.DirectoryChange;
import io.assay.core.directory.DirectoryDraft;
import io.assay.core.directory.Drop;
import io.assay.core.directory.FullDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Real lists of coins and tokens.
@Tag("data")
class TokensDataIT {
  private static final Path TOKENS =
      Path.of(Objects.requireNonNull(System.getenv("ASSAY_DATA"), "ASSAY_DATA"), "tokens");

  @TempDir Path folder;
  private final DirectoryDraft draft = new DirectoryDraft(Majors.shippedText());

  private static void readCoins(DirectoryDraft draft) throws IOException {
    CoinGecko vendor = new CoinGecko(new Profile("coingecko", "", 1, null));
    byte[] body = Files.readAllBytes(TOKENS.resolve("coingecko-coins-list-17413.json"));
    Answers.read(vendor.coins(), body)
        .forEach(coin -> draft.coin(coin.id(), coin.symbol(), coin.name(), coin.tokens()));
  }

  private static void readList(DirectoryDraft draft, Path file) {
    new TokenListFile(file).read(draft, () -> {});
  }

  /// The rows of many lists, as one list.
  private void readRows(DirectoryDraft draft) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(TOKENS.resolve("ALL_TOKENS_dev.csv"))) {
      String[] fields = line.split(",", -1);
      String number = fields[2].isEmpty() ? fields[1] : fields[2];
      rows.add(
          Map.of("chainId", number, "address", fields[3], "symbol", fields[4], "name", fields[5]));
    }
    Path file = folder.resolve("all.json");
    JsonMapper.shared().writeValue(file, rows.subList(1, rows.size()));
    readList(draft, file);
  }

  private static FullDirectory adopted(DirectoryDraft draft) {
    return ((DirectoryChange.Sane) DirectoryChange.of(Majors.none(), draft)).directory();
  }

  private static long ofChain(Meaning meaning, Chain chain) {
    return ((Meaning.Several) meaning)
        .candidates().stream()
            .filter(it -> it instanceof Asset.Token token && token.chain() == chain)
            .count();
  }

  private static Set<String> symbols(FullDirectory directory) {
    return new String(directory.text(), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1)[2])
        .collect(Collectors.toSet());
  }

  private static long ambiguous(FullDirectory directory) {
    return symbols(directory).stream()
        .filter(symbol -> directory.meaning(symbol) instanceof Meaning.Several)
        .count();
  }

  @Test
  void coins_ofCoinGecko_areAllThereAndMajorsWin() throws IOException {
    readCoins(draft);
    FullDirectory directory = adopted(draft);
    assertThat(draft.dropped()).isEqualTo(Map.of(Drop.FORMULA, 4L));
    assertThat(directory.coins()).isEqualTo(17_413 - 6 - 4); // six have no symbol
    assertThat(symbols(directory)).hasSize(13_106);
    assertThat(ambiguous(directory)).isEqualTo(2_207);
    assertThat(symbols(directory))
        .noneMatch(symbol -> directory.meaning(symbol) instanceof Meaning.Nothing);
    assertThat(directory.meaning("btc"))
        .isEqualTo(new Meaning.One(new Asset.Coin("bitcoin", "BTC"), Meaning.Reason.MAJOR));
    assertThat(directory.candidates("MOON")).hasSizeGreaterThan(1);
  }

  @Test
  void symbols_ofSeveralTokens_areAmbiguousUnlessTheyAreMajors() throws IOException {
    DirectoryDraft bare = new DirectoryDraft("id,symbol,name\n".getBytes(StandardCharsets.UTF_8));
    readRows(bare);
    FullDirectory tokens = FullDirectory.parse(bare.text());
    assertThat(tokens.tokens()).isEqualTo(17_283);
    assertThat(ambiguous(tokens)).isEqualTo(1_972);
    assertThat(ofChain(tokens.meaning("PEPE"), Chain.TON)).isEqualTo(4);
    assertThat(ofChain(tokens.meaning("HYPE"), Chain.SOLANA)).isEqualTo(6);
    assertThat(tokens.candidates("PEPE")).hasSizeGreaterThan(4);

    readRows(draft);
    FullDirectory directory = adopted(draft);
    assertThat(directory.candidates("PEPE")).containsExactly(new Asset.Coin("pepe", "PEPE"));
    assertThat(directory.candidates("HYPE")).containsExactly(new Asset.Coin("hyperliquid", "HYPE"));
  }

  @Test
  void tokens_haveTheNamesAndDecimalsOfTheirLists() throws IOException {
    readList(draft, TOKENS.resolve("uniswap-default-22.21.0.tokenlist.json"));
    readList(draft, TOKENS.resolve("ton-assets-jettons.json"));
    FullDirectory directory = adopted(draft);
    Asset.Token inch =
        new Asset.Token(Chain.ETHEREUM, "0x111111111117dc0aa78b770fa6a738034120c302");
    assertThat(directory.token(inch))
        .contains(new ListedToken(inch, "1INCH", "1inch", OptionalInt.of(18)));
    Asset.Token jetton =
        new Asset.Token(
            Chain.TON, "0:d2912bc567894032f42edda72bd27bcaae79d74c31c787940dce32bcfb8dbb08");
    assertThat(directory.token(jetton))
        .contains(new ListedToken(jetton, "67", "67", OptionalInt.empty()));
  }

  @Test
  void everything_together_fitsIntoAFewMegabytes() throws IOException {
    readCoins(draft);
    readRows(draft);
    FullDirectory directory = adopted(draft);
    assertThat(directory.coins() + directory.tokens()).isGreaterThan(34_000);
    assertThat(directory.weight()).isLessThan(4 << 20);
    assertThat(DirectoryChange.of(directory, draft)).isEqualTo(new DirectoryChange.None());
  }
}
