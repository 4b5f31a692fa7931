package io.assay.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTest {
  /// Pieces that fold in every way there is, and some that do not.
  private static final List<String> PIECES =
      List.of(
          "a",
          "Z",
          "9",
          " ",
          "\n",
          "$",
          "é",
          "ｂ",
          "Ⓒ",
          "①",
          "❷",
          "⑴",
          "⒜",
          "²",
          "ℂ",
          "ℎ",
          "𝐁",
          "𝓬",
          "𝟗",
          "🅱",
          "🄲",
          "🅓",
          "🄐",
          "🇺",
          "🇸",
          "ᴄ",
          "ꓢ",
          "\u200B",
          "\u202E",
          "\uFE0F",
          "\u00AD",
          "\u2066",
          "e\u0301\u0302\u0323",
          "\u0438\u0306",
          "1\uFE0F\u20E3",
          "👍🏽",
          "👨\u200D💻",
          "🏴\uDB40\uDC67",
          "🚀",
          "𠀀",
          "\uD83D",
          "\uDE80",
          "\uD835",
          "\uDB40",
          "\uDC00",
          "\u0000",
          "\uFFFF",
          "\uFFFE",
          "\uFEFF",
          "цена",
          "ВТС",
          "α",
          "٣",
          "۵",
          "ك",
          "ک",
          "مـــال",
          "買",
          "ﬁ",
          "…",
          "–",
          "×",
          "\u2028",
          "\u3000");

  private static String seen(String text) {
    Folded folded = Folded.of(text);
    return folded.text(0, folded.length());
  }

  private static String random(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      boolean any = random.nextInt(8) == 0;
      text.append(
          any
              ? Character.toString(random.nextInt(0x20000))
              : PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "'plain text, 1.5 $', 'plain text, 1.5 $'",
    "'ＢＴＣ／ＵＳＤＴ＄＃：１', 'BTC/USDT$#:1'",
    "'ⒷⓉⓒ ⒜⒝', 'BTc ab'",
    "'①②❸➃➎⓪⓿⑴', '12345001'",
    "'🄱🅃🅲🅐🄐', 'BTCAA'",
    "'🇸🇳🇬', 'SNG'",
    "'𝐁𝑢𝒚 𝓝𝓸𝔀 𝔊𝕖𝖒 𝗯𝘂𝘺 𝙉𝚘𝚠', 'Buy Now Gem buy Now'",
    "'ℂℊℋℐℒℛℤℯℎ', 'CgHILRZeh'",
    "'𝟏𝟚𝟯𝟰𝟻 ² ₃ ⁴', '12345 2 3 4'",
    "'ᴛʜᴇ ᴄᴏɪɴ ɪꜱ', 'the coin is'",
    "'ꓢꓠꓖꓡꓢ', 'SNGLS'",
    "'ª º ⅷ Ⅴ', 'a o ⅷ V'",
    "'١٢٣ ۴۵۶ ९', '123 456 9'",
    "'10× –5% ‘a’ “b”', '10x -5% ''a'' \"b\"'"
  })
  void of_fonts_areThePlainLetters(String text, String seen) {
    assertThat(seen(text)).isEqualTo(seen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b\u200Bt\u200Cc\u200D", "\u202Eb\u202Ct\u2066c\u2069", "b\uFE0Ft\u00ADc\u034F",
            "b\u0336t\u0336c\u0336",
        "b\u0301\u0302\u0303\u0489t\u20DDc", "\uFEFFbtc\u061C", "b\uDB40\uDC67tc\uDB40\uDD00",
            "bt\u0000c\u007F\u0085"
      })
  void of_whatNobodySees_isGone(String text) {
    assertThat(seen(text).strip()).isEqualTo("btc");
  }

  @ParameterizedTest
  @CsvSource({
    "'👍🏽', '👍'",
    "'⚠️', '⚠'",
    "'1️⃣', '1'",
    "'می\u200Cخرید', 'میخرید'",
    "'مَـرْحَبـا', 'مرحبا'",
    "'שָׁלוֹם', 'שלום'",
    "'हिन्दी', 'हिन्दी'",
    "'ซื้อ', 'ซื้อ'"
  })
  void of_marks_goWhereTheyAreNoLetters(String text, String seen) {
    assertThat(seen(text)).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource({
    "'Віtсоіn', 'Bitcoin'",
    "'рumр', 'pump'",
    "'ΒΤC', 'BTC'",
    "'$ВТС', '$BTC'",
    "'$СОМ2', '$COM2'",
    "'10х 5Х', '10x 5x'",
    "'νаlue', 'value'"
  })
  void of_lookAlikesAmongLatinLetters_areMeantAsLatin(String text, String seen) {
    assertThat(seen(text)).isEqualToIgnoringCase(seen);
    assertThat(seen(text)).matches("[ -~]*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ВТС",
        "сор",
        "покупаем BTC",
        "$цена",
        "$сор",
        "USDтокен",
        "NFTах",
        "х2",
        "5хх",
        "ρω",
        "μs"
      })
  void of_wordsOfAnotherLanguage_stayOnes(String text) {
    assertThat(seen(text)).isEqualTo(text);
  }

  @Test
  void isLiteral_isFalseOfWhatIsWrittenWithLookAlikes() {
    assertThat(Folded.of("0xab").isLiteral(0, 4)).isTrue();
    assertThat(Folded.of("0xаb").isLiteral(0, 4)).isFalse();
    assertThat(Folded.of("0x\u200Bab").isLiteral(0, 4)).isTrue();
    assertThat(Folded.of("０xab").isLiteral(0, 4)).isFalse();
  }

  @Test
  void hasLookAlike_isTrueOfOtherLettersAndNotOfOtherWidthsAndFonts() {
    assertThat(Folded.of("0xab").hasLookAlike(0, 4)).isFalse();
    assertThat(Folded.of("0x\u200Bab").hasLookAlike(0, 4)).isFalse();
    assertThat(Folded.of("０ｘａｂ").hasLookAlike(0, 4)).isFalse();
    assertThat(Folded.of("𝟎𝐱𝐚𝐛").hasLookAlike(0, 4)).isFalse();
    assertThat(Folded.of("0xаb").hasLookAlike(0, 4)).isTrue();
    assertThat(Folded.of("0xαb").hasLookAlike(0, 4)).isTrue();
    assertThat(Folded.of("0xᴀʙ").hasLookAlike(0, 4)).isTrue();
    assertThat(Folded.of("0xаb").hasLookAlike(0, 2)).isFalse();
  }

  @Test
  void end_ofALetterThatTookTwo_isBehindBoth() {
    Folded folded = Folded.of("𝐁𝐓\u200B𝐂.");
    assertThat(folded.text(0, 3)).isEqualTo("BTC");
    assertThat(folded.origin(0)).isZero();
    assertThat(folded.end(3)).isEqualTo("𝐁𝐓\u200B𝐂".length());
    assertThat(folded.end(0)).isZero();
    assertThat(folded.end(4)).isEqualTo("𝐁𝐓\u200B𝐂.".length());
    assertThat(folded.origin(4)).isEqualTo("𝐁𝐓\u200B𝐂.".length());
  }

  @Test
  void indexOf_aPosition_isWhereTheTextReachesIt() {
    Folded folded = Folded.of("𝐁\u200B𝐓C");
    assertThat(folded.indexOf(0)).isZero();
    assertThat(folded.indexOf(2)).isEqualTo(1);
    assertThat(folded.indexOf(3)).isEqualTo(1);
    assertThat(folded.indexOf(5)).isEqualTo(2);
    assertThat(folded.indexOf(99)).isEqualTo(3);
    assertThat(Folded.of("abc").indexOf(2)).isEqualTo(2);
    assertThat(Folded.of("abc").indexOf(99)).isEqualTo(3);
  }

  @Test
  void origin_ofAnyText_isAPlaceInIt() {
    Random random = new Random(11);
    for (int round = 0; round < 5000; round++) {
      String text = random(random);
      Folded folded = Folded.of(text);
      int before = -1;
      for (int i = 0; i < folded.length(); i++) {
        int at = folded.origin(i);
        assertThat(at).as(text).isGreaterThan(before).isLessThan(text.length());
        assertThat(folded.end(i + 1)).isGreaterThan(at).isLessThanOrEqualTo(text.length());
        boolean inPair = isInPair(text, at);
        assertThat(inPair && folded.at(i) != text.charAt(at)).as(text).isFalse();
        before = at;
      }
      assertThat(folded.origin(folded.length())).isEqualTo(text.length());
    }
  }

  private static boolean isInPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  @Test
  void of_theStretchOfAWord_isTheWord() {
    Random random = new Random(12);
    int seen = 0;
    for (int round = 0; round < 5000; round++) {
      String text = random(random);
      Folded folded = Folded.of(text);
      Words words = Words.of(folded);
      for (int word = 0; word < words.size(); word++) {
        int from = folded.origin(words.start(word));
        int to = folded.end(words.end(word));
        assertThat(isInPair(text, from) || isInPair(text, to)).as(text).isFalse();
        if (words.before(word) != '$') {
          assertThat(seen(text.substring(from, to))).as(text).isEqualTo(words.text(word));
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(10_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "\u200B",
        "а",
        "aа",
        "🚀",
        "𝐁",
        "\uD835",
        "e\u0301",
        "x ",
        "ﷺ",
        "1\uFE0F\u20E3"
      })
  void of_aMillionOfAnything_isReadInOnePass(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    Words words = Words.of(Folded.of(text));
    assertThat(words.size()).isLessThanOrEqualTo(text.length());
  }
}
