package io.assay.core.flow;

import static io.assay.core.flow.FlowSamples.rows;
import static io.assay.core.flow.LiveScene.END;
import static io.assay.core.flow.LiveScene.FLAT;
import static io.assay.core.flow.LiveScene.FROM;
import static io.assay.core.flow.LiveScene.answerAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.call.Call;
import io.assay.core.call.CallState;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Result;
import io.assay.core.ledger.Table;
import io.assay.core.lineage.Lineage;
import io.assay.core.lineage.Link;
import io.assay.core.lineage.Links;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.Context;
import io.assay.core.message.Media;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Origin;
import io.assay.core.message.Timing;
import io.assay.core.reputation.DayKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Echoes on their way through the fold: linked, followed, and counted for nobody.
class LineageFlowTest {
  private static final ChannelId FIRST = new ChannelId(1_700_000_101);
  private static final ChannelId SECOND = new ChannelId(1_700_000_102);
  private static final ChannelId THIRD = new ChannelId(1_700_000_103);

  private final LiveScene scene = new LiveScene();
  private final Ledger ledger = scene.books.ledger();

  private static String told(String asset) {
    return """
    New gem, the team is doxxed and liquidity is locked for a year.
    Buy now, entry right here, target three times by Friday.
    %s
    """
        .formatted(asset);
  }

  private static String retold(String asset) {
    return """
    New jewel, the devs are doxxed and liquidity is locked for a year
    🚀 Buy now guys, entry right here, target three times by Friday!
    %s
    Join @vip_calls
    """
        .formatted(asset);
  }

  private Sighting post(
      ChannelId channel, long id, Duration sent, Duration heard, Content content) {
    Instant at = FROM.plus(sent);
    Timing timing = Timing.heard(at, at, FROM.plus(heard));
    return scene.sighting(MessageEvent.imported(new MessageRef(channel, id), timing, content));
  }

  private Sighting post(ChannelId channel, long id, int minute, String text) {
    Duration after = Duration.ofMinutes(minute);
    return post(channel, id, after, after, Content.of(text));
  }

  private static Content forwarded(String text, ChannelId from, long id) {
    Origin origin = new Origin(new MessageRef(from, id), Instant.EPOCH);
    Context context = new Context(origin, 0, 0);
    return new Content(text, List.of(), List.of(), Media.NONE, context);
  }

  private static List<Link> links(Ledger ledger) {
    List<Link> links = new ArrayList<>();
    ledger.scan(Table.LINKS, new byte[0], (_, row) -> links.addAll(Links.ofBytes(row).all()));
    return links;
  }

  private List<ChannelId> tallied() {
    List<ChannelId> tallied = new ArrayList<>();
    ledger.scan(Table.TALLIES, new byte[0], (key, _) -> tallied.add(DayKey.ofBytes(key).channel()));
    return tallied;
  }

  private long count(Table table) {
    List<byte[]> keys = new ArrayList<>();
    ledger.scan(table, new byte[0], (key, _) -> keys.add(key));
    return keys.size();
  }

  @Test
  void hear_anEcho_isFollowedToItsEndAndTalliedForNobody() {
    String coin = FlowSamples.token(1);
    scene.live.hear(List.of(post(FIRST, 1, 0, told(coin)), post(SECOND, 1, 1, retold(coin))));
    answerAll(scene.live, END, FLAT);
    assertThat(scene.calls(CallState.RESOLVED)).isEqualTo(2);
    assertThat(links(ledger))
        .singleElement()
        .satisfies(link -> {
          assertThat(link.echo().opener()).isEqualTo(new MessageRef(SECOND, 1));
          assertThat(link.of().opener()).isEqualTo(new MessageRef(FIRST, 1));
        });
    assertThat(tallied()).containsOnly(FIRST);
    Lineage lineage = Lineage.of(ledger);
    assertThat(lineage.of(FIRST)).isEqualTo(new Lineage.Ancestry(1, 1, 0, List.of()));
    assertThat(lineage.of(SECOND))
        .isEqualTo(new Lineage.Ancestry(1, 0, 1, List.of(new Lineage.Source(FIRST, 1))));
  }

  @Test
  void hear_anEcho_isAChange() {
    String coin = FlowSamples.token(1);
    scene.live.hear(List.of(post(FIRST, 1, 0, told(coin)), post(SECOND, 1, 4, retold(coin))));
    List<byte[]> changes = new ArrayList<>();
    ledger.scan(Table.CHANGES, new byte[0], (_, row) -> changes.add(row));
    Link link = links(ledger).getFirst();
    byte[] echoed =
        new Change(link.echo(), Change.Kind.ECHOED, 0, FROM.plus(Duration.ofMinutes(4))).toBytes();
    assertThat(changes).hasSize(3).anySatisfy(one -> assertThat(one).isEqualTo(echoed));
  }

  @Test
  void hear_whoCallsTheSameInOwnWords_isTalliedToo() {
    String coin = FlowSamples.token(1);
    scene.live.hear(
        List.of(post(FIRST, 1, 0, told(coin)), post(SECOND, 1, 1, FlowSamples.call(coin))));
    answerAll(scene.live, END, FLAT);
    assertThat(links(ledger)).isEmpty();
    assertThat(tallied()).containsOnly(FIRST, SECOND);
  }

