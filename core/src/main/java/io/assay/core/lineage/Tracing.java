package io.assay.core.lineage;

import io.assay.core.call.CallId;
import io.assay.core.drawer.Shelf;
import io.assay.core.message.ChannelId;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds whose echo a call is, and counts who came before whom.
///
/// Who called first is decided by the time a message was *sent*. One that is heard late makes the
/// links that it would have made, from then on: [Link#knownAt] says so, and what was known before
/// stands. Messages of one instant (Telegram tells seconds) are in the order in which they were
/// heard.
///
/// Another channel calling the same asset is no echo by itself; it is a meeting, and many of them
/// make a [LeadLag].
public final class Tracing {
  /// Within this two calls of an asset meet.
  static final Duration MEETING = Duration.ofHours(24);

  private final Shelf<Topic, RecentCalls> recent;
  private final Shelf<CallId, Links> links;
  private final Shelf<ChannelId, Meetings> meetings;
  private final Shelf<CallId, Telling> tellings;

  /// @param recent calls that others may follow
  /// @param links of echoes, by the echo
  /// @param meetings by the channel that came later
  /// @param tellings of calls that wait to learn what they call
  public Tracing(
      Shelf<Topic, RecentCalls> recent,
      Shelf<CallId, Links> links,
      Shelf<ChannelId, Meetings> meetings,
      Shelf<CallId, Telling> tellings) {
    this.recent = recent;
    this.links = links;
    this.meetings = meetings;
    this.tellings = tellings;
  }

  /// A call, or a repeat of one, as it comes to be known.
  ///
  /// @param sentAt its clock: when its text came to be
  /// @param opened whether it opened an episode: a repeat does not
  /// @param knownAt when it was heard and its asset known
  public record Heard(CallId id, Topic topic, Instant sentAt, boolean opened, Instant knownAt) {
    private Trace trace(Signature signature) {
      return new Trace(id, sentAt, opened, false, false, signature);
    }
  }

  /// A link that came to be known.
  ///
  /// @param ordinal which of the echo's links, from 0
  public record News(Link link, int ordinal) {}

  /// Keeps how a call was told until it is known what it calls.
  public void await(CallId id, Telling telling) {
    tellings.put(id, telling);
  }

  /// How a call that waited was told; it waits no more. Untold where it has waited since before
  /// that was kept.
  public Telling settled(CallId id) {
    Telling telling = tellings.find(id);
    if (telling == null) {
      return Telling.UNTOLD;
    }
    tellings.remove(id);
    return telling;
  }

  /// Whether the call is known to be another channel's.
  public boolean isEcho(CallId id) {
    return links.find(id) != null;
  }

  /// Takes a call in: links it to what it repeats and to what repeats it, and remembers it.
  ///
  /// @return what that brought to light, in order
  public List<News> hear(Heard call, Telling telling) {
    RecentCalls known = recent.find(call.topic());
    RecentCalls before = known == null ? RecentCalls.NONE : known;
    Trace trace = call.trace(telling.signature());
    int place = before.place(trace.sentAt());
    List<Trace> earlier = before.traces().subList(0, place);
    List<Trace> later = before.traces().subList(place, before.traces().size());
    List<News> news = new ArrayList<>();
    note(original(trace, telling.origin(), earlier, call.knownAt()), news);
    for (Trace one : later) {
      note(retold(trace, one, call.knownAt()), news);
    }
    recent.put(call.topic(), meet(trace, before));
    return news;
  }

  private void note(@Nullable Link link, List<News> news) {
    if (link == null) {
      return;
    }
    Links known = links.find(link.echo());
    if (known == null || known.areBetteredBy(link)) {
      Links all = known == null ? new Links(List.of(link)) : known.and(link);
      links.put(link.echo(), all);
      news.add(new News(link, all.all().size() - 1));
    }
  }

