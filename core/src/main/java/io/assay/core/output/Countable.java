package io.assay.core.output;

import io.assay.core.call.Call;
import io.assay.core.call.CallId;
import io.assay.core.canon.CanonReader;
import io.assay.core.ledger.ChannelAccount;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Evidence;
import java.util.HashSet;
import java.util.Set;

/// Which calls count: those that are not void, and of a history only where an operator has admitted
/// the channel's.
public final class Countable {
  private final Set<CallId> voids = new HashSet<>();
  private final Set<ChannelId> admitted = new HashSet<>();

  private Countable(Ledger ledger) {
    ledger.scan(
        Table.VOIDS, new byte[0], (key, _) -> voids.add(CanonReader.whole(key, CallId::read)));
    ledger.scan(
        Table.CHANNELS,
        new byte[0],
        (_, row) -> {
          ChannelAccount account = ChannelAccount.ofBytes(row);
          if (account.admitted()) {
            admitted.add(account.channel());
          }
        });
  }

  /// As the ledger stands.
  public static Countable of(Ledger ledger) {
    return new Countable(ledger);
  }

  /// Whether a call counts.
  public boolean counts(Call call) {
    boolean backfilled = call.claim().evidence() == Evidence.BACKFILL;
    return !voids.contains(call.id()) && (!backfilled || admitted.contains(call.channel()));
  }

  /// Whether a call was declared void.
  public boolean isVoid(CallId call) {
    return voids.contains(call);
  }
}
