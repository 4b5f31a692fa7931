package io.assay.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueTest {
  private static final String EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  /// The words of a text that somebody says, with blanks between.
  private static String said(String text) {
    Folded folded = Folded.of(text);
    Words words = Words.of(folded);
    Opaque opaque = Opaque.in(folded, words);
    List<String> said = new ArrayList<>();
    for (int word = 0; word < words.size(); word++) {
      if (!opaque.hides(word)) {
        said.add(words.text(word));
      }
    }
    return String.join(" ", said);
  }

  @ParameterizedTest
  @CsvSource({
    "'buy https://a.example/sell?is=scam now', buy now",
    "'buy (http://a.example/sell) now', buy now",
    "'买 https://a.example/sell买', 买 买",
    "'buy t.me/scam_bot?start=sell now', buy now",
    "'buy on pump.fun, now', buy on now",
    "'seen on www.scam.example now', seen on now",
    "'ask @scam_calls_bot now', ask now",
    "'buy 0x2::scam::SCAM now', buy now",
    "'buy EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs now', buy now"
  })
  void hides_linksNamesAndAddresses_areNoWords(String text, String said) {
    assertThat(said(text)).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "buy now.Target 5",
        "buy now.sell later",
        "buy @ 65k",
        "buy @65k",
        "take-profit and stop_loss",
        "Coin: ABC",
        "and/or 1.5/2",
        "a:/b",
        "Buy.NOW",
        "this-is-one-of-those-very-long-chains-of-words"
      })
  void hides_whatLooksAlike_areWords(String text) {
    assertThat(said(text)).isEqualTo(text.replaceAll("[^A-Za-z0-9]+", " "));
  }

  @Test
  void hides_anAddress_isNoWord() {
    assertThat(said("buy " + EVM + " now")).isEqualTo("buy now");
    assertThat(said(EVM + ":")).isEmpty();
  }

  @Test
  void hidesAt_marksOfALink_areHidden() {
    Folded folded = Folded.of("is it? https://a.example/b?c is?");
    Opaque opaque = Opaque.in(folded, Words.of(folded));
    assertThat(opaque.hidesAt(5)).isFalse();
    assertThat(opaque.hidesAt(26)).isTrue();
    assertThat(opaque.hidesAt(31)).isFalse();
  }

  @Test
  void isLink_aScheme_beginsOne() {
    Folded folded = Folded.of("https://a.example pump.fun buy:");
    Opaque opaque = Opaque.in(folded, Words.of(folded));
    assertThat(opaque.isLink(0)).isTrue();
    assertThat(opaque.isLink(3)).isFalse();
    assertThat(opaque.isLink(5)).isFalse();
    assertThat(Opaque.NOTHING.hides(-1)).isFalse();
  }

  @Test
  void end_whatHidesAWord_endsBehindIt() {
    Folded folded = Folded.of("see https://a.example/b, now");
    Words words = Words.of(folded);
    Opaque opaque = Opaque.in(folded, words);
    assertThat(opaque.end(0)).isEqualTo(3);
    assertThat(opaque.end(1)).isEqualTo(24);
  }
}
