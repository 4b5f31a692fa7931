package io.assay.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.message.ChannelId;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CloneGroupsTest {
  private final NavigableMap<ChannelId, Long> calls = new TreeMap<>();
  private final NavigableMap<ChannelId, NavigableMap<ChannelId, Long>> echoes = new TreeMap<>();

  private void calls(long channel, long count) {
    calls.put(new ChannelId(channel), count);
  }

  private void echoes(long echoing, long original, long count) {
    echoes
        .computeIfAbsent(new ChannelId(echoing), _ -> new TreeMap<>())
        .put(new ChannelId(original), count);
  }

  private static CloneGroups.Group group(long originator, long... members) {
    List<ChannelId> all = java.util.Arrays.stream(members).mapToObj(ChannelId::new).toList();
    return new CloneGroups.Group(new ChannelId(originator), all);
  }

  private List<CloneGroups.Group> groups() {
    return CloneGroups.of(new EchoCounts(calls, echoes)).groups();
  }

  @Test
  void of_mostCallsOfOne_areOneVoice_andTheOneWhoLeadsIsItsOriginator() {
    calls(9, 40);
    calls(1, 10);
    calls(2, 5);
    echoes(1, 9, 6);
    echoes(2, 9, 5);
    assertThat(groups()).containsExactly(group(9, 1, 2, 9));
  }

  @Test
  void of_fewerThanFiveOrLessThanThreeInFive_areNoVoice() {
    calls(9, 40);
    calls(1, 10);
    calls(2, 4);
    echoes(1, 9, 5);
    echoes(2, 9, 4);
    assertThat(groups()).isEmpty();
  }

  @Test
  void of_aSmallChannelWhoseCallsALargeOneTakes_areNotOne() {
    calls(1, 6);
    calls(2, 300);
    echoes(2, 1, 6);
    assertThat(groups()).isEmpty();
  }

  @Test
  void of_echoesEitherWay_countTogether() {
    calls(1, 20);
    calls(2, 20);
    echoes(1, 2, 5);
    echoes(2, 1, 8);
    assertThat(groups()).containsExactly(group(1, 1, 2));
  }

  @Test
  void of_channelsThatAreOneWithTheSameThird_areOne() {
    for (long channel = 1; channel <= 4; channel++) {
      calls(channel, 10);
    }
    echoes(2, 3, 7);
    echoes(3, 4, 8);
    assertThat(groups()).containsExactly(group(4, 2, 3, 4));
  }

  @Test
  void of_aChannelThatIsNotHeard_canBeTheOriginator() {
    calls(1, 10);
    calls(2, 10);
    echoes(1, 77, 9);
    echoes(2, 77, 9);
    assertThat(groups()).containsExactly(group(77, 1, 2, 77));
  }
}
