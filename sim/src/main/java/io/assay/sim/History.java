package io.assay.sim;

import io.assay.core.message.ChannelId;
import io.assay.core.message.MessageEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A history of known truth: what channels posted, and what the prices then did. The same plan
/// always makes the same history.
public final class History {
  private static final long FIRST_CHANNEL = 1_700_000_001L;
  private static final Duration AGAIN = Duration.ofDays(31);
  private static final double EDITED = 0.03;
  private static final double SERVICE = 0.02;
  private static final double DELETED = 0.6;
  private static final long DAY = 86_400;
  private static final String[] NAMES = {
    "Harbour Calls", "Coinflip Club", "Rocket Room", "Only Winners"
  };

  private final HistoryPlan plan;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Post> posts = new ArrayList<>();
  private final Map<Integer, List<Push>> pushes = new HashMap<>();

  private History(HistoryPlan plan) {
    this.plan = plan;
  }

  /// Makes a history.
  public static History of(HistoryPlan plan) {
    History history = new History(plan);
    for (int i = 0; i < plan.tokens(); i++) {
      history.tokens.add(Token.of(plan.seed(), i));
    }
    for (int c = 0; c < plan.channels(); c++) {
      history.post(c);
    }
    history.posts.sort(
        Comparator.comparing(Post::at)
            .thenComparingLong(Post::channel)
            .thenComparingLong(Post::id));
    return history;
  }

  public HistoryPlan plan() {
    return plan;
  }

  private void post(int channel) {
    Chance chance = Chance.of(plan.seed(), channel);
    Kind kind = kind(channel);
    int count = plan.messages() / plan.channels();
    double gap = (double) plan.days() * DAY / count;
    Map<Integer, Instant> called = new HashMap<>();
    for (int i = 0; i < count; i++) {
      long offset = (long) (i * gap + chance.between(0, gap * 0.9));
      Instant at = plan.from().plusSeconds(offset);
      Token token = tokens.get(chance.below(tokens.size()));
      Instant before = called.get(token.number());
      boolean free = before == null || Duration.between(before, at).compareTo(AGAIN) > 0;
      if (chance.happens(plan.calls()) && free) {
        called.put(token.number(), at);
        boolean good = chance.happens(0.5);
        move(token, kind, good, at, chance);
        if (kind != Kind.DELETER || good || !chance.happens(DELETED)) {
          call(channel, i + 1, at, token, chance);
        }
      } else {
        chat(channel, i + 1, at, chance);
      }
    }
  }

  /// What a call does to its token.
  ///
  /// @param good whether it turns out well, for whom that is chance
  private void move(Token token, Kind kind, boolean good, Instant at, Chance chance) {
    long now = at.getEpochSecond();
    switch (kind) {
      case SKILLED -> push(token, new Push(now, now + DAY, chance.between(0.6, 1.2)));
      case LUCKY -> {}
      case PUMPER -> {
        double rise = chance.between(0.4, 0.9);
        push(token, new Push(now - 1200, now + 60, rise));
        push(token, new Push(now + 600, now + DAY, -rise * chance.between(0.8, 1.2)));
      }
      case DELETER -> push(token, new Push(now, now + DAY, good ? 0.3 : -0.4));
    }
  }

  private void call(int channel, long id, Instant at, Token token, Chance chance) {
    boolean edited = chance.happens(EDITED);
    Instant edit = edited ? at.plusSeconds(30 + chance.below(600)) : at;
    posts.add(new Post(id(channel), id, at, edit, Voice.call(token, chance), false));
  }

  private void chat(int channel, long id, Instant at, Chance chance) {
    if (chance.happens(SERVICE)) {
      List<Post.Part> pinned = List.of(Post.Part.plain("pinned a message"));
      posts.add(new Post(id(channel), id, at, at, pinned, true));
    } else {
      posts.add(new Post(id(channel), id, at, at, Voice.chatter(chance), false));
    }
  }

  private void push(Token token, Push push) {
    pushes.computeIfAbsent(token.number(), _ -> new ArrayList<>()).add(push);
  }

  private static long id(int channel) {
    return FIRST_CHANNEL + channel;
  }

  /// What a channel is like.
  public static Kind kind(int channel) {
    Kind[] kinds = Kind.values();
    return kinds[channel % kinds.length];
  }

  static String name(int channel) {
    String name = NAMES[channel % NAMES.length];
    return channel < NAMES.length ? name : name + " " + (channel / NAMES.length + 1);
  }

  /// What channels are called.
  public SortedMap<ChannelId, String> titles() {
    SortedMap<ChannelId, String> titles = new TreeMap<>();
    for (int c = 0; c < plan.channels(); c++) {
      titles.put(new ChannelId(id(c)), name(c));
    }
    return titles;
  }

  /// Every message in time order of its text, as an importer tells of it.
  public List<MessageEvent> events() {
    List<MessageEvent> events = new ArrayList<>(posts.size());
    posts.forEach(post -> events.add(post.event()));
    events.sort(Comparator.comparing(MessageEvent::at).thenComparing(MessageEvent::ref));
    return events;
  }

  List<Token> tokens() {
    return tokens;
  }

  List<Post> posts(int channel) {
    return posts.stream().filter(post -> post.channel() == id(channel)).toList();
  }

  /// A token's price from the beginning.
  Course course(Token token) {
    return new Course(plan.seed(), token, pushes.getOrDefault(token.number(), List.of()), plan);
  }
}