  @Test
  void hear_theOriginalAfterItsEcho_linksThemFromThenOn() {
    String coin = FlowSamples.token(1);
    scene.live.hear(
        List.of(
            post(SECOND, 1, 4, retold(coin)),
            post(FIRST, 1, Duration.ZERO, Duration.ofHours(2), Content.of(told(coin)))));
    assertThat(links(ledger))
        .singleElement()
        .satisfies(link -> {
          assertThat(link.echo().opener().chat()).isEqualTo(SECOND);
          assertThat(link.knownAt()).isEqualTo(FROM.plus(Duration.ofHours(2)));
          assertThat(link.lag()).isEqualTo(Duration.ofMinutes(4));
        });
    answerAll(scene.live, END, FLAT);
    assertThat(tallied()).isEmpty(); // the echo is nobody's, and the first came in as history
  }

  @Test
  void hear_whatWaitsForItsChain_isLinkedOnceThatIsKnown() {
    Sighting first = post(FIRST, 1, 0, told(FlowSamples.EVM));
    Sighting second = post(SECOND, 1, 4, retold(FlowSamples.EVM));
    for (Live.Outcome outcome : scene.live.hear(List.of(first, second)).outcomes()) {
      assertThat(outcome)
          .isEqualTo(new Live.Outcome.Done(new Folded.Judged(new Result.Deferred())));
    }
    assertThat(count(Table.TELLINGS)).isEqualTo(2);
    assertThat(links(ledger)).isEmpty();
    answerAll(scene.live, END, FLAT);
    assertThat(count(Table.TELLINGS)).isZero();
    assertThat(links(ledger)).extracting(link -> link.of().opener().chat()).containsExactly(FIRST);
    assertThat(tallied()).containsOnly(FIRST);
  }

  /// Originals, retellings, forwards, repeats, own words, what waits for its chain, and what is
  /// heard late.
  private List<Sighting> history() {
    List<Sighting> history = new ArrayList<>();
    for (int day = 0; day < 6; day++) {
      String coin = day % 3 == 2 ? FlowSamples.EVM : FlowSamples.token(day);
      int at = day * 1440;
      Duration sent = Duration.ofMinutes(at - 30L);
      Duration heard = Duration.ofMinutes(at + 40L);
      history.add(post(FIRST, day * 10L, at, told(coin)));
      history.add(post(SECOND, day * 10L, at + 5, retold(coin)));
      Duration forward = Duration.ofMinutes(at + 9L);
      history.add(
          post(THIRD, day * 10L, forward, forward, forwarded(told(coin), FIRST, day * 10L)));
      history.add(post(FIRST, day * 10L + 1, at + 20, retold(coin)));
      if (day % 2 == 0) {
        ChannelId early = new ChannelId(1_700_000_200 + day);
        history.add(post(early, 1, sent, heard, Content.of(told(coin))));
      }
    }
    return history;
  }

  @Test
  void hear_inBatchesOfAnySize_isTheSameLedgerAndTheAuditAgrees() {
    List<byte[]> ledgers = new ArrayList<>();
    List<Sighting> history = history();
    for (int size : new int[] {1, 7, 1000}) {
      MemoryBooks some = new MemoryBooks();
      Live live = scene.live(some);
      scene.order(live);
      for (int from = 0; from < history.size(); from += size) {
        live.hear(history.subList(from, Math.min(history.size(), from + size)));
      }
      answerAll(live, END, FLAT);
      live.pass(END);
      assertThat(links(some.ledger())).hasSizeGreaterThan(8);
      assertThat(Audit.of(some).findings()).isEmpty();
      ledgers.add(rows(some));
    }
    assertThat(ledgers).allSatisfy(each -> assertThat(each).isEqualTo(ledgers.getFirst()));
  }

  @Test
  void hear_aFloodOfHugeCalls_isBoundedAndLeavesTheFirstTheFirst() {
    String coin = FlowSamples.token(1);
    scene.live.hear(List.of(post(FIRST, 1, 0, told(coin))));
    String huge = "buy now " + coin + "\n" + "entry target stop moon ".repeat(1 << 15);
    List<Sighting> flood = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      flood.add(post(new ChannelId(1_800_000_000 + i), 1, 1, huge));
    }
    scene.live.hear(flood);
    scene.live.hear(List.of(post(SECOND, 1, 3, retold(coin))));
    assertThat(links(ledger))
        .filteredOn(link -> link.echo().opener().chat().equals(SECOND))
        .extracting(link -> link.of().opener().chat())
        .containsExactly(FIRST);
    List<byte[]> rows = new ArrayList<>();
    ledger.scan(Table.RECENT, new byte[0], (_, row) -> rows.add(row));
    assertThat(rows).singleElement().satisfies(row -> assertThat(row).hasSizeLessThan(50_000));
  }

  @Test
  void link_ofAnyCall_isOfOneThatWasSentNoLater() {
    Books books = scene.books;
    scene.live.hear(history());
    answerAll(scene.live, END, FLAT);
    List<Call> calls = new ArrayList<>();
    books.ledger().scan(Table.CALLS, new byte[0], (_, row) -> calls.add(Call.ofBytes(row)));
    assertThat(links(ledger)).isNotEmpty();
    for (Link link : links(ledger)) {
      Call echo =
          calls.stream().filter(it -> it.id().equals(link.echo())).findFirst().orElseThrow();
      calls.stream()
          .filter(it -> it.id().equals(link.of()))
          .forEach(of -> assertThat(of.claim().at()).isBeforeOrEqualTo(echo.claim().at()));
    }
  }
}
