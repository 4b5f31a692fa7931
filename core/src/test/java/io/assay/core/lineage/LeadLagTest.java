package io.assay.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.core.canon.CanonWriter;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeadLagTest {
  /// A ledger of channels that call coins in an order.
  private static List<LeadLag> pairs(List<List<Long>> coins) {
    MapShelf<ChannelId, Meetings> all = new MapShelf<>();
    for (List<Long> callers : coins) {
      List<Meetings.Lead> before = new ArrayList<>();
      for (long caller : callers) {
        ChannelId channel = new ChannelId(caller);
        Meetings known = all.find(channel);
        all.put(channel, (known == null ? Meetings.of(channel) : known).called(before));
        before.add(new Meetings.Lead(channel, Duration.ofSeconds(90)));
      }
    }
    MemoryBooks books = new MemoryBooks();
    books.transact(() ->
        all.all.forEach((channel, met) -> {
          byte[] key = new CanonWriter().fixed64(channel.value()).toBytes();
          books.ledger().put(Table.MEETINGS, key, met.toBytes());
        }));
    return LeadLag.of(books.ledger());
  }

  @Test
  void of_aFollowerAmongMany_isSignificant_andChanceIsNot() {
    Random random = new Random(7);
    List<List<Long>> coins = new ArrayList<>();
    for (int coin = 0; coin < 400; coin++) {
      List<Long> callers = new ArrayList<>();
      for (long channel = 1; channel <= 20; channel++) {
        if (random.nextInt(5) == 0) {
          callers.add(channel);
        }
      }
      java.util.Collections.shuffle(callers, random);
      if (callers.contains(1L) && random.nextInt(10) < 7) {
        callers.add(callers.indexOf(1L) + 1, 99L);
      }
      coins.add(callers);
    }
    List<LeadLag> pairs = pairs(coins);
    LeadLag clearest = pairs.getFirst();
    assertThat(clearest.leader()).isEqualTo(new ChannelId(1));
    assertThat(clearest.follower()).isEqualTo(new ChannelId(99));
    assertThat(clearest.p()).isLessThan(1e-9);
    assertThat((double) clearest.together()).isGreaterThan(3 * clearest.expected());
    assertThat(clearest.medianLag()).isBetween(Duration.ofSeconds(64), Duration.ofSeconds(128));
    assertThat(pairs.stream().filter(pair -> pair.follower().value() != 99))
        .filteredOn(pair -> pair.p() < 0.05 / pairs.size())
        .isEmpty();
  }

  @Test
  void of_twoChannelsAlone_saysNothing() {
    List<List<Long>> coins = new ArrayList<>();
    for (int coin = 0; coin < 30; coin++) {
      coins.add(List.of(1L, 2L));
    }
    assertThat(pairs(coins))
        .singleElement()
        .satisfies(pair -> {
          assertThat(pair.together()).isEqualTo(30);
          assertThat(pair.expected()).isEqualTo(30);
          assertThat(pair.p()).isGreaterThan(0.4);
        });
  }

  @Test
  void atLeast_isThePoissonTail() {
    assertThat(PoissonTail.atLeast(0, 3)).isEqualTo(1);
    assertThat(PoissonTail.atLeast(1, 0)).isZero();
    assertThat(PoissonTail.atLeast(1, 2)).isCloseTo(1 - Math.exp(-2), within(1e-14));
    assertThat(PoissonTail.atLeast(3, 2)).isCloseTo(1 - 5 * Math.exp(-2), within(1e-14));
    // P(X ≥ 20) for a mean of 10, and for a mean of 5: tables, R's ppois
    assertThat(PoissonTail.atLeast(20, 10)).isCloseTo(0.003454342, within(1e-9));
    assertThat(PoissonTail.atLeast(20, 5)).isCloseTo(3.452135e-7, within(1e-12));
    assertThat(PoissonTail.atLeast(1_000, 1_000)).isCloseTo(0.504205, within(1e-5));
    assertThat(PoissonTail.atLeast(100_000, 10)).isZero();
  }
}
