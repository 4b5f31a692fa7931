package io.assay.core.mention;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.message.Content;
import io.assay.core.message.EntityKind;
import io.assay.core.message.TextEntity;
import io.assay.core.reading.MessageClass;
import io.assay.core.reading.Reader;
import io.assay.core.reading.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses that nobody calls: those of winners, of those who made a token, of gifts, and those on
/// certificates of locks.
class NearbyRolesTest {
  private static final String EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  private static final String OTHER = "0x6982508145454Ce325dDbE47a25d4ec3d2311933";

  private final Reader reader = new Reader();

  private Reading read(String text) {
    return reader.read(Content.of(text.replace("EVM", EVM).replace("OTHER", OTHER)));
  }

  @ParameterizedTest
  @CsvSource({
    "Thanks to EVM for winning the giveaway, WALLET",
    "'Congrats to EVM, winner of our giveaway', WALLET",
    "EVM won the giveaway, WALLET",
    "Победитель розыгрыша EVM, WALLET",
    "Ganador del sorteo: EVM, WALLET",
    "Çekilişi kazanan EVM, WALLET",
    "恭喜 EVM 中奖, WALLET",
    "برنده: EVM, WALLET",
    "The team wallet is EVM, WALLET",
    "Marketing wallet is EVM, WALLET",
    "Кошелёк команды EVM, WALLET",
    "Billetera del equipo: EVM, WALLET",
    "Takım cüzdanı EVM, WALLET",
    "团队钱包 EVM, WALLET",
    "کیف پول تیم EVM, WALLET",
    "deployer EVM, DEPLOYER",
    "Deployer is EVM, DEPLOYER",
    "dev wallet EVM, DEPLOYER",
    "The dev's wallet: EVM, DEPLOYER",
    "Кошелёк разработчика EVM, DEPLOYER",
    "Billetera del desarrollador: EVM, DEPLOYER",
    "Geliştirici cüzdanı EVM, DEPLOYER",
    "开发者钱包 EVM, DEPLOYER",
    "کیف پول توسعه دهنده EVM, DEPLOYER"
  })
  void read_somebodysAddress_isNoCall(String text, Role role) {
    Reading reading = read(text);
    assertThat(reading.mentions().getFirst().role()).isEqualTo(role);
    assertThat(reading.kind()).isNotEqualTo(MessageClass.CALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Donation address: EVM",
        "Send donations to EVM",
        "Donate ETH to EVM",
        "If you like to donate, send ETH to EVM",
        "Donations are welcome\nSend ETH to EVM",
        "Tip me: EVM",
        "Tip jar, send USDT to EVM",
        "Send ETH to EVM as a donation",
        "Донат: отправьте ETH на EVM",
        "Donaciones, enviar a EVM",
        "Bağış için gönder: EVM",
        "捐赠 发送到 EVM",
        "دونیت ارسال EVM"
      })
  void read_whereGiftsAreSent_isAWalletHoweverItIsAskedFor(String text) {
    Reading reading = read(text);
    assertThat(reading.mentions().getFirst().role()).isEqualTo(Role.WALLET);
    assertThat(reading.kind()).isNotEqualTo(MessageClass.CALL);
  }

  @Test
  void read_whereMoneyIsSentForAnotherReason_isADeposit() {
    assertThat(read("Send ETH to EVM").mentions().getFirst().role()).isEqualTo(Role.DEPOSIT);
    Reading charity = read("2% of each buy is a donation.\n\nJoin us\n\nPresale, send ETH to EVM");
    assertThat(charity.mentions().getFirst().role()).isEqualTo(Role.DEPOSIT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Locked! https://app.unicrypt.network/amm/uni-v2/pair/EVM",
        "https://app.uncx.network/lockers/univ2/chain/1/address/EVM",
        "Lock: https://mudra.website/?certificate=yes&type=0&lp=EVM",
        "https://www.pinksale.finance/pinklock/detail/EVM?chain=BSC",
        "https://www.team.finance/view-coin/EVM",
        "Tokens locked https://example.org/token-lock/EVM"
      })
  void read_theCertificateOfALock_isADocumentAndNoCall(String text) {
    Reading reading = read(text);
    assertThat(reading.mentions().getFirst().role()).isEqualTo(Role.DOCUMENT);
    assertThat(reading.kind()).isNotEqualTo(MessageClass.CALL);
  }

  @Test
  void read_aCallWithTheCertificateOfItsLock_isOfItsToken() {
    Reading apart = read("New gem, buy OTHER\nLocked: https://app.unicrypt.network/pair/EVM");
    assertThat(apart.kind()).isEqualTo(MessageClass.CALL);
    assertThat(apart.mentions())
        .extracting(Mention::role)
        .containsExactlyInAnyOrder(Role.TOKEN, Role.DOCUMENT);
    Reading same = read("New gem EVM\nLocked: https://www.team.finance/view-coin/EVM");
    assertThat(same.kind()).isEqualTo(MessageClass.CALL);
    assertThat(same.mentions()).extracting(Mention::role).containsExactly(Role.TOKEN);
  }

  @Test
  void read_aDocumentBesideItsAddress_saysNothingOfThat() {
    String link = "https://www.team.finance/view-coin/" + EVM;
    TextEntity entity = new TextEntity(EntityKind.TEXT_LINK, 0, 4, link);
    Reading reading = reader.read(Content.of("Lock\nCA: " + EVM, List.of(entity)));
    assertThat(reading.mentions()).extracting(Mention::role).containsExactly(Role.TOKEN);
  }
}
