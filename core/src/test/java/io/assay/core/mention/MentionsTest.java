package io.assay.core.mention;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Chain;
import io.assay.core.message.Button;
import io.assay.core.message.Content;
import io.assay.core.message.Context;
import io.assay.core.message.EntityKind;
import io.assay.core.message.Media;
import io.assay.core.message.TextEntity;
import io.assay.core.reading.Reader;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
  private static final String EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  private static final String LOWER = "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed";
  private static final String OTHER = "0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359";
  private static final String WETH = "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2";
  private static final String MINT = "3TYgKwkE2Y3rxdw9osLRSpxpXmSC1C1oo19W9KHspump";
  private static final String BITCOIN = "12KYrjTdVGjFMtaxERSk3gphreJ5US8aUP";
  private static final String HASH = "7e5c67489791d0a1b2c3".repeat(4).substring(0, 64);

  private final Reader reader = new Reader();

  private List<Mention> mentions(String text) {
    return reader.read(Content.of(text)).mentions();
  }

  private Mention only(String text) {
    List<Mention> mentions = mentions(text);
    assertThat(mentions).as(text).hasSize(1);
    return mentions.getFirst();
  }

  private Mention linked(String text, int start, int length, String target) {
    TextEntity link = new TextEntity(EntityKind.TEXT_LINK, start, length, target);
    List<Mention> mentions = reader.read(Content.of(text, List.of(link))).mentions();
    assertThat(mentions).hasSize(1);
    return mentions.getFirst();
  }

  private static Mention of(List<Mention> mentions, String address) {
    return mentions.stream()
        .filter(one -> one.token().address().equals(address))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "'CA: %s', TOKEN",
    "'Contract Address:\n\n%s', TOKEN",
    "'%s this is our contract', TOKEN",
    "'%s', TOKEN",
    "'Pair address: %s', POOL",
    "'LP: %s', POOL",
    "'Donations are welcome\nETH: %s', WALLET",
    "'The hacker moved it to %s', WALLET",
    "'Referral code: %s', WALLET",
    "'Please donate %s', WALLET",
    "'Deployer %s sold', DEPLOYER",
    "'Dev wallet: %s', DEPLOYER",
    "'Send ETH to %s', DEPOSIT",
    "'Presale address\n%s', DEPOSIT",
    "'Send only from your wallet: %s', DEPOSIT",
    "'Router: %s', OTHER",
    "'Staking contract %s', OTHER",
    "'адрес контракта: %s', TOKEN",
    "'Кошелёк хакера %s', WALLET",
    "'Отправьте 0.1 ETH на %s', DEPOSIT",
    "'Contrato: %s', TOKEN",
    "'Billetera: %s', WALLET",
    "'sözleşme adresi %s', TOKEN",
    "'cüzdan: %s', WALLET",
    "'合约地址：%s', TOKEN",
    "'黑客钱包 %s', WALLET",
    "'预售地址 %s', DEPOSIT",
    "'آدرس قرارداد: %s', TOKEN",
    "'کیف پول %s', WALLET"
  })
  void read_wordsAroundAnAddress_sayWhatItIsFor(String text, Role role) {
    Mention mention = only(text.formatted(EVM));
    assertThat(mention.role()).as(mention.why().toString()).isEqualTo(role);
    assertThat(mention.token().address()).isEqualTo(LOWER);
  }

  @ParameterizedTest
  @CsvSource({
    "'Chain: Base\nCA: %s', BASE",
    "'#BASE\n\ngem of the week\nCA: %s', BASE",
    "'🔵 Base | CA %s', BASE",
    "'bought with ETH on Base. CA: %s', BASE",
    "'Sonic: %s', SONIC",
    "'%s (Sonic)', SONIC",
    "'ARB %s', ARBITRUM",
    "'#OP %s', OPTIMISM",
    "'Network: Optimism\n%s', OPTIMISM",
    "'Blast: %s', BLAST",
    "'CRO: %s', CRONOS",
    "'POL: %s', POLYGON",
    "'PLS: %s', PULSECHAIN",
    "'HyperEVM gem %s', HYPEREVM",
    "'HYPE chain: %s', HYPEREVM",
    "'BNB Smart Chain %s', BSC",
    "'Avalanche C-Chain: %s', AVALANCHE",
    "'Linea %s', LINEA",
    "'FTM: %s', FANTOM",
    "'ETH: %s', ETHEREUM",
    "'Base: 10 USD, a blast of a gem %s', BASE",
    "'a blast of a gem built upon a sonic boom %s', EVM",
    "'$BASE and $ARB %s', EVM"
  })
  void read_wordsThatNameAChain_sayWhereAnAddressIs(String text, Chain chain) {
    assertThat(only(text.formatted(EVM)).token().chain()).isEqualTo(chain);
  }

  @Test
  void read_aTokenOfXrpOrCardano_isNobodysWallet() {
    String issuer = "rsoLo2S1kiGeCcn6hCUXVrCpGMWLrRrLZz";
    Mention xrp = only("CA: " + issuer + "/534F4C4F00000000000000000000000000000000");
    assertThat(xrp.role()).isEqualTo(Role.TOKEN);
    assertThat(only("Send XRP to " + issuer).role()).isEqualTo(Role.DEPOSIT);
    Mention cardano = only("29d222ce763455e3d7a09a665ce554f00ac89d2e99a1a83d267170c64d494e");
    assertThat(cardano.role()).isEqualTo(Role.TOKEN);
    assertThat(cardano.token().chain()).isEqualTo(Chain.CARDANO);
    String snek = "279c909f348e533da5808898f87f9a14bb2c3dfbbacccd631d927a3f534e454b";
    assertThat(only(snek).role()).isEqualTo(Role.TRANSACTION);
    for (String text : List.of("Cardano gem!\n\nCA: ", "Policy ID: ", "CA: ")) {
      assertThat(only(text + snek).token().chain()).as(text).isEqualTo(Chain.CARDANO);
      assertThat(only(text + snek).role()).as(text).isEqualTo(Role.TOKEN);
    }
  }

  @Test
  void read_aButtonThatCopiesOrIsNamedByAnAddress_holdsIt() {
    Content copies =
        new Content("gm", List.of(), List.of(new Button("Copy CA", EVM)), Media.NONE, Context.NONE);
    assertThat(reader.read(copies).mentions().getFirst().role()).isEqualTo(Role.TOKEN);
    Button named = new Button("CA: " + EVM, "");
    Content card = new Content("gm", List.of(), List.of(named), Media.NONE, Context.NONE);
    Mention.Span span = reader.read(card).mentions().getFirst().span();
    assertThat(span).isEqualTo(new Mention.Span(Place.BUTTON, 4, 46));
  }

  @Test
  void read_anEntityThatLiesOutsideTheText_isCutToIt() {
    String link = "https://etherscan.io/token/" + EVM;
    assertThat(linked("gm", 1, 900, link).span())
        .isEqualTo(new Mention.Span(Place.HIDDEN_LINK, 1, 2));
    assertThat(linked("gm", Integer.MAX_VALUE, Integer.MAX_VALUE, link).span())
        .isEqualTo(new Mention.Span(Place.HIDDEN_LINK, 2, 2));
  }

  @Test
  void read_aListUnderAHeading_isWhatTheHeadingSays() {
    List<Mention> mentions =
        mentions("Hackers addresses\n\nBTC: " + BITCOIN + "\nETH: " + EVM + "\nAlt: " + OTHER);
    assertThat(mentions).extracting(Mention::role).containsOnly(Role.WALLET).hasSize(3);
  }

  @Test
  void read_labelsInOneLine_belongToTheirAddresses() {
    List<Mention> mentions = mentions("Contract: " + EVM + " Pair: " + OTHER);
    assertThat(of(mentions, LOWER).role()).isEqualTo(Role.TOKEN);
    assertThat(of(mentions, OTHER).role()).isEqualTo(Role.POOL);
  }

  @Test
  void read_anAddressAmongWalletsOfOtherChains_isAWallet() {
    assertThat(of(mentions("BTC: " + BITCOIN + "\nETH: " + EVM), LOWER).role())
        .isEqualTo(Role.WALLET);
    assertThat(only(BITCOIN).role()).isEqualTo(Role.WALLET);
    assertThat(only("Send BTC to " + BITCOIN).role()).isEqualTo(Role.DEPOSIT);
  }

  @Test
  void read_sixtyFourDigits_areATransactionUnlessSuiOrAptosIsSaid() {
    assertThat(only("0x" + HASH).role()).isEqualTo(Role.TRANSACTION);
    assertThat(only("pair token " + HASH).role()).isEqualTo(Role.TRANSACTION);
    assertThat(only("blockHash: 0x" + HASH).role()).isEqualTo(Role.OTHER);
    Mention sui = only("New gem on Sui! CA: 0x" + HASH);
    assertThat(sui.role()).isEqualTo(Role.TOKEN);
    assertThat(sui.token().chain()).isEqualTo(Chain.SUI);
    Mention type = only("0x" + HASH + "::pepe::PEPE");
    assertThat(type.token().chain()).isEqualTo(Chain.SUI);
    assertThat(only("Aptos: 0x" + HASH + "::pepe::PEPE").token().chain()).isEqualTo(Chain.APTOS);
  }

  @Test
  void read_aDocumentThatReadsLikeAMint_isADocument() {
    String id = "1H5Rb6ypFCik3UzvdnBYWhD3iSqJuL7PUZhFgGuxrQs";
    assertThat(only("https://docs.google.com/spreadsheets/d/" + id + "/edit").role())
        .isEqualTo(Role.DOCUMENT);
  }

  @Test
  void read_fortyDigitsWithoutTheirPrefix_areAnAddressOnlyWhereWordsSaySo() {
    String bare = LOWER.substring(2);
    assertThat(mentions("commit " + bare)).isEmpty();
    Mention mention = only("Contract: " + bare);
    assertThat(mention.token().address()).isEqualTo(LOWER);
    assertThat(mention.display()).isEqualTo(bare);
  }

  @Test
  void read_anAccountLink_isATokenWhereTheTextTreatsItAsOne() {
    String link = "https://etherscan.io/address/" + LOWER;
    assertThat(only(link).role()).isEqualTo(Role.WALLET);
    assertThat(linked("Contract: here", 10, 4, link).role()).isEqualTo(Role.TOKEN);
    assertThat(linked("Contract", 0, 8, link).role()).isEqualTo(Role.TOKEN);
    assertThat(linked("the scammer's loot", 14, 4, link).role()).isEqualTo(Role.WALLET);
  }

  @Test
  void read_aLinkThatNamesWhatItLeadsTo_outweighsWords() {
    Mention mention = only("Send it! https://www.dextools.io/app/ether/pair-explorer/" + LOWER);
    assertThat(mention.role()).isEqualTo(Role.POOL);
    assertThat(mention.span().place()).isEqualTo(Place.URL);
  }

  @Test
  void read_whatTokensAreBoughtWith_isNotSureBesideAnother() {
    String link =
        "https://app.uniswap.org/#/swap?inputCurrency=" + WETH + "&outputCurrency=" + LOWER;
    List<Mention> mentions = mentions(link);
    assertThat(mentions.getFirst().token().address()).isEqualTo(LOWER);
    assertThat(of(mentions, WETH).confidence()).isLessThan(0.5);
    assertThat(only("CA " + WETH).confidence()).isGreaterThan(0.5);
  }

  @Test
  void read_chains_comeFromLinksThenNearWordsThenTheMessage() {
    assertThat(only("https://bscscan.com/token/" + LOWER + " ethereum").token().chain())
        .isEqualTo(Chain.BSC);
    List<Mention> mentions = mentions("BSC: " + LOWER + "\nPolygon: " + OTHER);
    assertThat(of(mentions, LOWER).token().chain()).isEqualTo(Chain.BSC);
    assertThat(of(mentions, OTHER).token().chain()).isEqualTo(Chain.POLYGON);
    assertThat(only(LOWER).token().chain()).isEqualTo(Chain.EVM);
  }

  @Test
  void read_places_areWhereTheAddressStands() {
    String text = "Buy 🚀 " + EVM;
    int start = text.indexOf("0x");
    assertThat(only(text).span()).isEqualTo(new Mention.Span(Place.TEXT, start, text.length()));
    TextEntity code = new TextEntity(EntityKind.CODE, start, EVM.length(), "");
    assertThat(reader.read(Content.of(text, List.of(code))).mentions().getFirst().span().place())
        .isEqualTo(Place.CODE);
    Content caption = new Content(text, List.of(), List.of(), Media.PHOTO, Context.NONE);
    assertThat(reader.read(caption).mentions().getFirst().span().place()).isEqualTo(Place.CAPTION);
    assertThat(linked("Chart", 0, 5, "https://x.io/token/" + EVM).span())
        .isEqualTo(new Mention.Span(Place.HIDDEN_LINK, 0, 5));
    Button button = new Button("Buy", "https://x.io/token/" + EVM);
    Content card = new Content("", List.of(), List.of(button), Media.NONE, Context.NONE);
    assertThat(reader.read(card).mentions().getFirst().span().place()).isEqualTo(Place.BUTTON);
  }

  @Test
  void read_anAddressWithWhatNobodySees_keepsTheSpanAsSent() {
    String text = "CA " + EVM.substring(0, 20) + "\u200B\n" + EVM.substring(20) + " now";
    Mention mention = only(text);
    assertThat(mention.token().address()).isEqualTo(LOWER);
    assertThat(mention.display()).isEqualTo(EVM);
    assertThat(text.substring(mention.span().start(), mention.span().end()))
        .startsWith("0x")
        .endsWith("BeAed")
        .contains("\n");
  }

  @Test
  void read_fullWidthLetters_areReadWithLessConfidence() {
    StringBuilder wide = new StringBuilder();
    LOWER.chars().forEach(letter -> wide.append((char) (letter + 0xFEE0)));
    Mention mention = only("CA: " + wide);
    assertThat(mention.token().address()).isEqualTo(LOWER);
    assertThat(mention.confidence()).isLessThan(only("CA: " + LOWER).confidence());
  }

  @Test
  void read_percentCodesInALink_areDecoded() {
    String link = "https://x.io/coin/0x2%3A%3Asui%3A%3ASUI?a=1";
    assertThat(linked("Chart", 0, 5, link).token().chain()).isEqualTo(Chain.SUI);
  }

  @Test
  void read_confidence_hasABaseAndReasons() {
    assertThat(only(LOWER).confidence()).isBetween(0.7, 0.8);
    assertThat(only(EVM).confidence()).isGreaterThan(only(LOWER).confidence());
    Mention labelled = only("CA: " + LOWER);
    assertThat(labelled.confidence()).isGreaterThan(0.9);
    assertThat(labelled.why()).contains("after \"ca\"");
    assertThat(only("CA: " + EVM).why()).contains("its checksum holds");
  }

  @Test
  void read_manyAddresses_fiveAreBelieved() {
    StringBuilder text = new StringBuilder("Tokens:\n");
    for (int i = 10; i < 30; i++) {
      text.append(LOWER, 0, 40).append(i).append('\n');
    }
    List<Mention> mentions = mentions(text.toString());
    assertThat(mentions).hasSize(20);
    assertThat(mentions.stream().filter(one -> one.confidence() > 0.3)).hasSize(5);
    assertThat(mentions.getLast().why()).contains("five others are surer");
  }

  @Test
  void read_nobodysAddress_isNoToken() {
    assertThat(only("0x000000000000000000000000000000000000dEaD").role()).isEqualTo(Role.OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {MINT, "TNDzfERDpxLDS2w1q6yaFC7pzqaSQ3Bg3r", EVM})
  void read_aShoutedAddress_isNone(String address) {
    assertThat(mentions("CA " + address.toUpperCase(Locale.ROOT))).isEmpty();
  }

  @Test
  void read_aMegabyteOfAddressesAndLabels_takesNoTime() {
    for (String part :
        List.of(EVM + " ", "contract wallet ", "CA\n", "https://x.io/" + EVM + "\n")) {
      String text = part.repeat((1 << 20) / part.length());
      TextEntity link = new TextEntity(EntityKind.TEXT_LINK, 0, 5, text);
      Content content = Content.of(text, List.of(link));
      Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> reader.read(content), part);
    }
  }
}