  /// What a call repeats: what it was forwarded from, or else the earliest that it retells.
  ///
  /// @return null if nothing that is known
  private static @Nullable Link original(
      Trace call, Origin origin, List<Trace> earlier, Instant knownAt) {
    if (isOfAnother(call, origin, earlier)) {
      return forwarded(call, origin, earlier, knownAt);
    }
    for (Trace one : earlier) {
      Link link = retold(one, call, knownAt);
      if (link != null) {
        return link;
      }
    }
    return null;
  }

  /// Whether it was forwarded from another channel. People and chats of which only the title is
  /// told have negative ids: words that a channel takes from its own people are its own, unless
  /// such a chat is heard here.
  private static boolean isOfAnother(Trace call, Origin origin, List<Trace> earlier) {
    ChannelId from = origin.message().chat();
    return origin.isForward()
        && !from.equals(call.channel())
        && (from.value() > 0 || earlier.stream().anyMatch(it -> it.channel().equals(from)));
  }

  private static @Nullable Link forwarded(
      Trace call, Origin origin, List<Trace> earlier, Instant knownAt) {
    if (!call.opened()) {
      return null;
    }
    MessageRef message = origin.message();
    Trace found = null;
    for (Trace one : earlier) {
      boolean same = one.id().opener().equals(message);
      if (same || (message.id() == 0 && one.channel().equals(message.chat()))) {
        found = one; // the latest, which is the likeliest where no id is told
      }
    }
    boolean told = origin.sentAt().isAfter(Instant.EPOCH);
    Instant sentAt = found != null ? found.sentAt() : told ? origin.sentAt() : call.sentAt();
    Duration between = Duration.between(sentAt, call.sentAt());
    Duration lag = between.isNegative() ? Duration.ZERO : between; // a forged header
    // The same text has the same calls in the same order.
    CallId of = found != null ? found.id() : new CallId(message, 0, call.id().ordinal());
    boolean late = lag.compareTo(Link.Kind.FORWARDED.window()) > 0;
    return late ? null : new Link(call.id(), of, Link.Kind.FORWARDED, 1, lag, knownAt);
  }

  /// Whether the later one says what the earlier one of another channel said. What opened nothing
  /// cannot be an echo, though others may be echoes of it.
  private static @Nullable Link retold(Trace earlier, Trace later, Instant knownAt) {
    if (!later.opened()
        || earlier.channel().equals(later.channel())
        || !earlier.isWithin(Link.Kind.RETOLD.window(), later.sentAt())) {
      return null;
    }
    Likeness likeness = earlier.signature().to(later.signature());
    Duration lag = Duration.between(earlier.sentAt(), later.sentAt());
    return likeness.isRetelling()
        ? new Link(later.id(), earlier.id(), Link.Kind.RETOLD, likeness.share(), lag, knownAt)
        : null;
  }

  /// Counts whom the call follows and who turns out to follow it, and remembers it. A channel's
  /// second call of an asset in a day meets nobody anew.
  private RecentCalls meet(Trace call, RecentCalls before) {
    boolean again =
        before.traces().stream()
            .anyMatch(it -> it.channel().equals(call.channel()) && isNear(it, call));
    if (again) {
      return before.with(call);
    }
    List<Meetings.Lead> leads = new ArrayList<>();
    RecentCalls after = before;
    for (int i = 0; i < before.traces().size(); i++) {
      Trace other = before.traces().get(i);
      Duration lag = Duration.between(other.sentAt(), call.sentAt());
      if (!other.counted() || lag.isZero() || !isNear(other, call)) {
        continue;
      }
      if (lag.isPositive()) {
        leads.add(new Meetings.Lead(other.channel(), lag));
      } else {
        Meetings.Lead lead = new Meetings.Lead(call.channel(), lag.negated());
        meetings.put(other.channel(), of(other.channel()).followed(lead, !other.followed()));
        after = after.with(i, other.nowFollowed());
      }
    }
    meetings.put(call.channel(), of(call.channel()).called(leads));
    return after.with(call.met(!leads.isEmpty()));
  }

  private static boolean isNear(Trace one, Trace other) {
    return one.isWithin(MEETING, other.sentAt());
  }

  private Meetings of(ChannelId channel) {
    Meetings known = meetings.find(channel);
    return known != null ? known : Meetings.of(channel);
  }
}
