package io.assay.core.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.canon.CanonException;
import io.assay.core.message.ChannelId;
import io.assay.core.reputation.ExpectedRoi;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubjectTest {
  private static final ChannelId ONE = new ChannelId(1);
  private static final ChannelId TWO = new ChannelId(2);

  @Test
  void ofBytes_ofToBytes_isTheSubject() {
    for (Subject subject : Subject.of(new ChannelId(-7), "solana:So11")) {
      assertThat(Subject.ofBytes(subject.toBytes())).isEqualTo(subject);
    }
    assertThatThrownBy(() -> Subject.ofBytes(new byte[] {3})).isInstanceOf(CanonException.class);
  }

  @Test
  void toBytes_ofAChannelsCoins_beginWithTheChannel() {
    byte[] prefix = Subject.coinsOf(ONE);

    assertThat(new Subject.ChannelCoin(ONE, "coin:a").toBytes()).startsWith(prefix);
    assertThat(new Subject.ChannelCoin(TWO, "coin:a").toBytes().length)
        .isGreaterThan(prefix.length);
    assertThat(Subject.coinsOf(TWO)).isNotEqualTo(prefix);
  }

  @Test
  void of_aCall_movesItsChannelItsCoinAndBoth() {
    Map<Subject, ExpectedRoi> rows = new HashMap<>();
    learn(rows, ONE, "coin:a", 0.5);
    learn(rows, ONE, "coin:b", -0.5);
    learn(rows, TWO, "coin:a", 1);

    assertThat(rows)
        .hasSize(7)
        .containsEntry(new Subject.Channel(ONE), new ExpectedRoi(2, -5_000_000))
        .containsEntry(new Subject.ChannelCoin(ONE, "coin:a"), new ExpectedRoi(1, 50_000_000))
        .containsEntry(new Subject.Coin("coin:a"), new ExpectedRoi(2, 145_000_000))
        .containsEntry(new Subject.Channel(TWO), new ExpectedRoi(1, 100_000_000));
  }

  private static void learn(
      Map<Subject, ExpectedRoi> rows, ChannelId channel, String asset, double gain) {
    for (Subject subject : Subject.of(channel, asset)) {
      rows.put(subject, rows.getOrDefault(subject, ExpectedRoi.FLAT).after(gain));
    }
  }
}
