package io.assay.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.call.Call;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import io.assay.core.message.MessageRef;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How well copies are told from calls of the same coin, where the truth is known.
class TownTest {
  private static Map<MessageRef, MessageRef> links(Ledger ledger) {
    Map<MessageRef, MessageRef> links = new HashMap<>();
    ledger.scan(
        Table.LINKS,
        new byte[0],
        (_, row) -> {
          Link link = Links.ofBytes(row).last();
          links.put(link.echo().opener(), link.of().opener());
        });
    return links;
  }

  private static Set<MessageRef> calls(Ledger ledger) {
    Set<MessageRef> calls = new HashSet<>();
    ledger.scan(Table.CALLS, new byte[0], (_, row) -> calls.add(Call.ofBytes(row).id().opener()));
    return calls;
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 43, 44})
  void hear_aTownOfCopycats_findsTheirEchoesAndExactlyItsVoices(long seed) {
    Town town = new Town(seed);
    Ledger ledger = town.played(1000).ledger();
    Map<MessageRef, MessageRef> found = links(ledger);
    Set<MessageRef> opened = calls(ledger);
    Map<MessageRef, MessageRef> truth = new HashMap<>(town.truth);
    truth.keySet().retainAll(opened);
    truth.values().retainAll(opened); // nobody can be the echo of what was not read as a call
    long right =
        found.entrySet().stream()
            .filter(link -> {
              MessageRef original = truth.get(link.getKey());
              MessageRef of = found.getOrDefault(link.getValue(), link.getValue());
              return original != null && original.equals(of);
            })
            .count();
    double precision = (double) right / found.size();
    double recall = (double) right / truth.size();
    System.out.printf(
        "seed %d: %d posts, %d calls, %d copies that are calls of calls (%d in all), %d links, %d right:"
            + " precision %.3f, recall %.3f%n",
        seed,
        town.events.size(),
        opened.size(),
        truth.size(),
        town.truth.size(),
        found.size(),
        right,
        precision,
        recall);
    assertThat(truth.size()).isGreaterThan(100);
    assertThat(precision).isGreaterThanOrEqualTo(0.9);
    assertThat(recall).isGreaterThanOrEqualTo(0.9);
    assertThat(CloneGroups.of(ledger).groups()).containsExactlyElementsOf(town.voices(opened));
    assertThat(town.voices(opened)).hasSize(5);
  }

  @Test
  void hear_inBatchesOfAnySize_isTheSameLineage() {
    Town town = new Town(42);
    Ledger whole = town.played(Integer.MAX_VALUE).ledger();
    Ledger parts = town.played(7).ledger();
    assertThat(links(parts)).isEqualTo(links(whole));
    assertThat(Lineage.of(parts)).isEqualTo(Lineage.of(whole));
    assertThat(LeadLag.of(parts)).isEqualTo(LeadLag.of(whole));
  }

  @Test
  void of_aTownOfCopycats_saysWhomTheyEchoAndWhoComesFirst() {
    Town town = new Town(42);
    Ledger ledger = town.played(1000).ledger();
    Lineage lineage = Lineage.of(ledger);
    for (CloneGroups.Group voice : town.voices(calls(ledger))) {
      for (ChannelId member : voice.members()) {
        assertThat(lineage.cloneGroup(member)).contains(voice);
        if (!member.equals(voice.originator())) {
          assertThat(lineage.of(member).mostly().orElseThrow().channel())
              .isEqualTo(voice.originator());
        }
      }
    }
  }

  @Test
  void of_aTownOfCopycats_isClearOnlyOfThoseWhoFollow() {
    Town town = new Town(42);
    List<LeadLag> all = LeadLag.of(town.played(1000).ledger());
    List<LeadLag> clear = all.stream().filter(pair -> pair.p() < 0.01 / all.size()).toList();
    assertThat(all).hasSizeGreaterThan(300);
    assertThat(clear).hasSizeGreaterThanOrEqualTo(8);
    assertThat(clear)
        .allSatisfy(pair -> {
          assertThat(town.areOfOneVoice(pair.leader(), pair.follower())).isTrue();
          assertThat((double) pair.together()).isGreaterThan(3 * pair.expected());
          assertThat(pair.medianLag()).isLessThan(Duration.ofHours(1));
        });
  }
}
