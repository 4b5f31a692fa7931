package io.assay.app.watching;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.call.Call;
import io.assay.core.call.CallId;
import io.assay.core.call.CallState;
import io.assay.core.call.Entry;
import io.assay.core.call.Track;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Evidence;
import io.assay.core.message.MessageRef;
import io.assay.core.price.Facts;
import io.assay.core.price.Quote;
import io.assay.core.price.Quoted;
import io.assay.core.reading.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// Made-up calls and quotes for tests of the watching.
final class Calls {
  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private Calls() {}

  static Asset.Token token(int number) {
    return new Asset.Token(Chain.BASE, "0x%040x".formatted(number + 1));
  }

  static CallId id(long message) {
    return new CallId(new MessageRef(new ChannelId(1_349_910_648), message), 0, 0);
  }

  /// An open call whose entry candles have not told yet.
  static WatchedCall awaited(long message, Asset asset, Instant at) {
    return new WatchedCall(id(message), asset, Side.LONG, at, OptionalDouble.empty(), false);
  }

  static WatchedCall entered(long message, Asset asset, Instant at, double usd) {
    return new WatchedCall(id(message), asset, Side.LONG, at, OptionalDouble.of(usd), false);
  }

  /// A call as the ledger has it.
  ///
  /// @param entry USD; 0: not known yet
  static Call call(long message, Asset asset, Instant at, CallState state, double entry) {
    Call.Claim claim = new Call.Claim(asset, Side.LONG, at, Evidence.LIVE, false);
    Track before = Call.opened(id(message), claim).track();
    Entry paid = entry == 0 ? new Entry.Awaited() : new Entry.Priced(at, entry);
    Track track =
        new Track(
            paid,
            before.early(),
            before.origin(),
            before.market(),
            before.checkpoints(),
            before.exits(),
            before.course(),
            before.pulse());
    return new Call(id(message), claim, state, at, 0, track);
  }

  static Quoted priced(Asset asset, String usd, double liquidity, Instant at) {
    return new Quoted.Priced(quote(asset, usd, liquidity, at), List.of(), false, "one source");
  }

  static Quote quote(Asset asset, String usd, double liquidity, Instant at) {
    OptionalDouble untold = OptionalDouble.empty();
    Facts facts =
        new Facts("", "", OptionalDouble.of(liquidity), untold, untold, untold, untold, null);
    return new Quote(asset, new BigDecimal(usd), "dexscreener", at, null, facts);
  }

  /// Remembers what was told in memory, for longer than a watch.
  static final class Memory implements Told {
    private final Set<String> told = new HashSet<>();

    @Override
    public boolean isFirst(CallId call, String what, Instant at) {
      return told.add(call + " " + what);
    }

    @Override
    public void forget(CallId call) {
      told.removeIf(it -> it.startsWith(call + " "));
    }

    int size() {
      return told.size();
    }
  }
}
