package io.assay.core.lineage;

import io.assay.core.asset.Majors;
import io.assay.core.call.CallRules;
import io.assay.core.codec.Base58;
import io.assay.core.flow.Replay;
import io.assay.core.flow.Sighting;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Timing;
import io.assay.core.price.Answer;
import io.assay.core.reading.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Twenty channels that find coins, ten that copy them, and twenty that call the same coins in
/// their own words at about the same time: of each post it is known whose it is.
final class Town {
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final int ORIGINALS = 20;
  private static final int COPYCATS = 10;
  private static final int INDEPENDENTS = 20;
  private static final int CALLS = 20;
  private static final long FIRST_ORIGINAL = 1_000_000_000L;
  private static final long FIRST_COPYCAT = 2_000_000_000L;
  private static final long FIRST_INDEPENDENT = 3_000_000_000L;
  private static final List<String> SYLLABLES =
      List.of("wo", "ka", "mi", "zu", "ra", "pe", "lo", "ti", "na", "bo", "fu", "gi", "sha", "dre");

  /// What each copy is a copy of.
  final Map<MessageRef, MessageRef> truth = new HashMap<>();

  final List<MessageEvent> events = new ArrayList<>();
  private final Random random;
  private final Retelling retelling;
  private final Map<Long, Long> ids = new HashMap<>();

  Town(long seed) {
    random = new Random(seed);
    retelling = new Retelling(random);
    List<Caller> originals = callers(ORIGINALS, FIRST_ORIGINAL, "finder");
    List<Caller> independents = callers(INDEPENDENTS, FIRST_INDEPENDENT, "other");
    for (int call = 0; call < CALLS; call++) {
      for (int who = 0; who < ORIGINALS; who++) {
        Instant at = FROM.plus(Duration.ofMinutes(1440L * call + 67L * who + random.nextInt(60)));
        play(who, originals.get(who), at, independents);
      }
    }
    events.sort(Comparator.comparing(MessageEvent::at).thenComparing(MessageEvent::ref));
  }

  /// One original in twenty writes three words a call.
  private List<Caller> callers(int count, long first, String name) {
    boolean finders = name.equals("finder");
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Caller.Style[] styles = Caller.Style.values();
      boolean brief = finders && i == count - 1;
      Caller.Style style =
          brief || !finders ? styles[i % styles.length] : styles[1 + i % (styles.length - 1)];
      callers.add(new Caller(first + i, name + i, brief ? Caller.Style.SHORT : style, random));
    }
    return callers;
  }

  private void play(int who, Caller original, Instant at, List<Caller> independents) {
    Caller.Coin coin = coin();
    String text = original.call(coin);
    MessageRef ref = post(original.id, at, text);
    for (int cat = 0; cat < COPYCATS; cat++) {
      if (random.nextDouble() < (source(cat) == who ? 0.85 : 0.01)) {
        Instant copied = at.plusSeconds(30 + random.nextInt(1770));
        String told = retelling.of(text, "cat" + cat);
        truth.put(post(FIRST_COPYCAT + cat, copied, told), ref);
      }
    }
    for (Caller independent : independents) {
      if (random.nextDouble() < 0.15) {
        post(independent.id, at.plusSeconds(random.nextInt(6000) - 1800), independent.call(coin));
      }
    }
  }

  /// Two copycats live on each of five originals.
  private static int source(int copycat) {
    return copycat / 2;
  }

  /// The voices that there are: a copycat belongs to its source's where, of its posts that were
  /// read as calls, at least five and three in five are copies of calls of that one.
  List<CloneGroups.Group> voices(Set<MessageRef> calls) {
    Map<Long, TreeSet<ChannelId>> voices = new TreeMap<>();
    for (int cat = 0; cat < COPYCATS; cat++) {
      ChannelId copycat = new ChannelId(FIRST_COPYCAT + cat);
      long source = FIRST_ORIGINAL + source(cat);
      List<MessageRef> own = calls.stream().filter(it -> it.chat().equals(copycat)).toList();
      long copies =
          own.stream()
              .map(truth::get)
              .filter(it -> it != null && calls.contains(it) && it.chat().value() == source)
              .count();
      if (copies >= CloneGroups.LEAST_ECHOES && copies >= CloneGroups.LEAST_SHARE * own.size()) {
        TreeSet<ChannelId> voice = voices.computeIfAbsent(source, _ -> new TreeSet<>());
        voice.add(new ChannelId(source));
        voice.add(copycat);
      }
    }
    List<CloneGroups.Group> groups = new ArrayList<>();
    voices.forEach((source, members) ->
        groups.add(new CloneGroups.Group(new ChannelId(source), List.copyOf(members))));
    return groups;
  }

  /// Whether one copies the other, or both the same third.
  boolean areOfOneVoice(ChannelId one, ChannelId other) {
    return source(one) == source(other);
  }

  private static long source(ChannelId channel) {
    long copycat = channel.value() - FIRST_COPYCAT;
    return copycat >= 0 && copycat < COPYCATS
        ? FIRST_ORIGINAL + source((int) copycat)
        : channel.value();
  }

  private MessageRef post(long channel, Instant at, String text) {
    MessageRef ref = new MessageRef(new ChannelId(channel), ids.merge(channel, 1L, Long::sum));
    events.add(MessageEvent.imported(ref, Timing.imported(at), Content.of(text)));
    return ref;
  }

  private Caller.Coin coin() {
    StringBuilder name = new StringBuilder();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    byte[] address = new byte[32];
    random.nextBytes(address);
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    String symbol = name.toString().toUpperCase(Locale.ROOT);
    return new Caller.Coin(name.toString(), symbol, Base58.BITCOIN.encode(address));
  }

  /// Folds all posts.
  MemoryBooks played(int batch) {
    MemoryBooks books = new MemoryBooks();
    Reader reader = new Reader();
    Replay replay =
        new Replay(
            books,
            _ -> new Answer.Unanswerable("no prices in this town"),
            new Replay.Limits(batch, 1 << 28));
    replay.order(CallRules.DEFAULT, Majors.shippedText(), Map.of(), FROM);
    replay.hear(events.stream().map(event -> Sighting.of(event, reader)).iterator());
    return books;
  }
}
