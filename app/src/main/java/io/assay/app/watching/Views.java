package io.assay.app.watching;

import io.assay.app.api.CallQuote;
import io.assay.core.call.CallId;
import io.assay.core.message.ChannelId;
import io.assay.core.message.MessageRef;
import io.assay.core.price.Pool;
import io.assay.core.price.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Watched calls as whoever reads the API sees them.
final class Views {
  private static final Pattern ID =
      Pattern.compile("(-?\\d{1,18})/(\\d{1,18})(?:@(\\d{1,18}))?(?:#(\\d{1,6}))?");

  private Views() {}

  /// The id that is written so; null where it is none.
  static @Nullable CallId id(String written) {
    Matcher parts = ID.matcher(written);
    if (!parts.matches()) {
      return null;
    }
    MessageRef opener =
        new MessageRef(
            new ChannelId(Long.parseLong(parts.group(1))), Long.parseLong(parts.group(2)));
    String edit = parts.group(3);
    String place = parts.group(4);
    return new CallId(
        opener,
        edit == null ? 0 : Long.parseLong(edit),
        place == null ? 0 : Integer.parseInt(place) - 1);
  }

  static CallQuote of(WatchedCall call, @Nullable WatchedAsset asset, Instant now) {
    Quote last = asset == null ? null : asset.last();
    return new CallQuote(
        call.id().toString(),
        call.asset().id(),
        call.side().name().toLowerCase(Locale.ROOT),
        call.at(),
        number(call.entry()),
        call.provisional(),
        last == null ? null : seen(call, last, now),
        asset == null ? "UNPRICEABLE" : asset.life(now).word());
  }

  private static CallQuote.Seen seen(WatchedCall call, Quote last, Instant now) {
    Pool pool = last.pool();
    Duration age = Duration.between(last.observedAt(), now);
    return new CallQuote.Seen(
        last.usd().toPlainString(),
        number(call.ratio(last.usd().doubleValue())),
        number(last.facts().liquidityUsd()),
        last.source(),
        pool == null ? null : pool.id(),
        last.observedAt(),
        age.isNegative() ? Duration.ZERO : age);
  }

  private static @Nullable Double number(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }
}
