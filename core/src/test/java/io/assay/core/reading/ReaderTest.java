package io.assay.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Address;
import io.assay.core.asset.Addresses;
import io.assay.core.asset.Chain;
import io.assay.core.asset.Majors;
import io.assay.core.mention.Mention;
import io.assay.core.mention.Place;
import io.assay.core.mention.Role;
import io.assay.core.message.Button;
import io.assay.core.message.Content;
import io.assay.core.message.Context;
import io.assay.core.message.EntityKind;
import io.assay.core.message.Media;
import io.assay.core.message.TextEntity;
import io.assay.core.terms.Terms;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {
  private static final String EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  private static final String SOLANA = "So11111111111111111111111111111111111111112";

  private final Reader reader = new Reader();

  private Reading read(String text) {
    return reader.read(Content.of(text));
  }

  private List<String> tokens(Reading reading) {
    return reading.mentions().stream()
        .filter(one -> one.role() == Role.TOKEN)
        .map(one -> one.token().address())
        .toList();
  }

  private List<String> symbols(String text) {
    return read(text).symbols().stream().map(SymbolMention::symbol).toList();
  }

  @Test
  void read_anEvmAddress_isFoundInItsNormalForm() {
    assertThat(tokens(read("CA: " + EVM))).containsExactly(EVM.toLowerCase(Locale.ROOT));
  }

  @Test
  void read_aWrongChecksum_isNoAddress() {
    String wrong = EVM.replace("5aAeb", "5AAeb");
    assertThat(tokens(read("CA: " + wrong))).isEmpty();
  }

  @Test
  void read_aTransactionHash_isNoToken() {
    assertThat(tokens(read("tx 0x" + "ab".repeat(32)))).isEmpty();
  }

  @Test
  void read_aSolanaAddress_keepsItsCase() {
    Reading reading = read("buy " + SOLANA + " now");
    assertThat(tokens(reading)).containsExactly(SOLANA);
    assertThat(reading.mentions().getFirst().token().chain()).isEqualTo(Chain.SOLANA);
    assertThat(tokens(read("buy " + SOLANA.toLowerCase(Locale.ROOT)))).isEmpty();
  }

  @Test
  void read_invisibleLettersInAnAddress_areSeenThrough() {
    String hidden = EVM.substring(0, 12) + "\u200B" + EVM.substring(12, 30) + "\u2060";
    assertThat(tokens(read(hidden + EVM.substring(30))))
        .containsExactly(EVM.toLowerCase(Locale.ROOT));
  }

  @Test
  void read_aHiddenLink_tellsTheTokenAndItsChain() {
    String link = "https://dexscreener.com/base/" + EVM;
    TextEntity entity = new TextEntity(EntityKind.TEXT_LINK, 0, 5, link);
    Reading reading = reader.read(Content.of("Chart of our new gem", List.of(entity)));
    assertThat(reading.mentions()).hasSize(1);
    assertThat(reading.mentions().getFirst().span().place()).isEqualTo(Place.HIDDEN_LINK);
    assertThat(reading.mentions().getFirst().token().chain()).isEqualTo(Chain.BASE);
  }

  @Test
  void read_aButton_tellsTheToken() {
    Button button = new Button("Buy", "https://dexscreener.com/solana/" + SOLANA);
    Content content = new Content("New!", List.of(), List.of(button), Media.NONE, Context.NONE);
    assertThat(tokens(reader.read(content))).containsExactly(SOLANA);
  }

  @Test
  void read_theSameAddressTwice_isOneMention() {
    assertThat(read(EVM + "\n" + EVM.toLowerCase(Locale.ROOT)).mentions()).hasSize(1);
  }

  @Test
  void read_entitiesOutsideTheText_harmNobody() {
    TextEntity beyond = new TextEntity(EntityKind.CODE, 5000, Integer.MAX_VALUE, "");
    TextEntity link = new TextEntity(EntityKind.TEXT_LINK, 9, 1 << 30, "https://x.io/" + EVM);
    Reading reading = reader.read(Content.of("a", List.of(beyond, link)));
    assertThat(reading.mentions()).hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'$DOGE to the moon', DOGE",
    "'#DOGE', DOGE",
    "'SNGLS/BTC', SNGLS",
    "'Long BTCUSDT here', BTC",
    "'The coin we picked today is S N G L S', SNGLS",
    "'The coin is: #NXS', NXS",
    "'Buy $LINK here', LINK",
    "'#LINK long, entry now', LINK",
    "'LINK/USDT', LINK",
    "'LINKUSDT long', LINK",
    "'The coin we picked today is: #LINK', LINK",
    "'$HOT', HOT",
    "'#HOT', HOT",
    "'The coin is $HOT', HOT",
    "'$W', W",
    "'Long $S now', S",
    "'W/USDT', W",
    "'$MOON', MOON"
  })
  void read_aTicker_isFound(String text, String symbol) {
    assertThat(symbols(text)).containsExactly(symbol);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The coin is in the LINK below",
        "The coin is HOT today",
        "LINK in bio",
        "#SIGNAL #BUY #UPDATE",
        "W or S",
        "W-USDT",
        "#W"
      })
  void read_wordsThatNothingMarksAsTickers_areNone(String text) {
    assertThat(symbols(text)).isEmpty();
  }

  @Test
  void read_everyCoinOfTheDirectory_isFoundWhereItIsMarked() {
    List<String> money = List.of("USDT", "USDC", "DAI", "BUSD", "TUSD", "FDUSD", "USDD");
    List<String> coins =
        new String(Majors.shippedText(), StandardCharsets.UTF_8)
            .lines()
            .skip(1)
            .map(line -> line.split(",", 3)[1].toUpperCase(Locale.ROOT))
            .filter(symbol -> !money.contains(symbol))
            .toList();
    for (String coin : coins) {
      assertThat(symbols("Buy $" + coin + " now")).containsExactly(coin);
      if (coin.length() > 1) {
        assertThat(symbols("Buy #" + coin + " now")).containsExactly(coin);
      }
    }
    assertThat(coins).hasSizeGreaterThan(200).contains("LINK", "HOT", "W", "S");
  }

  @ParameterizedTest
  @CsvSource({
    "'Binance will list XYZABC (XYZABC) trading pair XYZABC/USDT', XYZABC, PAIR",
    "'XYZABC/USDT listed on Binance', XYZABC, PAIR",
    "'Binance Lists Fantom Token (FTQ)\n(see the site)', FTQ, LISTED",
    "'Holo (HOT) will be listed on Binance', HOT, LISTED"
  })
  void read_newsOfAListing_namesTheListingAndIsNoCall(String text, String coin, String form) {
    Reading reading = read(text);
    assertThat(reading.symbols())
        .extracting(one -> one.symbol() + " " + one.form() + " " + one.exchange())
        .containsExactly(coin + " " + form + " binance");
    assertThat(reading.kind()).isEqualTo(MessageClass.CHATTER);
    assertThat(reading.why()).anyMatch(why -> why.startsWith("listing: "));
  }

  @Test
  void read_aCallOnNewsOfAListing_isACallOfTheListing() {
    Reading reading = read("BUY NOW, entry here! Binance will list Frax Share (FXS)");
    assertThat(reading.kind()).isEqualTo(MessageClass.CALL);
    assertThat(reading.symbols().getFirst().form()).isEqualTo(SymbolMention.Form.LISTED);
  }

  @Test
  void read_bracketsWithoutAnExchangeOrOutsideTheLine_areNoListing() {
    assertThat(symbols("They will list Frax Share (FXS)")).isEmpty();
    assertThat(symbols("Binance will list it\nmore soon (FXS)")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$100", "$1.5M", "I paid $20 for it", "#1", "costs 5$", "price in $USDT", "a$b"})
  void read_moneyAndNumbers_areNoTickers(String text) {
    assertThat(symbols(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "gm", "How are you all today, friends of the channel", "👀🔥", "\n\n\n"})
  void read_smallTalk_isChatter(String text) {
    assertThat(read(text).kind()).isEqualTo(MessageClass.CHATTER);
  }

  @Test
  void read_anInvitationToBuy_isACall() {
    assertThat(read("BUY NOW " + SOLANA + " entry here, target 2x").kind())
        .isEqualTo(MessageClass.CALL);
  }

  @Test
  void read_aLongText_isReadInItsFirstPart() {
    Reading reading = read(EVM + " " + "word ".repeat(100_000));
    assertThat(tokens(reading)).containsExactly(EVM.toLowerCase(Locale.ROOT));
  }

  @Test
  void read_anyText_neverFailsAndNeverInventsAnAddress() {
    Random random = new Random(5);
    String[] parts = {
      "0x", EVM, SOLANA, "$", "#", "BTC", "/", "USDT", "\uD83D", "\uDE80", "\u200B", "\u202E",
      "https://dexscreener.com/eth/", "buy", "sell", "?", "\n", " ", "1", "a", "Ａ", "𝐁", "é", "💎",
      "%F0", "@", ".", ":", "the coin is", "pump", "in 5 minutes", "x100", "\u0000", "\uFEFF"
    };
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        String part = parts[random.nextInt(parts.length)];
        text.append(random.nextInt(6) == 0 ? part.substring(part.length() / 2) : part);
        if (random.nextInt(10) == 0) {
          text.append((char) random.nextInt(0x10000));
        }
      }
      Reading reading = read(text.toString());
      assertThat(reading).isEqualTo(read(text.toString()));
      for (Mention mention : reading.mentions()) {
        String address = mention.token().address();
        boolean sound =
            Addresses.check(mention.token().chain(), address) instanceof Address
                || mention.role() == Role.TRANSACTION
                || mention.role() == Role.OTHER;
        assertThat(sound).as(address).isTrue();
        assertThat(mention.confidence()).isBetween(0.0, 1.0);
      }
      for (SymbolMention symbol : reading.symbols()) {
        assertThat(symbol.symbol()).isNotBlank().hasSizeLessThanOrEqualTo(20);
        assertThat(symbol.start()).isLessThan(symbol.end());
        assertThat(symbol.end()).isLessThanOrEqualTo(text.length());
      }
    }
  }

  @Test
  void skim_saysTheSameButForTermsAndSentiment() {
    Content call = Content.of("Great gem! Buy $LINK now, entry 14.2, targets 15 / 16.5, stop 13");
    Reading whole = new Reader().read(call);
    Reading skimmed = new Reader().skim(call);
    assertThat(whole.terms().stated()).isPositive();
    assertThat(whole.sentiment().isMissing()).isFalse();
    assertThat(skimmed)
        .usingRecursiveComparison()
        .ignoringFields("terms", "sentiment")
        .isEqualTo(whole);
    assertThat(skimmed.terms()).isEqualTo(Terms.NONE);
    assertThat(skimmed.sentiment()).isEqualTo(Sentiment.MISSING);
  }
}
