package io.assay.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final String TEXT =
      "Liquidity is locked for a year and the contract is renounced, entry here for three times";

  private static double share(String one, String other) {
    return Signature.of(one).to(Signature.of(other)).share();
  }

  private static boolean areAlike(String one, String other) {
    return Signature.of(one).to(Signature.of(other)).isRetelling();
  }

  /// So many different words.
  private static String words(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "word" + (char) ('a' + i % 26) + i)
        .collect(Collectors.joining(" "));
  }

  @Test
  void of_linksAddressesNamesTagsAndEmoji_leaveNoTrace() {
    String dressed =
        "🚀 Liquidity is locked 🔥 for a year and the contract is renounced, entry here for three"
            + " times\nhttps://bit.ly/3xYz @vip_calls #low_cap_gem $WIF"
            + " So11111111111111111111111111111111111111112";
    assertThat(Signature.of(dressed)).isEqualTo(Signature.of(TEXT));
  }

  @Test
  void of_fontsCaseAndUnseenCharacters_isTheSame() {
    String dressed = TEXT.toUpperCase(java.util.Locale.ROOT).replace("LOCKED", "𝗟𝗢𝗖𝗞\u200BED");
    assertThat(Signature.of(dressed)).isEqualTo(Signature.of(TEXT));
  }

  @Test
  void of_linesInAnotherOrder_isTheSame() {
    String lines =
        "Entry is right here today\nThe team was doxxed again\nHolders doubled since noon";
    String turned = lines.lines().toList().reversed().stream().collect(Collectors.joining("\n"));
    assertThat(Signature.of(turned)).isEqualTo(Signature.of(lines));
  }

  @Test
  void to_promotionAroundIt_isStillAllOfIt() {
    String promoted = "Join our VIP for more of these every day\n" + TEXT + "\n" + words(0, 60);
    assertThat(share(TEXT, promoted)).isEqualTo(1);
    assertThat(areAlike(TEXT, promoted)).isTrue();
  }

  @Test
  void to_aCopyInALongText_isFoundByTheSample() {
    String text = words(1_000, 1_040);
    String promoted = words(0, 400) + "\n" + text;
    assertThat(areAlike(text, promoted)).isTrue();
    assertThat(areAlike(words(2_000, 2_040), promoted)).isFalse();
  }

  @Test
  void to_otherWords_isNotAlike() {
    String other = "Somebody accumulates quietly below support while volume doubles every hour";
    assertThat(share(TEXT, other)).isLessThan(0.05);
    assertThat(areAlike(TEXT, other)).isFalse();
  }

  @Test
  void to_chinese_isAlikeByItsCharacters() {
    String text = "流动性已锁定一年合约已放弃现在买入目标三倍";
    assertThat(areAlike(text, "🚀" + text + "快加入我们的群")).isTrue();
    assertThat(areAlike(text, "这个币今天突破阻力位成交量翻倍小仓位参与")).isFalse();
  }

  @Test
  void of_aMegabyte_isReadAsFarAsCallsAre_andKeepsAFewHundredHashes() {
    String huge = words(0, 120_000);
    assertThat(huge.length()).isGreaterThan(1 << 20);
    CanonWriter out = new CanonWriter();
    Signature.of(huge).write(out);
    assertThat(out.length()).isLessThan(2_048);
    assertThat(Signature.of("a".repeat(1 << 20))).isEqualTo(Signature.EMPTY);
    assertThat(Signature.of("#$@_".repeat(1 << 18)).to(Signature.of(huge)).isRetelling()).isFalse();
    assertThat(Signature.of("$1 ".repeat(1 << 18)).to(Signature.EMPTY).isRetelling()).isFalse();
  }

  @Test
  void write_andRead_areTheSame() {
    for (String text : List.of("", "buy", TEXT, words(0, 900), "entry 0.0012 target 0.0034")) {
      CanonWriter out = new CanonWriter();
      Signature.of(text).write(out);
      assertThat(CanonReader.whole(out.toBytes(), Signature::read)).isEqualTo(Signature.of(text));
      Telling telling = Telling.of(Content.of(text));
      assertThat(Telling.ofBytes(telling.toBytes())).isEqualTo(telling);
    }
  }

  @Test
  void median_isRightToWithinItsClass() {
    Lags lags = Lags.NONE;
    assertThat(lags.median()).isZero();
    for (int seconds : new int[] {30, 40, 50, 70, 86_399}) {
      lags = lags.and(Duration.ofSeconds(seconds));
    }
    assertThat(lags.size()).isEqualTo(5);
    assertThat(lags.median()).isBetween(Duration.ofSeconds(32), Duration.ofSeconds(64));
  }

  @Test
  void called_byMoreThanAreKept_dropsTheRarestAndThenTheHighest() {
    Meetings meetings = Meetings.of(new ChannelId(1));
    for (int round = 0; round < 2; round++) {
      for (int leader = 100; leader < 300; leader++) {
        var lead = new Meetings.Lead(new ChannelId(leader), Duration.ofMinutes(1));
        meetings = meetings.called(List.of(lead));
      }
    }
    meetings =
        meetings.called(List.of(new Meetings.Lead(new ChannelId(500), Duration.ofMinutes(1))));
    assertThat(meetings.leaders()).hasSize(Meetings.MOST).doesNotContainKey(new ChannelId(500));
    assertThat(meetings.met()).isEqualTo(401);
    assertThat(Meetings.ofBytes(meetings.toBytes())).isEqualTo(meetings);
  }
}
