package io.assay.core.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.terms.TermDraft.Field;
import io.assay.core.terms.Terms.Amount;
import io.assay.core.terms.Terms.Entry;
import io.assay.core.terms.Terms.Timeframe;
import io.assay.core.terms.Terms.Unit;
import io.assay.core.terms.Terms.Way;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TermDraftTest {
  private final TermDraft draft = new TermDraft();

  private static Amount amount(String value, Unit unit) {
    return new Amount(new BigDecimal(value), unit, 0, value.length());
  }

  private void take(Field field, String... values) {
    for (String value : values) {
      draft.take(field, amount(value, Unit.PLAIN));
    }
  }

  @Test
  void terms_ofNothing_areNone() {
    assertThat(draft.terms()).isEqualTo(Terms.NONE);
  }

  @Test
  void take_pricesOfAnEntry_makesARangeFromTheLowest() {
    take(Field.ENTRY, "6", "5", "5.5");
    assertThat(draft.terms().entry())
        .isEqualTo(new Entry(Entry.Kind.PRICE, amount("5", Unit.PLAIN), amount("6", Unit.PLAIN)));
  }

  @Test
  void take_aPriceFarOff_isNoneOfTheRange() {
    take(Field.ENTRY, "5", "500");
    assertThat(draft.terms().entry().high().value()).isEqualTo("5");
  }

  @Test
  void take_anEntryBehindTargets_beginsAnotherSignal() {
    take(Field.ENTRY, "5");
    take(Field.TARGETS, "6");
    take(Field.ENTRY, "100");
    take(Field.TARGETS, "7");
    take(Field.STOP, "4");
    assertThat(draft.terms().exit().targets()).hasSize(1);
    assertThat(draft.terms().exit().stop().isMissing()).isTrue();
  }

  @Test
  void take_percentsAmongPrices_areLeftOut() {
    take(Field.TARGETS, "200");
    draft.take(Field.TARGETS, amount("17", Unit.PERCENT));
    take(Field.TARGETS, "213", "213");
    assertThat(draft.terms().exit().targets())
        .extracting(one -> one.value().intValue())
        .containsExactly(200, 213);
  }

  @Test
  void take_sellsBesideTargets_areTheEntryOfAShort() {
    take(Field.SELL, "100", "101");
    take(Field.TARGETS, "90");
    assertThat(draft.terms().bet().way()).isEqualTo(Way.SHORT);
    assertThat(draft.terms().entry().low().value()).isEqualTo("100");
  }

  @Test
  void take_sellsAlone_areTargets() {
    take(Field.ENTRY, "90");
    take(Field.SELL, "100");
    assertThat(draft.terms().exit().targets()).hasSize(1);
    assertThat(draft.terms().bet().way()).isEqualTo(Way.UNSAID);
  }

  @Test
  void take_aQuote_isAnEntryOnlyOfATrade() {
    take(Field.QUOTE, "5");
    assertThat(draft.terms().entry().kind()).isEqualTo(Entry.Kind.UNSAID);
    draft.bet(Way.LONG);
    assertThat(draft.terms().entry().kind()).isEqualTo(Entry.Kind.PRICE);
  }

  @Test
  void atMarket_isOverruledByAPrice() {
    draft.atMarket();
    assertThat(draft.terms().entry().kind()).isEqualTo(Entry.Kind.MARKET);
    take(Field.ENTRY, "5");
    assertThat(draft.terms().entry().kind()).isEqualTo(Entry.Kind.PRICE);
  }

  @Test
  void bet_saidTwice_isTheFirst() {
    draft.bet(Way.SHORT);
    draft.bet(Way.LONG);
    draft.time().term(Timeframe.Term.MID);
    draft.time().term(Timeframe.Term.LONG);
    draft.time().when(Timeframe.When.NOW);
    draft.time().when(Timeframe.When.PAST);
    draft.time().lasting(Duration.ofDays(1), Duration.ofDays(2));
    draft.time().lasting(Duration.ofDays(5), Duration.ofDays(9));
    assertThat(draft.terms().bet().way()).isEqualTo(Way.SHORT);
    assertThat(draft.terms().timeframe())
        .isEqualTo(
            new Timeframe(
                Timeframe.Term.MID, Duration.ofDays(1), Duration.ofDays(2), Timeframe.When.NOW));
  }

  @Test
  void lasting_backwards_isNotTaken() {
    draft.time().lasting(Duration.ofDays(3), Duration.ofDays(2));
    assertThat(draft.terms().timeframe()).isEqualTo(Timeframe.UNSAID);
  }

  @Test
  void take_aCapOfLittle_isNone() {
    take(Field.CAP, "12");
    take(Field.CAP, "12000");
    take(Field.TOP, "90000");
    assertThat(draft.terms().caps().now().value()).isEqualTo("12000");
    assertThat(draft.terms().caps().top().value()).isEqualTo("90000");
  }

  @Test
  void terms_withTwoUnits_leavesEachItsOwn() {
    draft.take(Field.ENTRY, amount("5", Unit.USD));
    draft.take(Field.STOP, amount("4", Unit.SATS));
    take(Field.TARGETS, "6");
    Terms terms = draft.terms();
    assertThat(terms.exit().stop().unit()).isEqualTo(Unit.SATS);
    assertThat(terms.exit().targets().getFirst().unit()).isEqualTo(Unit.USD);
  }
}
