package io.assay.core.flow;

import io.assay.core.call.Call;
import io.assay.core.call.CallId;
import io.assay.core.call.EpisodeKey;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.canon.Sha256;
import io.assay.core.drawer.Drawer;
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
import io.assay.core.message.MessageRef;
import io.assay.core.reputation.DayCell;
import io.assay.core.reputation.DayKey;
import io.assay.core.score.Aftermath;
import io.assay.core.score.Counted;
import io.assay.core.score.Experience;
import io.assay.core.score.Form;
import io.assay.core.score.Habit;
import io.assay.core.score.Scored;
import io.assay.core.score.Voided;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
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
      new Drawer.Form<>(Table.CALLS, CallId::toBytes, Call::toBytes, Call::ofBytes);
  private static final Drawer.Form<EpisodeKey, CallId> EPISODES =
      new Drawer.Form<>(
          Table.EPISODES,
          EpisodeKey::toBytes,
          CallId::toBytes,
          row -> CanonReader.whole(row, CallId::read));
  private static final Drawer.Form<CallId, Deferral> DEFERRALS =
      new Drawer.Form<>(Table.DEFERRALS, CallId::toBytes, Deferral::toBytes, Deferral::ofBytes);
  private static final Drawer.Form<CallId, FailedMessage> FAILURES =
      new Drawer.Form<>(
          Table.FAILURES, CallId::toBytes, FailedMessage::toBytes, FailedMessage::ofBytes);
  private static final Drawer.Form<DayKey, DayCell> TALLIES =
      new Drawer.Form<>(Table.TALLIES, DayKey::toBytes, DayCell::toBytes, DayCell::ofBytes);
  private static final Drawer.Form<WantId, Want> WANTS =
      new Drawer.Form<>(Table.WANTS, WantId::toBytes, Want::toBytes, Want::ofBytes);
  private static final Drawer.Form<MessageRef, Aftermath> MESSAGES =
      new Drawer.Form<>(Table.MESSAGES, Aftermath::key, Aftermath::toBytes, Aftermath::ofBytes);
  private static final Drawer.Form<Habit.Key, Habit> HABITS =
      new Drawer.Form<>(Table.HABITS, Habit.Key::toBytes, Habit::toBytes, Habit::ofBytes);
  private static final Drawer.Form<CallId, Scored> SCORES =
      new Drawer.Form<>(Table.SCORES, CallId::toBytes, Scored::toBytes, Scored::ofBytes);
  private static final Drawer.Form<ChannelId, Form> FORMS =
      new Drawer.Form<>(
          Table.FORMS,
          channel -> new CanonWriter().fixed64(channel.value()).toBytes(),
          Form::toBytes,
          Form::ofBytes);
  private static final Drawer.Form<String, Experience> CHANCES =
      new Drawer.Form<>(
          Table.CHANCES,
          name -> name.getBytes(StandardCharsets.US_ASCII),
          Experience::toBytes,
          Experience::ofBytes);
  private static final Drawer.Form<CallId, Counted> COUNTED =
      new Drawer.Form<>(Table.COUNTED, CallId::toBytes, Counted::toBytes, Counted::ofBytes);
  private static final Drawer.Form<CallId, Voided> VOIDS =
      new Drawer.Form<>(Table.VOIDS, CallId::toBytes, Voided::toBytes, Voided::ofBytes);

  /// Names the one row of what all calls have taught.
  private static final String ALL = "all";

  private static final Drawer.Form<CallId, Links> LINKS =
      new Drawer.Form<>(Table.LINKS, CallId::toBytes, Links::toBytes, Links::ofBytes);
  private static final Drawer.Form<Topic, RecentCalls> RECENT =
      new Drawer.Form<>(Table.RECENT, Topic::toBytes, RecentCalls::toBytes, RecentCalls::ofBytes);
  private static final Drawer.Form<ChannelId, Meetings> MEETINGS =
      new Drawer.Form<>(
          Table.MEETINGS,
          channel -> new CanonWriter().fixed64(channel.value()).toBytes(),
          Meetings::toBytes,
          Meetings::ofBytes);
  private static final Drawer.Form<CallId, Telling> TELLINGS =
      new Drawer.Form<>(Table.TELLINGS, CallId::toBytes, Telling::toBytes, Telling::ofBytes);

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
  final Drawer<MessageRef, Aftermath> messages;
  final Drawer<Habit.Key, Habit> habits;
  final Drawer<CallId, Scored> scores;
  final Drawer<CallId, Counted> counted;
  final Drawer<CallId, Voided> voids;
  private final Drawer<ChannelId, Form> forms;
  private final Drawer<String, Experience> chances;
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
    messages = new Drawer<>(ledger, MESSAGES);
    habits = new Drawer<>(ledger, HABITS);
    scores = new Drawer<>(ledger, SCORES);
    counted = new Drawer<>(ledger, COUNTED);
    voids = new Drawer<>(ledger, VOIDS);
    forms = new Drawer<>(ledger, FORMS);
    chances = new Drawer<>(ledger, CHANCES);
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

  /// An open want.
  ///
  /// @return null if it is not open
  @Nullable Want find(WantId id) {
    return open.get(id);
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

  Form form(ChannelId channel) {
    Form known = forms.find(channel);
    return known != null ? known : Form.NONE;
  }

  void put(ChannelId channel, Form form) {
    forms.put(channel, form);
  }

  /// What all calls have taught about chances.
  Experience experience() {
    Experience known = chances.find(ALL);
    return known != null ? known : Experience.NONE;
  }

  void put(Experience experience) {
    chances.put(ALL, experience);
  }

  /// Ids of the calls whose bytes begin so, in their order as bytes. Writes calls that changed
  /// first, so that where a batch was cut makes no difference.
  List<CallId> calls(byte[] prefix) {
    calls.save();
    List<CallId> found = new ArrayList<>();
    ledger.scan(Table.CALLS, prefix, (key, _) -> found.add(CanonReader.whole(key, CallId::read)));
    return found;
  }

  /// Days since 1970 in UTC of the fold's clock.
  long today() {
    return DayKey.day(standing.clock());
  }

  void save() {
    channels.save();
    calls.save();
    episodes.save();
    deferrals.save();
    failures.save();
    tallies.save();
    lineage.forEach(Drawer::save);
    messages.save();
    habits.save();
    scores.save();
    counted.save();
    voids.save();
    forms.save();
    chances.save();
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

  /// The directory's bytes are the archive's to give; here is only its name.
  Sha256 directory() {
    return standing.directory();
  }
}
