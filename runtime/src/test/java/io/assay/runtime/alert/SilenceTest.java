package io.assay.runtime.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which alerts a silence is about.
class SilenceTest {
  @ParameterizedTest
  @CsvSource({
    "dead_letters,     ,          true",
    "dead*,            ,          true",
    "*,                ,          true",
    "*,                ledger,    true",
    "dead_letters*,    ledger,    true",
    "dead_letters,     led*,      true",
    ",                 *,         true",
    "dead,             ,          false",
    "dead_letters_two*,,          false",
    "dead*,            led,       false",
    "disk*,            led*,      false"
  })
  void covers_aName_orTheBeginningOfOne(
      @Nullable String rule, @Nullable String instance, boolean covered) {
    Silence silence = new Silence("s", rule, instance, Instant.MAX, "ann", "new disk");
    assertThat(silence.covers(new Alert.Id("dead_letters", "ledger"))).isEqualTo(covered);
  }
}
