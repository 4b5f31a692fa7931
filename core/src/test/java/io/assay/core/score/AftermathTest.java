package io.assay.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.message.ChannelId;
import io.assay.core.message.Engagement;
import io.assay.core.message.MessageRef;
import io.assay.core.reputation.DayCell;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rows of what became of messages and calls.
class AftermathTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Aftermath.Sample SAMPLE =
      new Aftermath.Sample(NOON, NOON.minusSeconds(3_600), new Engagement(9, 1, -1, 3));

  @Test
  void row_ofAMessage_readsBack() {
    for (Aftermath row :
        List.of(
            Aftermath.NONE,
            Aftermath.NONE.deleted(NOON),
            Aftermath.NONE.sampled(SAMPLE),
            Aftermath.NONE.sampled(SAMPLE).deleted(NOON))) {
      assertThat(Aftermath.ofBytes(row.toBytes())).isEqualTo(row);
    }
  }

  @Test
  void key_ofAMessage_readsBack() {
    for (long chat : new long[] {1_700_000_001, -5, Long.MIN_VALUE + 3}) {
      MessageRef message = new MessageRef(new ChannelId(chat), 77);
      assertThat(Aftermath.message(Aftermath.key(message))).isEqualTo(message);
    }
  }

  @Test
  void isDeleted_saysWhetherItIs() {
    assertThat(Aftermath.NONE.isDeleted()).isFalse();
    assertThat(Aftermath.NONE.deleted(NOON).isDeleted()).isTrue();
    assertThat(Aftermath.NONE.latest().isMissing()).isTrue();
  }

  @Test
  void row_ofWhatACallAdded_readsBack() {
    Counted counted = new Counted("solana/unknown", 19_000, DayCell.EMPTY.plus(-5_000_000));
    assertThat(Counted.ofBytes(counted.toBytes())).isEqualTo(counted);
  }

  @Test
  void row_ofAVoid_readsBack() {
    Voided voided = new Voided(NOON, "misread: the token is named in a warning");
    assertThat(Voided.ofBytes(voided.toBytes())).isEqualTo(voided);
    assertThatThrownBy(() -> new Voided(NOON, " ")).isInstanceOf(IllegalArgumentException.class);
  }
}
