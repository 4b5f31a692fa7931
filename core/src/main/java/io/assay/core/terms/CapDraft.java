package io.assay.core.terms;

import io.assay.core.terms.TermDraft.Field;
import io.assay.core.terms.Terms.Amount;
import io.assay.core.terms.Terms.Caps;
import io.assay.core.terms.Terms.Unit;
import java.math.BigDecimal;

/// The market capitalisations claimed as far as they are read.
final class CapDraft {
  /// Nobody speaks of less, but of shares and of multiples.
  private static final BigDecimal LEAST = BigDecimal.valueOf(1000);

  private Amount called = Amount.MISSING;
  private Amount now = Amount.MISSING;
  private Amount top = Amount.MISSING;

  boolean isEmpty() {
    return now.isMissing() && called.isMissing();
  }

  /// Of what is said twice, the first counts, unless the second says that it is of now: then the
  /// first is what it was called at.
  void take(Field field, Amount amount) {
    if (amount.unit() == Unit.PERCENT || amount.value().compareTo(LEAST) < 0) {
      return;
    }
    if (field == Field.CAP_NOW) {
      called = called.isMissing() ? now : called;
      now = amount;
    } else if (field == Field.CAP_CALLED) {
      called = called.isMissing() ? amount : called;
    } else if (field == Field.TOP) {
      top = top.isMissing() ? amount : top;
    } else {
      now = now.isMissing() ? amount : now;
    }
  }

  Caps caps() {
    return isEmpty() && top.isMissing() ? Caps.UNSAID : new Caps(called, now, top);
  }
}
