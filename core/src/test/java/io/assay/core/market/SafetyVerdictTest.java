package io.assay.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetyVerdictTest {
  private static SafetyVerdict of(Safety... told) {
    return SafetyVerdict.of(List.of(told));
  }

  private static List<String> words(SafetyVerdict verdict) {
    return verdict.warnings().stream().map(it -> it.gravity() + " " + it.words()).toList();
  }

  @Test
  void of_everythingToldAndNothingBad_isClean() {
    assertThat(of(Told.good("goplus")))
        .isEqualTo(new SafetyVerdict(List.of(), List.of()))
        .satisfies(it -> assertThat(it.word()).isEqualTo(SafetyVerdict.Word.CLEAN));
  }

  @Test
  void of_everythingBad_saysEachTheGravestFirst() {
    assertThat(words(of(Told.safety("goplus", true, 0.6, 0.7, 0.03))))
        .containsExactly(
            "UNSELLABLE it cannot be sold (goplus)",
            "UNSELLABLE selling costs 60 % (goplus)",
            "RISKY somebody can stop its transfers (goplus)",
            "RISKY buying costs 60 % (goplus)",
            "RISKY ten holders have 70 % (goplus)",
            "RISKY of the liquidity 3 % are locked (goplus)",
            "CAUTION somebody can make more of it (goplus)");
  }

  @ParameterizedTest
  @CsvSource({
    "0.099, 0.29, 0.51, CLEAN",
    "0.10, 0.29, 0.51, CAUTION",
    "0.09, 0.30, 0.51, CAUTION",
    "0.09, 0.29, 0.50, CAUTION",
    "0.09, 0.50, 0.51, RISKY",
    "0.09, 0.29, 0.05, RISKY",
    "0.50, 0.29, 0.51, UNSELLABLE"
  })
  void word_byEachThreshold_isTheGravest(
      double taxes, double topHolders, double locked, SafetyVerdict.Word word) {
    assertThat(of(Told.safety("a", false, taxes, topHolders, locked)).word()).isEqualTo(word);
  }

  @Test
  void of_twoSources_believesTheWorseAndNamesIt() {
    SafetyVerdict verdict =
        of(Told.safety("goplus", false, 0.12, 0, 1), Told.safety("birdeye", false, 0.3, 0, 1));
    assertThat(words(verdict))
        .containsExactly(
            "CAUTION buying costs 30 % (birdeye)", "CAUTION selling costs 30 % (birdeye)");
    assertThat(words(of(Told.good("goplus"), Told.safety("birdeye", true, 0, 0, 1))))
        .contains("UNSELLABLE it cannot be sold (birdeye)");
  }

  @Test
  void of_twoSourcesThatFillEachOther_missNothing() {
    Safety half = Told.nothing("birdeye");
    assertThat(of(half, Told.good("goplus")).word()).isEqualTo(SafetyVerdict.Word.CLEAN);
  }

  @Test
  void of_nobody_isUntoldAndNamesAll() {
    assertThat(of().word()).isEqualTo(SafetyVerdict.Word.UNTOLD);
    assertThat(of(Told.nothing("goplus")).missing())
        .containsExactly(
            "honeypot",
            "mint authority",
            "freeze authority",
            "buy tax",
            "sell tax",
            "top holders",
            "locked liquidity");
  }

  @Test
  void of_someThingsMissing_isIncompleteAndNeverClean() {
    Safety good = Told.good("a");
    Safety untried =
        new Safety(
            "a",
            Optional.empty(),
            good.mintable(),
            good.freezable(),
            good.buyTax(),
            OptionalDouble.empty(),
            good.topHolders(),
            good.lockedLiquidity(),
            good.holders());
    assertThat(of(untried).word()).isEqualTo(SafetyVerdict.Word.INCOMPLETE);
    assertThat(of(untried).missing()).containsExactly("honeypot", "sell tax");
  }

  @Test
  void construct_aWarningOfNothing_isRefused() {
    assertThatThrownBy(() -> new SafetyVerdict.Warning(SafetyVerdict.Word.CLEAN, ""))
        .hasMessageContaining("no warning");
  }
}
