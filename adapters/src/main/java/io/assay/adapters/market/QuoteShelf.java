package io.assay.adapters.market;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.assay.core.asset.Asset;
import io.assay.core.price.Quote;
import io.assay.core.price.Quoted;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Answers at hand. A price is good for as long as whoever asks says it is; beyond that, and up to
/// a day, it is better than nothing and says that it is stale. That something is not listed is
/// believed for ten minutes. Safe for any thread.
final class QuoteShelf {
  private static final long ABSENCE_MILLIS = Duration.ofMinutes(10).toMillis();
  private static final long STALE_MILLIS = Duration.ofDays(1).toMillis();

  private final Cache<Asset, Kept> kept;

  private record Kept(Quoted quoted, long at) {}

  /// A shelf for so many answers; those asked for least give way.
  QuoteShelf(long most) {
    kept = Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
  }

  void put(Asset asset, Quoted quoted, long now) {
    kept.put(asset, new Kept(quoted, now));
  }

  /// The answer at hand, if it is fresh.
  ///
  /// @param oldestMillis age up to which it is
  @Nullable Quoted fresh(Asset asset, long oldestMillis, long now) {
    Kept found = kept.getIfPresent(asset);
    if (found == null) {
      return null;
    }
    boolean priced = found.quoted instanceof Quoted.Priced;
    long age = now - found.at;
    return age >= 0 && age <= (priced ? oldestMillis : ABSENCE_MILLIS) ? found.quoted : null;
  }

  /// The last price, if it is not too old to be of any use.
  @Nullable Quote last(Asset asset, long withinMillis, long now) {
    Kept found = kept.getIfPresent(asset);
    if (found == null || now - found.at > Math.min(withinMillis, STALE_MILLIS)) {
      return null;
    }
    return found.quoted instanceof Quoted.Priced priced ? priced.quote() : null;
  }

  /// Lets everything go.
  ///
  /// @return how many answers there were
  long clear() {
    long size = kept.estimatedSize();
    kept.invalidateAll();
    return size;
  }

  long size() {
    return kept.estimatedSize();
  }
}
