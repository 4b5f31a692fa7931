package io.assay.core.flow;

import io.assay.core.call.Call;
import io.assay.core.call.CallId;
import io.assay.core.call.EpisodeKey;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.canon.Sha256;
import io.assay.core.ledger.ChannelAccount;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Standing;
import io.assay.core.ledger.Table;
import io.assay.core.ledger.Want;
import io.assay.core.ledger.WantId;
import io.assay.core.lineage.Links;
import io.assay.core.lineage.Meetings;
import io.assay.core.lineage.RecentCalls;
import io.assay.core.lineage.Telling;
import io.assay.core.lineage.Topic;
import io.assay.core.lineage.Tracing;
import io.assay.core.message.ChannelId;
import io.assay.core.reputation.DayCell;
import io.assay.core.reputation.DayKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The ledger as the fold sees it: every table typed, what changed since the last save at hand.
final class Drawers {
  private static final Drawer.Form<ChannelId, ChannelAccount> CHANNELS =
      new Drawer.Form<>(
          Table.CHANNELS,
          channel -> new CanonWriter().fixed64(channel.value()).toBytes(),
          ChannelAccount::toBytes,
          ChannelAccount::ofBytes);
  private static final Drawer.Form<CallId, Call> CALLS =
      new Drawer.Form<>(Table.CALLS, Drawers::bytes, Call::toBytes, Call::ofBytes);
  private static final Drawer.Form<EpisodeKey, CallId> EPISODES =
      new Drawer.Form<>(
          Table.EPISODES,
          EpisodeKey::toBytes,
          Drawers::bytes,
          row -> CanonReader.whole(row, CallId::read));
  private static final Drawer.Form<CallId, Deferral> DEFERRALS =
      new Drawer.Form<>(Table.DEFERRALS, Drawers::bytes, Deferral::toBytes, Deferral::ofBytes);
  private static final Drawer.Form<CallId, FailedMessage> FAILURES =
      new Drawer.Form<>(
          Table.FAILURES, Drawers::bytes, FailedMessage::toBytes, FailedMessage::ofBytes);
  private static final Drawer.Form<DayKey, DayCell> TALLIES =
      new Drawer.Form<>(Table.TALLIES, DayKey::toBytes, DayCell::toBytes, DayCell::ofBytes);
  private static final Drawer.Form<WantId, Want> WANTS =
      new Drawer.Form<>(Table.WANTS, WantId::toBytes, Want::toBytes, Want::ofBytes);

  private static final Drawer.Form<CallId, Links> LINKS =
      new Drawer.Form<>(Table.LINKS, Drawers::bytes, Links::toBytes, Links::ofBytes);
  private static final Drawer.Form<Topic, RecentCalls> RECENT =
      new Drawer.Form<>(Table.RECENT, Topic::toBytes, RecentCalls::toBytes, RecentCalls::ofBytes);
  private static final Drawer.Form<ChannelId, Meetings> MEETINGS =
      new Drawer.Form<>(
          Table.MEETINGS,
          channel -> new CanonWriter().fixed64(channel.value()).toBytes(),
          Meetings::toBytes,
          Meetings::ofBytes);
  private static final Drawer.Form<CallId, Telling> TELLINGS =
      new Drawer.Form<>(Table.TELLINGS, Drawers::bytes, Telling::toBytes, Telling::ofBytes);

  /// Rows of lineage that stay at hand: one may have some forty kilobytes.
  private static final int FEW = 2_000;

  final Drawer<ChannelId, ChannelAccount> channels;
  final Drawer<CallId, Call> calls;
  final Drawer<EpisodeKey, CallId> episodes;
  final Drawer<CallId, Deferral> deferrals;

  /// Messages that failed, each by its first call's id.
  final Drawer<CallId, FailedMessage> failures;

  final Drawer<DayKey, DayCell> tallies;

  /// Who called first.
  final Tracing tracing;

  private final List<Drawer<?, ?>> lineage;
  private final Drawer<WantId, Want> wants;
  private final TreeSet<Want> due = new TreeSet<>();
  private final Map<WantId, Want> open = new HashMap<>();
  private final Ledger ledger;
  private Standing standing;
  private int changesHere;

  Drawers(Ledger ledger, int foldVersion) {
    this.ledger = ledger;
    standing = Standing.of(ledger, foldVersion);
    channels = new Drawer<>(ledger, CHANNELS);
    calls = new Drawer<>(ledger, CALLS);
    episodes = new Drawer<>(ledger, EPISODES);
    deferrals = new Drawer<>(ledger, DEFERRALS);
    failures = new Drawer<>(ledger, FAILURES);
    tallies = new Drawer<>(ledger, TALLIES);
    var links = new Drawer<>(ledger, LINKS);
    var recent = new Drawer<>(ledger, RECENT, FEW);
    var meetings = new Drawer<>(ledger, MEETINGS, FEW);
    var tellings = new Drawer<>(ledger, TELLINGS, FEW);
    tracing = new Tracing(recent, links, meetings, tellings);
    lineage = List.of(recent, links, meetings, tellings);
    wants = new Drawer<>(ledger, WANTS);
    ledger.scan(Table.WANTS, new byte[0], (_, row) -> queue(Want.ofBytes(row)));
  }

  Standing standing() {
    return standing;
  }

  /// Begins an entry: the next position, and the clock at least at its time.
  void begin(Instant at) {
    standing = standing.after(at);
    changesHere = 0;
  }

  void inForce(Standing changed) {
    standing = changed;
  }

  /// The want that is due first.
  ///
  /// @return null if none is open
  @Nullable Want nextWant() {
    return due.isEmpty() ? null : due.first();
  }

  List<Want> dueWants(Instant now, int most) {
    return due.stream().takeWhile(want -> !want.due().isAfter(now)).limit(most).toList();
  }

  boolean isOpen(WantId id) {
    return open.containsKey(id);
  }

  void ask(Want want) {
    wants.putNew(want.id(), want);
    queue(want);
  }

  /// Takes an open want off the list.
  ///
  /// @return null if it is not open: never asked, or answered before
  @Nullable Want close(WantId id) {
    Want want = open.remove(id);
    if (want != null) {
      due.remove(want);
      wants.remove(id);
    }
    return want;
  }

  void note(Change change) {
    CanonWriter key = new CanonWriter().fixed64(standing.position());
    key.u8(changesHere >>> 8).u8(changesHere++); // one late message can make echoes of hundreds
    ledger.put(Table.CHANGES, key.toBytes(), change.toBytes());
  }

  ChannelAccount account(ChannelId channel) {
    ChannelAccount known = channels.find(channel);
    return known != null ? known : ChannelAccount.of(channel);
  }

  void save() {
    channels.save();
    calls.save();
    episodes.save();
    deferrals.save();
    failures.save();
    tallies.save();
    lineage.forEach(Drawer::save);
    wants.save();
    standing.save(ledger);
  }

  /// Key of what belongs to one text of a message: its first call's id.
  static CallId first(CallId id) {
    return new CallId(id.opener(), id.revision(), 0);
  }

  private void queue(Want want) {
    due.add(want);
    open.put(want.id(), want);
  }

  private static byte[] bytes(CallId id) {
    CanonWriter out = new CanonWriter();
    id.write(out);
    return out.toBytes();
  }

  /// The directory's bytes are the archive's to give; here is only its name.
  Sha256 directory() {
    return standing.directory();
  }
}
