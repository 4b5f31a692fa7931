package io.assay.adapters.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Asset;
import io.assay.core.price.Quote;
import io.assay.core.price.Quoted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteShelfTest {
  private static final long NOW = Market.BEGIN;
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final Asset TOKEN = Market.token(0);
  private static final Quote QUOTE = Market.quote(TOKEN, "a", "1.5", NOW);
  private static final Quoted PRICED = new Quoted.Priced(QUOTE, List.of(), false, "one source");
  private static final Quoted UNLISTED = new Quoted.Unlisted("nobody lists it");

  private final QuoteShelf shelf = new QuoteShelf(10);

  @Test
  void fresh_whatWasNeverPut_isNone() {
    assertThat(shelf.fresh(TOKEN, MINUTE, NOW)).isNull();
    assertThat(shelf.last(TOKEN, DAY, NOW)).isNull();
  }

  @Test
  void fresh_aPrice_isAsLongAsTheAskerSays() {
    shelf.put(TOKEN, PRICED, NOW);
    assertThat(shelf.fresh(TOKEN, MINUTE, NOW)).isEqualTo(PRICED);
    assertThat(shelf.fresh(TOKEN, MINUTE, NOW + MINUTE)).isEqualTo(PRICED);
    assertThat(shelf.fresh(TOKEN, MINUTE, NOW + MINUTE + 1)).isNull();
    assertThat(shelf.fresh(TOKEN, 10 * MINUTE, NOW + MINUTE + 1)).isEqualTo(PRICED);
    assertThat(shelf.fresh(TOKEN, 0, NOW + 1)).isNull();
  }

  @Test
  void fresh_anAbsence_isBelievedForTenMinutesWhateverTheAskerSays() {
    shelf.put(TOKEN, UNLISTED, NOW);
    assertThat(shelf.fresh(TOKEN, 0, NOW + 10 * MINUTE)).isEqualTo(UNLISTED);
    assertThat(shelf.fresh(TOKEN, DAY, NOW + 10 * MINUTE + 1)).isNull();
    assertThat(shelf.last(TOKEN, DAY, NOW)).isNull();
  }

  @Test
  void fresh_whatIsOfAFutureClock_isNone() {
    shelf.put(TOKEN, PRICED, NOW + MINUTE);
    assertThat(shelf.fresh(TOKEN, DAY, NOW)).isNull();
  }

  @Test
  void last_anOldPrice_isBetterThanNothingForADay() {
    shelf.put(TOKEN, PRICED, NOW);
    assertThat(shelf.last(TOKEN, 7 * DAY, NOW + DAY)).isEqualTo(QUOTE);
    assertThat(shelf.last(TOKEN, 7 * DAY, NOW + DAY + 1)).isNull();
    assertThat(shelf.last(TOKEN, MINUTE, NOW + MINUTE + 1)).isNull();
  }

  @Test
  void put_anotherAnswer_takesThePlaceOfTheFirst() {
    shelf.put(TOKEN, PRICED, NOW);
    shelf.put(TOKEN, UNLISTED, NOW + 1);
    assertThat(shelf.fresh(TOKEN, MINUTE, NOW + 1)).isEqualTo(UNLISTED);
    assertThat(shelf.size()).isEqualTo(1);
  }

  @Test
  void put_moreThanFit_letsSomeGo() {
    for (int i = 0; i < 1000; i++) {
      shelf.put(Market.token(i), PRICED, NOW);
    }
    assertThat(shelf.size()).isLessThanOrEqualTo(10);
  }

  @Test
  void clear_answersAtHand_letsAllGoAndSaysHowMany() {
    shelf.put(TOKEN, PRICED, NOW);
    shelf.put(Market.token(1), UNLISTED, NOW);
    assertThat(shelf.clear()).isEqualTo(2);
    assertThat(shelf.fresh(TOKEN, MINUTE, NOW)).isNull();
    assertThat(shelf.size()).isZero();
  }
}
