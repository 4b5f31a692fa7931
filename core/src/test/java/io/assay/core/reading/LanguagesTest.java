package io.assay.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.message.Content;
import io.assay.core.text.Lexicon;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
  private static final int LEAST_WORDS = 60;

  private final Reader reader = new Reader();

  @ParameterizedTest
  @CsvSource({
    "'Target 1 reached $ABC', UPDATE",
    "'TP2 hit', UPDATE",
    "'$ABC цель 1 достигнута', UPDATE",
    "'$ABC objetivo 1 alcanzado', UPDATE",
    "'$ABC hedef 1 geldi', UPDATE",
    "'$ABC 第一目标达到', UPDATE",
    "'$ABC هدف اول خورد', UPDATE",
    "'Coin: BTC\nLong\nEntry: 64000\nTargets: 65000, 66000\nStop: 63000', CALL",
    "'Купить $ABC по 0.03, цель 0.05, стоп 0.02', CALL",
    "'Памп через 30 минут, будьте готовы', PUMP",
    "'Все цели взяты, прибыль 40% #ABC', UPDATE",
    "'Осторожно, скам! Не покупайте $ABC', WARNING",
    "'Never buy 0x6982508145454ce325ddbe47a25d4ec3d2311933', WARNING",
    "'Dont ape 0x6982508145454ce325ddbe47a25d4ec3d2311933', WARNING",
    "'Stay away from 0x6982508145454ce325ddbe47a25d4ec3d2311933', WARNING",
    "'Не покупайте 0x6982508145454ce325ddbe47a25d4ec3d2311933', WARNING",
    "'Не покупай 0x6982508145454ce325ddbe47a25d4ec3d2311933', WARNING",
    "'No compres 0x6982508145454ce325ddbe47a25d4ec3d2311933', WARNING",
    "'Almayın 0x6982508145454ce325ddbe47a25d4ec3d2311933', WARNING",
    "'不要买 0x6982508145454ce325ddbe47a25d4ec3d2311933', WARNING",
    "'别买 0x6982508145454ce325ddbe47a25d4ec3d2311933', WARNING",
    "'نخرید 0x6982508145454ce325ddbe47a25d4ec3d2311933', WARNING",
    "'Закрываем позицию, выходим #ABC', EXIT",
    "'Подписывайтесь на вип канал, скидка 50%', AD",
    "'Comprar $ABC entre 0.03 y 0.04, objetivo 0.06', CALL",
    "'Faltan 30 minutos para el pump, estén listos', PUMP",
    "'#ABC objetivos alcanzados, 30% de ganancia', UPDATE",
    "'Cuidado, estafa $ABC', WARNING",
    "'Cierren #ABC, vender todo', EXIT",
    "'Únete al canal VIP, descuento y sorteo', AD",
    "'$ABC alım bölgesi 0.03, hedef 0.05, stop 0.02', CALL",
    "'30 dakika kaldı, sonraki mesaj coin ismi', PUMP",
    "'#ABC hedef geldi, 30% kazanç, tebrikler', UPDATE",
    "'Dikkat dolandırıcı, $ABC sahte', WARNING",
    "'#ABC satıyoruz, çıkın', EXIT",
    "'VIP kanala katılın, indirim', AD",
    "'$ABC 买入 0.03 目标 0.05 止损 0.02', CALL",
    "'还剩30分钟，下一条公布币种', PUMP",
    "'#ABC 目标达成 恭喜 盈利 30%', UPDATE",
    "'小心骗局 $ABC', WARNING",
    "'#ABC 全部卖出 离场', EXIT",
    "'免费进群 会员 返佣', AD",
    "'خرید $ABC در 0.03 هدف 0.05 حد ضرر 0.02', CALL",
    "'30 دقیقه مانده تا پامپ، آماده باشید', PUMP",
    "'#ABC تارگت اول تاچ شد 30% سود', UPDATE",
    "'مراقب باشید کلاهبرداری $ABC', WARNING",
    "'پوزیشن را ببندید و خارج شوید', EXIT",
    "'عضو شوید، کانال رایگان', AD"
  })
  void read_aMessageInAnotherLanguage_isOfItsClass(String text, MessageClass kind) {
    assertThat(reader.read(Content.of(text)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "'Шорт $ABC, вход 5', SHORT",
    "'Лонг $ABC, вход 5', LONG",
    "'En corto $ABC, entrada 5', SHORT",
    "'Compra a corto plazo $ABC', LONG",
    "'$ABC kısa pozisyon, giriş 5', SHORT",
    "'做空 $ABC 止损 5', SHORT",
    "'做多 $ABC 止损 5', LONG",
    "'شورت $ABC ورود 5', SHORT",
    "'لانگ $ABC ورود 5', LONG"
  })
  void read_aSideInAnotherLanguage_isRead(String text, Side side) {
    assertThat(reader.read(Content.of(text)).side()).isEqualTo(side);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Монета: ABC", "La moneda es ABC", "Coin adı: ABC", "币种：ABC", "نام ارز: ABC"})
  void read_aRevealInAnotherLanguage_isTheCoin(String text) {
    assertThat(reader.read(Content.of(text)).symbols())
        .extracting(SymbolMention::symbol)
        .containsExactly("ABC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lexicon", "lexicon-es", "lexicon-fa", "lexicon-ru", "lexicon-tr", "lexicon-zh"})
  void shipped_aLanguage_hasItsTradingWords(String name) {
    Lexicon lexicon = Lexicon.shipped(Reader.class, name + ".txt");
    Set<String> words = new HashSet<>();
    for (int rule = 0; rule < lexicon.size(); rule++) {
      if (lexicon.rule(rule).use() == Lexicon.Use.WEIGH) {
        words.add(lexicon.rule(rule).why());
      }
    }
    assertThat(words).hasSizeGreaterThanOrEqualTo(LEAST_WORDS);
    for (MessageClass kind : MessageClass.values()) {
      boolean spoken = kind != MessageClass.CHATTER && kind != MessageClass.DIGEST;
      assertThat(lexicon.number(kind.word()) >= 0 || !spoken).as(kind.word()).isTrue();
    }
  }
}
