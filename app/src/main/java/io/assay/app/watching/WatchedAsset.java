package io.assay.app.watching;

import io.assay.core.asset.Asset;
import io.assay.core.market.Life;
import io.assay.core.market.LifeSigns;
import io.assay.core.price.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An asset that calls are watched for: these calls, and what was seen of it. Not for several
/// threads.
final class WatchedAsset {
  final Asset asset;

  /// The open calls of it, the oldest first.
  final TreeSet<WatchedCall> calls = new TreeSet<>(WatchedCall.BY_AGE);

  private final List<Quote> newest = new ArrayList<>(1);
  private @Nullable Quote last;
  private Instant answered;
  private int looksDead;

  /// An asset.
  ///
  /// @param since when it is watched from: until then no answer is late
  WatchedAsset(Asset asset, Instant since) {
    this.asset = asset;
    answered = since;
  }

  /// When the youngest of its calls was made: its pace goes by that.
  Instant youngest() {
    return calls.last().at();
  }

  /// When a look last brought an answer.
  Instant answered() {
    return answered;
  }

  /// What was seen last; null where nothing was yet.
  @Nullable Quote last() {
    return last;
  }

  /// Takes what a look has shown.
  void see(Quote quote, Instant now) {
    answered = now;
    newest.removeIf(it -> it.source().equals(quote.source()));
    newest.add(quote);
    Quote before = last;
    last = before == null || !quote.observedAt().isBefore(before.observedAt()) ? quote : before;
    looksDead = life(now) instanceof Life.Dead ? looksDead + 1 : 0;
  }

  /// Whether it can still be sold, by the newest quote of each source.
  Life life(Instant now) {
    return new LifeSigns(newest, null).at(now);
  }

  /// Whether two looks in a row have shown that it cannot: one source may be wrong once.
  boolean isSurelyDead() {
    return looksDead >= 2;
  }
}
