package io.assay.app.live;

import io.assay.core.flow.Live;
import io.assay.core.ledger.Block;
import java.util.Objects;

/// How the books stood when the writer last looked, for whoever must not wait for it. Safe for any
/// thread.
public final class BooksGauge {
  private volatile Reading reading = new Reading(Block.Head.START, 0, "");

  /// What the gauge shows.
  ///
  /// @param head end of the journal
  /// @param lag entries of the journal that are not folded yet
  /// @param setback one line: why the fold could not follow; empty if it could
  public record Reading(Block.Head head, long lag, String setback) {
    public Reading {
      Objects.requireNonNull(head, "head");
      Objects.requireNonNull(setback, "setback");
    }
  }

  /// Reads how the writer's books stand.
  public void read(Block.Head head, Live live) {
    RuntimeException setback = live.setback();
    show(new Reading(head, live.lag(), setback == null ? "" : setback.toString()));
  }

  public void show(Reading now) {
    reading = now;
  }

  public Reading reading() {
    return reading;
  }
}
