package io.assay.core.output;

import io.assay.core.ledger.ChannelAccount;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Standing;
import io.assay.core.message.ChannelId;
import io.assay.core.reputation.Badge;
import io.assay.core.reputation.DayCell;
import io.assay.core.reputation.DayKey;
import io.assay.core.reputation.FairGame;
import io.assay.core.reputation.Integrity;
import io.assay.core.reputation.RegimeBreak;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What stands beside the ranking of channels: who has earned a lasting badge, who is no longer
/// what he was, and how far their pages can be believed.
///
/// @param badges of every channel with a mature call
/// @param breaks the latest of every channel that has had one
/// @param integrity of every channel
public record Trust(
    SortedMap<ChannelId, Badge> badges,
    SortedMap<ChannelId, RegimeBreak> breaks,
    SortedMap<ChannelId, Integrity> integrity) {
  public Trust {
    badges = Collections.unmodifiableSortedMap(new TreeMap<>(badges));
    breaks = Collections.unmodifiableSortedMap(new TreeMap<>(breaks));
    integrity = Collections.unmodifiableSortedMap(new TreeMap<>(integrity));
  }

  /// As a report's ledger stands.
  public static Trust of(Ledger ledger, Report report) {
    Standing standing = report.standing();
    Map<DayKey, DayCell> cells = Report.cells(ledger, Scope.ALL);
    long today = DayKey.day(standing.clock());
    FairGame luck = FairGame.of(standing.rules().cost());
    Deletions deletions = Deletions.of(ledger);
    SortedMap<ChannelId, Integrity> integrity = new TreeMap<>();
    for (TrackRecord channel : report.channels()) {
      ChannelAccount account = channel.account();
      integrity.put(account.channel(), Integrity.of(conduct(account, deletions)));
    }
    return new Trust(
        Badge.of(cells, today), RegimeBreak.of(cells, today, luck.growth()), integrity);
  }

  /// A channel that edits one message many times has as many edits as messages at most.
  private static Integrity.Conduct conduct(ChannelAccount account, Deletions deletions) {
    Deletions.Tally tally = deletions.of(account.channel());
    long messages = account.counts().messages();
    return new Integrity.Conduct(
        messages,
        Math.min(messages, account.edits()),
        new Integrity.Calls(tally.deletedLosers(), tally.keptLosers()),
        new Integrity.Calls(tally.deletedWinners(), tally.keptWinners()));
  }
}
