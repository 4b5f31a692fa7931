package io.assay.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hysteresis: `s` a success, `d` a degraded one, `f` a failure; `U` up, `G` degraded, `D` down,
/// `?` unknown.
class StandingTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static CheckResult result(char letter) {
    return switch (letter) {
      case 's' -> CheckResult.up();
      case 'd' -> CheckResult.degraded("limps");
      default -> CheckResult.down("gone");
    };
  }

  private static char letter(CheckResult.Status status) {
    return switch (status) {
      case UP -> 'U';
      case DEGRADED -> 'G';
      case DOWN -> 'D';
      case UNKNOWN -> '?';
    };
  }

  private static Standing after(Standing standing, char result, int second) {
    return standing.after(
        result(result), HealthBoard.Settings.DEFAULTS, START.plusSeconds(second), second);
  }

  @ParameterizedTest
  @CsvSource({
    "s, U",
    "d, G",
    "f, ?",
    "ff, ??",
    "fff, ??D",
    "ffs, ??U",
    "ffd, ??G",
    "ffsff, ??UUU",
    "sfff, UUUD",
    "sffsff, UUUUUU",
    "sffsfff, UUUUUUD",
    "sffdff, UUUGGG",
    "sfffs, UUUDD",
    "sfffss, UUUDDU",
    "sfffsfs, UUUDDDD",
    "sfffsfss, UUUDDDDU",
    "sfffdd, UUUDDG",
    "sfffsd, UUUDDG",
    "sdsd, UGUG",
    "fffffss, ??DDDDU",
  })
  void after_checks_isDecidedSlowly(String results, String statuses) {
    Standing standing = Standing.unknown(START);
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < results.length(); i++) {
      standing = after(standing, results.charAt(i), i);
      shown.append(letter(standing.status()));
    }
    assertThat(shown).hasToString(statuses);
  }

  @Test
  void since_sameStatus_isWhenItBegan() {
    Standing standing = Standing.unknown(START);
    standing = after(standing, 's', 1);
    standing = after(standing, 'f', 2);
    standing = after(standing, 's', 3);
    assertThat(standing.since()).isEqualTo(START.plusSeconds(1));
    standing = after(standing, 'd', 4);
    assertThat(standing.since()).isEqualTo(START.plusSeconds(4));
  }

  @Test
  void counts_areInARow() {
    Standing standing = Standing.unknown(START);
    for (char result : List.of('f', 'f', 's', 'd', 's', 'f', 'f')) {
      standing = after(standing, result, 1);
    }
    assertThat(standing.failures()).isEqualTo(2);
    assertThat(standing.successes()).isZero();
    standing = after(standing, 'd', 2);
    assertThat(standing.failures()).isZero();
    assertThat(standing.successes()).isEqualTo(1);
  }

  @Test
  void after_anyChecks_changesOnlyForAReason() {
    Random chance = new Random(7);
    for (int run = 0; run < 200; run++) {
      Standing standing = Standing.unknown(START);
      StringBuilder results = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        CheckResult.Status before = standing.status();
        results.append("sdfff".charAt(chance.nextInt(5)));
        standing = after(standing, results.charAt(i), i);
        assertReason(before, standing.status(), results.toString());
      }
    }
  }

  private static void assertReason(
      CheckResult.Status before, CheckResult.Status now, String results) {
    boolean threeFailures = results.endsWith("fff");
    boolean twoSuccesses = results.matches(".*[sd][sd]");
    boolean success = !results.endsWith("f");
    if (now == CheckResult.Status.DOWN && before != CheckResult.Status.DOWN) {
      assertThat(threeFailures).as(results).isTrue();
    }
    if (threeFailures) {
      assertThat(now).as(results).isEqualTo(CheckResult.Status.DOWN);
    }
    if (before == CheckResult.Status.DOWN && now != CheckResult.Status.DOWN) {
      assertThat(twoSuccesses).as(results).isTrue();
    }
    if (success && before != CheckResult.Status.DOWN) {
      assertThat(now)
          .as(results)
          .isEqualTo(results.endsWith("d") ? CheckResult.Status.DEGRADED : CheckResult.Status.UP);
    }
    if (now == CheckResult.Status.UNKNOWN) {
      assertThat(results).matches("f{1,2}");
    }
  }
}
