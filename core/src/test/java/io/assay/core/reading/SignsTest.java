package io.assay.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.mention.Mention;
import io.assay.core.mention.Mentions;
import io.assay.core.message.Content;
import io.assay.core.text.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignsTest {
  private static final String EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  private static final List<String> ALL =
      List.of(
          "message",
          "three prices",
          "five prices",
          "gain",
          "clock",
          "link",
          "handle",
          "command",
          "opens with a handle",
          "asks",
          "bare",
          "terse",
          "brief",
          "long",
          "essay",
          "lines",
          "ticker",
          "opens with a ticker",
          "pair",
          "cashtag",
          "reveal",
          "four assets",
          "address",
          "order",
          "out",
          "plan",
          "ticked");

  /// The signs of a text, by a lexicon that has a rule for each.
  private static List<String> signs(String text) {
    StringBuilder rules =
        new StringBuilder(
            "cue 0 coin is\ngoal 0 tp1\ngoal 0 tp2\nlabel 0 buy\nlabel 0 al\nbuys 1 buy\nlong 1 long\n");
    rules.append("sells 1 sell\nleaves 1 i sold\nentries 1 entry\n");
    ALL.forEach(sign -> rules.append("x 1 <").append(sign).append(">\n"));
    Lexicon lexicon = Lexicon.parse(rules.toString(), "signs");
    Wording wording = Wording.of(text);
    Hits hits = new Hits(lexicon, wording.opaque());
    lexicon.match(wording.words(), hits);
    List<Mention> mentions =
        Mentions.of(Content.of(text), wording.text(), wording.words(), hits.chain());
    Signs signs = Signs.tell(wording, mentions, SymbolScanner.scan(wording, hits), hits);
    Signs.tellOf(new Stance.Judge(lexicon).of(wording, hits, signs), hits);
    return hits.why().stream().filter(why -> why.startsWith("x: <")).map(SignsTest::name).toList();
  }

  private static String name(String why) {
    return why.substring("x: <".length(), why.length() - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "'prices 1.25, 300 and 17', three prices",
    "'1 and 2 and 3 and 4 and 5', five prices",
    "'it made 35%', gain",
    "'it made 2x', gain",
    "'long ABC 5x, it made 2x', gain",
    "'tp1 ✅', ticked",
    "'tp1: 5 ✅ tp2: 6', ticked",
    "'meet at 17:00', clock",
    "'see https://a.example/b', link",
    "'ask @somebody', handle",
    "'@somebody hello', opens with a handle",
    "'/chart ABC', command",
    "'is it so?', asks",
    "'is it so??? 🤔', asks",
    "'چرا؟', asks",
    "'https://a.example/b', bare",
    "'four words or less', terse",
    "'a few words more than that is', brief",
    "'1\n2\n3\n4\n5', lines",
    "'one $ABC', ticker",
    "'$ABC one', opens with a ticker",
    "'🚀 $ABC one', opens with a ticker",
    "'one ABC/USDT', pair",
    "'one $ABC', cashtag",
    "'the coin is ABC', reveal",
    "'$ABC $DEF $GHI $JKL', four assets",
    "'buy $ABC now', order",
    "'🚀 buy some $ABC', order",
    "'well, it is so. Buy $ABC', order",
    "'buy ABC/USDT', order",
    "'$ABC al', order",
    "'sell it', out",
    "'i sold $ABC', out",
    "'we told you of it some time ago and now all is over and done. Sell', out",
    "'the coin is ABC: long, entry 5, target 6, stop 4', plan",
    "'the coin is ABC: sell, entry 5, target 4, stop 6', plan"
  })
  void tell_aSign_isSeen(String text, String sign) {
    assertThat(signs(text)).contains(sign);
  }

  @ParameterizedTest
  @CsvSource({
    "'prices 1.25 and 300', three prices",
    "'in 2x, 35% and 17:00', three prices",
    "'1 and 2 and 3 and 4', five prices",
    "'it made 35', gain",
    "'long ABC 5x', gain",
    "'tp1 5 ✅ buy', ticked",
    "'✅ tp1 5', ticked",
    "'see https://a.example/1/2/3', three prices",
    "'it: 17', clock",
    "'a:/b and a/b', link",
    "'ask @somebody', opens with a handle",
    "'is it? It is so, and all is well', asks",
    "'see https://a.example/b', bare",
    "'these are five words here', terse",
    "'1\n\n\n2\n\n3', lines",
    "'one $ABC', opens with a ticker",
    "'one #ABC', cashtag",
    "'one $ABC', reveal",
    "'$ABC $DEF $GHI', four assets",
    "'is it so? https://a.example/b', asks",
    "'see https://a.example/b?', asks",
    "'they buy $ABC', order",
    "'buy $ABC now?', order",
    "'buy #abc now', order",
    "'buy it and sell it', out",
    "'long, sell at 5', out",
    "'sell, entry 5, target 4, stop 6', out",
    "'others, of whom there are a great many, will soon enough begin to sell', out",
    "'long, entry 5, target 6, stop 4', plan",
    "'the coin is ABC: entry 5, target 6, stop 4', plan",
    "'the coin is ABC: long, entry 5', plan"
  })
  void tell_aSignThatIsNotThere_isNotSeen(String text, String sign) {
    assertThat(signs(text)).doesNotContain(sign);
  }

  @Test
  void tell_lengths_areOfWordsOutsideLinks() {
    assertThat(signs("word ".repeat(12))).contains("brief").doesNotContain("terse", "long");
    assertThat(signs("word ".repeat(50))).contains("long").doesNotContain("brief", "essay");
    assertThat(signs("word ".repeat(120))).contains("long", "essay");
    assertThat(signs("word https://a.example/" + "b/".repeat(60))).contains("terse");
  }

  @Test
  void tell_aLinkToAToken_isAnAddressRatherThanALink() {
    assertThat(signs("https://dexscreener.com/base/" + EVM))
        .contains("address")
        .doesNotContain("link");
  }
}
