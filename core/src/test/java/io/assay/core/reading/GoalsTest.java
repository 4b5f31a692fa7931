package io.assay.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.message.Content;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Targets that are reached, and those that are named alone.
class GoalsTest {
  private final Reader reader = new Reader();

  private MessageClass kind(String text) {
    Content content = Content.of(text.replace("\\n", "\n"));
    assertThat(reader.skim(content).kind()).isEqualTo(reader.read(content).kind());
    return reader.read(content).kind();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TP1 ✅",
        "Target 1 ✅ ✅",
        "tp2 hit",
        "TP 2 ✔️",
        "$ETH TP1 ✅",
        "#ABC Target 1 ✅ ✅",
        "#ABC\nTarget 1: 0.5 ✅\nTarget 2: 0.6",
        "Long $ABC, entry 0.4\nTP1: 0.5 ✅\nTP2: 0.6\nSL 0.3",
        "$ETH first target ✅",
        "$ETH первая цель ✅",
        "$ETH тп1 ✅",
        "$ETH objetivo 1 ✅",
        "$ETH ilk hedef ✅",
        "$ETH 第一目标 ✅",
        "$ETH هدف اول ✅",
        "$ETH هدف اول خورد",
        "$ETH تارگت 1 ✅"
      })
  void read_aTargetThatIsTickedOff_isAnUpdate(String text) {
    assertThat(kind(text)).isEqualTo(MessageClass.UPDATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SL hit",
        "stopped out",
        "$SOL stopped out",
        "$SOL SL hit",
        "#BTC stop loss hit",
        "сработал стоп $SOL",
        "выбило по стопу",
        "saltó el stop $SOL",
        "$SOL stop oldu",
        "$SOL 止损出局",
        "استاپ خورد"
      })
  void read_aStopThatIsReached_isAnExit(String text) {
    assertThat(kind(text)).isEqualTo(MessageClass.EXIT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$ETH first target",
        "$ETH первая цель",
        "$ETH ilk hedef",
        "$ETH primer objetivo",
        "$ETH 第一目标",
        "$ETH هدف اول",
        "$ETH تارگت اول"
      })
  void read_aTargetThatIsOnlyNamed_isNeitherCallNorUpdate(String text) {
    assertThat(kind(text)).isEqualTo(MessageClass.CHATTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Buy $ABC 0.4\nTP1: 0.5 ✅\nTP2: 0.6 ✅\nSL 0.3",
        "✅ Buy $ABC, target 1: 0.5",
        "Long $ABC, entry 0.4, targets 0.5 / 0.6 / 0.7 ✅, stop 0.3",
        "خرید $ABC در 0.03 هدف اول 0.05 حد ضرر 0.02"
      })
  void read_ticksThatAdornACall_leaveItOne(String text) {
    assertThat(kind(text)).isEqualTo(MessageClass.CALL);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG SOLUSDT 20x, CALL",
    "$SOL x10 short, CALL",
    "'Short $SOL, leverage 20x, entry 140, stop 150', CALL",
    "$SOL did 20x, UPDATE",
    "Long $SOL did 20x since our call, UPDATE"
  })
  void read_leverage_isNoGain(String text, MessageClass kind) {
    assertThat(kind(text)).isEqualTo(kind);
    boolean gain = reader.read(Content.of(text)).why().contains("update: <gain>");
    assertThat(gain).isEqualTo(kind == MessageClass.UPDATE);
  }
}
