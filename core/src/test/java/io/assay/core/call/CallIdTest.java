package io.assay.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.message.ChannelId;
import io.assay.core.message.MessageRef;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallIdTest {
  private static final List<CallId> SOME =
      List.of(
          id(1_349_910_648, 1_234, 0, 0),
          id(1_349_910_648, 1_234, 1_700_000_000_123L, 0),
          id(1_349_910_648, 1_234, 1_700_000_000_123L, 2),
          id(-77, 5, 0, 1),
          id(Long.MIN_VALUE + 9, Long.MAX_VALUE, 0, 0));

  private static CallId id(long chat, long message, long revision, int ordinal) {
    return new CallId(new MessageRef(new ChannelId(chat), message), revision, ordinal);
  }

  @Test
  void parse_whatIsWritten_isTheId() {
    for (CallId id : SOME) {
      assertThat(CallId.parse(id.toString())).isEqualTo(id);
    }
    assertThat(CallId.parse("1349910648/1234@17#3")).isEqualTo(id(1_349_910_648, 1_234, 17, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "7/",
        "/7",
        "7/8/9",
        "7/8#0",
        "7/8#",
        "7/8@",
        "7/8#2@5",
        " 7/8",
        "7/8 ",
        "x/8",
        "99999999999999999999/1",
        "9999999999999999999/1",
        "7/8#9999999999"
      })
  void parse_whatIsNoId_isRefused(String words) {
    assertThatThrownBy(() -> CallId.parse(words)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void prefix_isWhatTheCallsOfAMessageOrChannelBeginWithAndNoOthers() {
    List<CallId> near = List.of(id(7, 8, 0, 0), id(7, 80, 0, 0), id(70, 8, 0, 0), id(7, 8, 3, 1));
    assertThat(near.stream().filter(id -> begins(id, CallId.prefix(near.getFirst().opener()))))
        .containsExactly(id(7, 8, 0, 0), id(7, 8, 3, 1));
    assertThat(near.stream().filter(id -> begins(id, CallId.prefix(new ChannelId(7)))))
        .doesNotContain(id(70, 8, 0, 0))
        .hasSize(3);
  }

  private static boolean begins(CallId id, byte[] prefix) {
    byte[] bytes = id.toBytes();
    return bytes.length > prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }
}
