package io.assay.core.ledger;

import io.assay.core.call.CallRules;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.canon.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/// Where the fold stands.
///
/// @param position how many entries of the journal have been folded
/// @param clock the latest time of an entry so far
/// @param directory the token directory in force, by its name in the archive; [Sha256#ZERO] for
///   none
public record Standing(
    int foldVersion, long position, Instant clock, CallRules rules, Sha256 directory) {
  private static final byte[] KEY = "fold".getBytes(StandardCharsets.US_ASCII);

  public Standing {
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(directory, "directory");
  }

  /// Before the first entry.
  public static Standing start(int foldVersion) {
    return new Standing(foldVersion, 0, Instant.EPOCH, CallRules.DEFAULT, Sha256.ZERO);
  }

  /// One entry further.
  public Standing after(Instant at) {
    Instant later = at.isAfter(clock) ? at : clock;
    return new Standing(foldVersion, position + 1, later, rules, directory);
  }

  public Standing with(CallRules inForce) {
    return new Standing(foldVersion, position, clock, inForce, directory);
  }

  public Standing with(Sha256 adopted) {
    return new Standing(foldVersion, position, clock, rules, adopted);
  }

  /// What the ledger says.
  public static Standing of(Ledger ledger, int foldVersion) {
    byte[] row = ledger.find(Table.STANDING, KEY);
    return row == null ? start(foldVersion) : CanonReader.whole(row, Standing::read);
  }

  public void save(Ledger ledger) {
    CanonWriter out = new CanonWriter();
    out.count(foldVersion).count(position).instant(clock);
    rules.write(out);
    out.digest(directory);
    if (!rules.hasUsualTicket()) {
      out.f64(rules.ticketUsd());
    }
    ledger.put(Table.STANDING, KEY, out.toBytes());
  }

  private static Standing read(CanonReader in) {
    int version = (int) in.count();
    long position = in.count();
    Instant clock = in.instant();
    CallRules rules = CallRules.read(in);
    Sha256 directory = in.digest();
    rules = in.atEnd() ? rules : rules.with(in.f64());
    return new Standing(version, position, clock, rules, directory);
  }
}
