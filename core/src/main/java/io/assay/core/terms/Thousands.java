package io.assay.core.terms;

import io.assay.core.terms.TermDraft.Field;
import io.assay.core.text.Folded;
import io.assay.core.text.Numeral;
import java.math.BigDecimal;

/// Tells the thousands that are written with blanks from numbers that follow each other.
///
/// @param numeral which has been read up to the blank
record Thousands(Folded text, Numeral numeral, TermDraft draft) {
  /// Whether the three digits behind the blank go with the number: `64 200`. In a list they must
  /// bring it to where its other numbers are; elsewhere two prices are parted by more than a blank,
  /// unless they are much alike.
  boolean goOn(Reach reach, int at) {
    Field field = reach.field();
    if (!text.isLiteral(numeral.end(), numeral.end() + 1)) {
      return true; // a blank at which no line is broken
    }
    boolean counts = numeral.digits() == draft.count(field) + 1 && reach.isBehind(text, at);
    if (!field.isPrice() || counts) {
      return false;
    }
    long number = numeral.digits();
    int group = numeral.group();
    if (field.isList() || draft.hasEntry()) {
      return draft.isNear(BigDecimal.valueOf(number * 1000 + group))
          && !draft.isNear(numeral.value());
    }
    return number < 100 || group > 2 * number || number > 2L * group;
  }
}
