package io.assay.core.mention;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Chain;
import io.assay.core.message.Content;
import io.assay.core.reading.MessageClass;
import io.assay.core.reading.Reader;
import io.assay.core.reading.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which chain a message says that an address is on, and which it says that it is not.
class ChainTalkTest {
  private static final String EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  private static final String OTHER = "0x6982508145454Ce325dDbE47a25d4ec3d2311933";
  private static final String ONE = "0x" + "7e5c67489791d0a1b2c3".repeat(4).substring(0, 64);
  private static final String TWO = "0x" + "1b5c67489791d0a1b2d4".repeat(4).substring(0, 64);

  private final Reader reader = new Reader();

  private Reading read(String text) {
    String whole =
        text.replace("EVM", EVM)
            .replace("OTHER", OTHER)
            .replace("FIRST", ONE + "::pepe::PEPE")
            .replace("SECOND", TWO + "::cat::CAT")
            .replace("CAMEL", TWO + "::cat::CatCoin")
            .replace("HASH1", ONE)
            .replace("HASH2", TWO);
    return reader.read(Content.of(whole));
  }

  private Mention mention(String text, String begin) {
    List<Mention> mentions = read(text).mentions();
    return mentions.stream()
        .filter(one -> one.display().startsWith(begin))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sui gem: FIRST and Aptos gem: SECOND",
        "Sui: FIRST\nAptos: SECOND",
        "Sui:\nFIRST\nAptos:\nSECOND",
        "FIRST (Sui)\nSECOND (Aptos)",
        "FIRST (Sui) SECOND (Aptos)",
        "(Sui) FIRST (Aptos) SECOND",
        "FIRST on Sui, SECOND on Aptos",
        "FIRST on Sui and SECOND on Aptos",
        "FIRST - Sui\nSECOND - Aptos",
        "FIRST Sui\n\nSECOND Aptos",
        "FIRST\nSui\n\nSECOND\nAptos",
        "On Sui FIRST. On Aptos SECOND",
        "Sui FIRST Aptos SECOND",
        "Sui HASH1 Aptos HASH2",
        "HASH1 on Sui; HASH2 on Aptos",
        "https://suivision.xyz/coin/FIRST https://explorer.aptoslabs.com/coin/SECOND",
        "Sui and Aptos gems\nSui: FIRST\nAptos: SECOND"
      })
  void read_suiAndAptosInOneText_areEachOfTheirOwn(String text) {
    assertThat(mention(text, ONE).token().chain()).isEqualTo(Chain.SUI);
    assertThat(mention(text, TWO).token().chain()).isEqualTo(Chain.APTOS);
    String swapped = text.replace("suivision.xyz", "x").replace("explorer.aptoslabs.com", "y");
    if (swapped.equals(text)) {
      String turned = text.replace("Sui", "?").replace("Aptos", "Sui").replace("?", "Aptos");
      assertThat(mention(turned, ONE).token().chain()).isEqualTo(Chain.APTOS);
      assertThat(mention(turned, TWO).token().chain()).isEqualTo(Chain.SUI);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sui and Aptos: FIRST",
        "Aptos and Sui: FIRST",
        "Sui and Aptos gems of today:\nFIRST",
        "Sui / Aptos\nFIRST",
        "CA HASH1 on Sui and Aptos"
      })
  void read_bothAreSaidOfOne_neitherIsBelieved(String text) {
    Mention mention = mention(text, ONE);
    assertThat(mention.confidence()).isLessThan(0.5);
    assertThat(mention.why()).contains("Sui and Aptos are both said of it");
    assertThat(read(text).kind()).isNotEqualTo(MessageClass.CALL);
  }

  @Test
  void read_aTypeThatOnlyAptosWrites_isOfAptosWhereBothAreSaid() {
    Mention mention = mention("Sui and Aptos: CAMEL", TWO);
    assertThat(mention.token().chain()).isEqualTo(Chain.APTOS);
    assertThat(mention.confidence()).isGreaterThan(0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "'EVM on BSC, OTHER on Polygon', BSC, POLYGON",
    "'EVM (Polygon) OTHER (BSC)', POLYGON, BSC",
    "'Polygon EVM BSC OTHER', POLYGON, BSC",
    "'EVM on Arbitrum and OTHER on Optimism network', ARBITRUM, OPTIMISM"
  })
  void read_twoAddressesOfTwoChains_areEachOfTheirOwn(String text, Chain one, Chain other) {
    assertThat(mention(text, EVM).token().chain()).isEqualTo(one);
    assertThat(mention(text, OTHER).token().chain()).isEqualTo(other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not on ETH. Buy EVM",
        "This is not on ETH, buy EVM",
        "It isn't on ETH. CA EVM",
        "It’s NOT an ETH token! CA: EVM",
        "We don't launch on BSC. CA: EVM",
        "We will not be launching on the BSC network. CA: EVM",
        "never on BSC! EVM",
        "no longer on BSC. EVM",
        "No BSC! CA: EVM",
        "BSC is a scam. CA: EVM",
        "The BSC one is fake! CA: EVM",
        "No es en BSC. Compra EVM",
        "No está en BSC, contrato EVM",
        "no estamos en la red BSC. EVM",
        "Не на BSC! Контракт EVM",
        "это не в сети BSC, покупаем EVM",
        "это не BSC токен. EVM",
        "BSC değil, EVM alıyoruz",
        "BSC ağında değil! Kontrat: EVM",
        "BSC'de değiliz. EVM",
        "不在BSC上，合约 EVM",
        "不是BSC链 合约：EVM",
        "روی BSC نیست، قرارداد EVM",
        "نه روی BSC، قرارداد EVM"
      })
  void read_aChainThatIsDenied_isNotTheOne(String text) {
    Mention mention = mention(text, EVM);
    assertThat(mention.token().chain()).isEqualTo(Chain.EVM);
    assertThat(mention.confidence()).isGreaterThan(0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "'Not on ETH, on Base. Buy EVM', BASE",
    "'Not ETH but BSC: EVM', BSC",
    "'NOT on BSC! ETH only. CA: EVM', ETHEREUM",
    "'Не BSC, а Polygon: EVM', POLYGON",
    "'No en BSC sino en Polygon: EVM', POLYGON",
    "'BSC değil Polygon: EVM', POLYGON",
    "'不是BSC 而是Polygon EVM', POLYGON",
    "'نه BSC بلکه Polygon EVM', POLYGON",
    "'Not on BSC: https://etherscan.io/token/EVM', ETHEREUM"
  })
  void read_oneChainDeniedAndAnotherSaid_isTheOther(String text, Chain chain) {
    assertThat(mention(text, EVM).token().chain()).isEqualTo(chain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not only on BSC: EVM",
        "No tax gem on BSC: EVM",
        "Don't miss this one on BSC EVM",
        "Not a rug. On BSC EVM",
        "Not financial advice, BSC EVM",
        "не только на BSC: EVM",
        "Not listed on exchanges, a BSC token EVM"
      })
  void read_anotherThingThatIsDenied_leavesTheChain(String text) {
    assertThat(mention(text, EVM).token().chain()).isEqualTo(Chain.BSC);
  }
}
