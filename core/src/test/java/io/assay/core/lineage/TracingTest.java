package io.assay.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.call.CallId;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.Context;
import io.assay.core.message.Media;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Origin;
import io.assay.core.reading.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whose echo a call is, in whatever order calls come.
class TracingTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Topic COIN = new Topic("solana:abc", Side.LONG);
  private static final long FIRST = 1_001;
  private static final long SECOND = 1_002;
  private static final long THIRD = 1_003;
  private static final String TEXT =
      """
      New gem on the radar, the team is doxxed and liquidity locked for a year.
      Holders went from 200 to 900 in one day while nobody was looking.
      Entry right here, I expect three times the money until Friday.
      """;
  private static final String RETOLD =
      """
      🚀🚀 Entry right here guys, I expect three times the money until Friday
      New jewel on the radar, the devs are doxxed and LP locked for a year!
      Wallets went from 200 to 900 in one day while nobody was looking
      Join @vip_calls https://t.me/vip #gem
      """;
  private static final String OWN_WORDS =
      """
      Somebody accumulates this quietly below support, volume doubles every hour.
      I took a small position, target is the old high, stop under the low of today.
      """;

  private final MapShelf<Topic, RecentCalls> recent = new MapShelf<>();
  private final MapShelf<CallId, Links> links = new MapShelf<>();
  private final MapShelf<ChannelId, Meetings> meetings = new MapShelf<>();
  private final Tracing tracing = new Tracing(recent, links, meetings, new MapShelf<>());
  private long messages;
  private Instant now = NOON;

  private static CallId call(long channel, long message) {
    return new CallId(new MessageRef(new ChannelId(channel), message), 0, 0);
  }

  private static Telling told(String text) {
    return Telling.of(Content.of(text));
  }

  private static Telling forwarded(String text, long channel, long message, Instant sentAt) {
    Origin origin = new Origin(new MessageRef(new ChannelId(channel), message), sentAt);
    Context context = new Context(origin, 0, 0);
    return Telling.of(new Content(text, List.of(), List.of(), Media.NONE, context));
  }

  private CallId hear(long channel, Duration after, boolean opened, Telling telling) {
    CallId id = call(channel, ++messages);
    tracing.hear(new Tracing.Heard(id, COIN, NOON.plus(after), opened, now), telling);
    return id;
  }

  private CallId hear(long channel, int minutes, String text) {
    return hear(channel, Duration.ofMinutes(minutes), true, told(text));
  }

  private List<Link> linksOf(CallId echo) {
    Links known = links.find(echo);
    return known == null ? List.of() : known.all();
  }

  private Meetings met(long channel) {
    return meetings.all.getOrDefault(new ChannelId(channel), Meetings.of(new ChannelId(channel)));
  }

  @Test
  void hear_aRetelling_isAnEchoOfTheFirst() {
    CallId first = hear(FIRST, 0, TEXT);
    CallId second = hear(SECOND, 7, RETOLD);
    assertThat(linksOf(first)).isEmpty();
    assertThat(linksOf(second))
        .singleElement()
        .satisfies(link -> {
          assertThat(link.of()).isEqualTo(first);
          assertThat(link.kind()).isEqualTo(Link.Kind.RETOLD);
          assertThat(link.similarity()).isBetween(0.4, 0.95);
          assertThat(link.lag()).isEqualTo(Duration.ofMinutes(7));
          assertThat(link.knownAt()).isEqualTo(NOON);
        });
    assertThat(tracing.isEcho(second)).isTrue();
    assertThat(tracing.isEcho(first)).isFalse();
  }

  @Test
  void hear_theSameCoinInOwnWords_isAMeetingAndNoEcho() {
    hear(FIRST, 0, TEXT);
    CallId second = hear(SECOND, 1, OWN_WORDS);
    assertThat(linksOf(second)).isEmpty();
    assertThat(met(SECOND).leaders()).containsOnlyKeys(new ChannelId(FIRST));
    assertThat(met(FIRST).firsts()).isEqualTo(1);
    assertThat(met(SECOND).firsts()).isZero();
  }

  @Test
  void hear_theEarlierOneLater_linksTheOtherWayRoundFromThenOn() {
    CallId heardFirst = hear(SECOND, 7, RETOLD);
    assertThat(linksOf(heardFirst)).isEmpty();
    assertThat(met(SECOND).firsts()).isEqualTo(1);
    now = NOON.plus(Duration.ofHours(3));
    CallId sentFirst = hear(FIRST, 0, TEXT);
    assertThat(linksOf(sentFirst)).isEmpty();
    assertThat(linksOf(heardFirst))
        .singleElement()
        .satisfies(link -> {
          assertThat(link.of()).isEqualTo(sentFirst);
          assertThat(link.knownAt()).isEqualTo(now);
          assertThat(link.lag()).isEqualTo(Duration.ofMinutes(7));
        });
    assertThat(met(SECOND).firsts()).isZero();
    assertThat(met(FIRST).firsts()).isEqualTo(1);
    assertThat(met(SECOND).leaders()).containsOnlyKeys(new ChannelId(FIRST));
    assertThat(met(FIRST).leaders()).isEmpty();
  }

  @Test
  void hear_anEvenEarlierOriginal_addsALinkAndTakesNoneBack() {
    CallId middle = hear(SECOND, 10, TEXT);
    CallId echo = hear(THIRD, 20, RETOLD);
    CallId first = hear(FIRST, 0, TEXT);
    assertThat(linksOf(echo)).extracting(Link::of).containsExactly(middle, first);
    assertThat(linksOf(middle)).extracting(Link::of).containsExactly(first);
  }

  @Test
  void hear_anOriginalBetweenTheTwo_addsNothing() {
    CallId first = hear(FIRST, 0, TEXT);
    CallId echo = hear(THIRD, 20, RETOLD);
    CallId middle = hear(SECOND, 10, TEXT);
    assertThat(linksOf(echo)).extracting(Link::of).containsExactly(first);
    assertThat(linksOf(middle)).extracting(Link::of).containsExactly(first);
  }

  @Test
  void hear_ofOneSecond_theOneHeardFirstIsTheOriginal() {
    CallId first = hear(SECOND, 0, TEXT);
    CallId second = hear(FIRST, 0, TEXT);
    assertThat(linksOf(second)).extracting(Link::of).containsExactly(first);
    assertThat(linksOf(first)).isEmpty();
    assertThat(met(FIRST).leaders()).isEmpty();
    assertThat(met(SECOND).leaders()).isEmpty();
  }

  @Test
  void hear_aRetellingOfARepeat_isAnEcho_andARepeatIsNone() {
    hear(FIRST, Duration.ZERO, true, told(OWN_WORDS));
    CallId repeat = hear(FIRST, Duration.ofMinutes(5), false, told(TEXT));
    CallId echo = hear(SECOND, 9, RETOLD);
    CallId again = hear(THIRD, Duration.ofMinutes(12), false, told(RETOLD));
    assertThat(linksOf(echo)).extracting(Link::of).containsExactly(repeat);
    assertThat(linksOf(again)).isEmpty();
  }

  @Test
  void hear_outsideItsWindow_isNoEcho() {
    hear(FIRST, 0, TEXT);
    assertThat(linksOf(hear(SECOND, 359, RETOLD))).hasSize(1);
    assertThat(linksOf(hear(THIRD, 366 + 359, RETOLD))).isEmpty();
  }

  @Test
  void hear_inTheSameChannelOrOnTheOtherSide_isNoEcho() {
    hear(FIRST, 0, TEXT);
    assertThat(linksOf(hear(FIRST, 3, RETOLD))).isEmpty();
    CallId shorting = call(SECOND, 1);
    Topic other = new Topic(COIN.asset(), Side.SHORT);
    tracing.hear(new Tracing.Heard(shorting, other, NOON, true, now), told(TEXT));
    assertThat(linksOf(shorting)).isEmpty();
  }

  @Test
  void hear_threeWords_areNoEvidence() {
    hear(FIRST, 0, "buy ABC now");
    assertThat(linksOf(hear(SECOND, 1, "buy ABC now"))).isEmpty();
  }

  @Test
  void hear_oneBotsWordsWithOtherNumbers_isNoEcho() {
    String card = "New call for ABC\nMarket cap %s Liquidity %s Holders %s\nSupply burned by dev";
    hear(FIRST, 0, card.formatted("132K", "31K", "410"));
    assertThat(linksOf(hear(SECOND, 3, card.formatted("141K", "33K", "455")))).isEmpty();
    assertThat(linksOf(hear(THIRD, 4, card.formatted("132K", "31K", "410")))).hasSize(1);
  }

  @Test
  void hear_aForward_isAnEchoWhateverItSays() {
    CallId first = hear(FIRST, 0, "buy");
    Telling forward = forwarded("buy", FIRST, first.opener().id(), NOON);
    CallId echo = hear(SECOND, Duration.ofMinutes(90), true, forward);
    assertThat(linksOf(echo))
        .containsExactly(
            new Link(echo, first, Link.Kind.FORWARDED, 1, Duration.ofMinutes(90), NOON));
  }

  @Test
  void hear_aForwardThatHidesItsMessage_isOfTheChannelsLastOne() {
    hear(FIRST, 0, TEXT);
    CallId last = hear(FIRST, Duration.ofMinutes(10), false, told(OWN_WORDS));
    Telling forward = forwarded(OWN_WORDS, FIRST, 0, Instant.EPOCH);
    CallId echo = hear(SECOND, Duration.ofMinutes(11), true, forward);
    assertThat(linksOf(echo)).extracting(Link::of).containsExactly(last);
  }

  @Test
  void hear_aForwardOfAChannelThatIsNotHeard_isAnEchoOfItsMessage() {
    Telling forward = forwarded("buy", 77_000, 5, NOON.minusSeconds(40));
    CallId echo = hear(SECOND, Duration.ZERO, true, forward);
    assertThat(linksOf(echo))
        .singleElement()
        .satisfies(link -> {
          assertThat(link.of()).isEqualTo(call(77_000, 5));
          assertThat(link.lag()).isEqualTo(Duration.ofSeconds(40));
        });
  }

  @Test
  void hear_aForwardOfYesterdaysOrOfAPersonOrOfItself_isNoEcho() {
    Telling old = forwarded("buy", 77_000, 5, NOON.minus(Duration.ofHours(25)));
    assertThat(linksOf(hear(FIRST, Duration.ZERO, true, old))).isEmpty();
    Telling person = forwarded("buy", -5, 0, Instant.EPOCH);
    assertThat(linksOf(hear(SECOND, Duration.ZERO, true, person))).isEmpty();
    Telling itself = forwarded("buy", THIRD, 2, NOON);
    assertThat(linksOf(hear(THIRD, Duration.ZERO, true, itself))).isEmpty();
  }

  @Test
  void settled_tellsWhatWasKeptOnce() {
    CallId id = call(FIRST, 1);
    tracing.await(id, told(TEXT));
    assertThat(tracing.settled(id)).isEqualTo(told(TEXT));
    assertThat(tracing.settled(id)).isEqualTo(Telling.UNTOLD);
  }

  @Test
  void hear_tenThousandCallsInAMinute_keepsTheFirstAndStaysSmall() {
    CallId first = hear(FIRST, 0, TEXT);
    for (int i = 0; i < 10_000; i++) {
      hear(5_000 + i, Duration.ofSeconds(60).plusMillis(6L * i), true, told("ape " + i + " now"));
    }
    CallId echo = hear(SECOND, 3, RETOLD);
    assertThat(linksOf(echo)).extracting(Link::of).containsExactly(first);
    assertThat(recent.all.getOrDefault(COIN, RecentCalls.NONE).traces()).hasSize(RecentCalls.MOST);
    assertThat(meetings.all.values())
        .allSatisfy(one -> assertThat(one.leaders()).hasSizeLessThanOrEqualTo(RecentCalls.MOST));
  }

  @Test
  void hear_aChannelThatRepeatsItself_doesNotWashOthersAway() {
    for (int i = 0; i < 10_000; i++) {
      hear(SECOND, Duration.ofMillis(6L * i), i == 0, told(OWN_WORDS));
    }
    assertThat(recent.all.getOrDefault(COIN, RecentCalls.NONE).traces()).hasSize(3);
    assertThat(met(SECOND).calls()).isEqualTo(1);
  }
}
