package io.assay.core.call;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.price.MarketSeen;
import io.assay.core.price.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What is known of a call's course so far.
///
/// @param entry the follower's, by which everything is judged
/// @param early the entries before it, and the hour before the call
/// @param origin where the prices come from
/// @param market what was told of the market at the call; [MarketSeen#NONE] where nobody told
/// @param checkpoints one for each [Horizon], in order
/// @param exits one for each [Policy], in order
public record Track(
    Entry entry,
    Entry.Early early,
    Origin origin,
    MarketSeen market,
    List<Checkpoint> checkpoints,
    List<Exit> exits,
    Course course,
    Pulse pulse) {
  private static final Horizon[] HORIZONS = Horizon.values();
  private static final int POLICIES = Policy.values().length;
  private static final int OWN = POLICIES - 1;

  public Track {
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(early, "early");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(market, "market");
    Objects.requireNonNull(course, "course");
    Objects.requireNonNull(pulse, "pulse");
    checkpoints = List.copyOf(checkpoints);
    exits = List.copyOf(exits);
  }

  /// Nothing is known yet.
  static Track before(Call.Claim claim) {
    List<Exit> exits = new ArrayList<>(Collections.nCopies(POLICIES, new Exit.Awaited()));
    if (claim.plan().isEmpty()) {
      exits.set(OWN, new Exit.NotStated());
    }
    return new Track(
        new Entry.Awaited(),
        Entry.Early.AWAITED,
        Origin.NONE,
        MarketSeen.NONE,
        Collections.nCopies(HORIZONS.length, new Checkpoint.Awaited()),
        exits,
        Course.atEntry(claim.at()),
        Pulse.before(claim.at().minus(Entry.Early.RUN_UP)));
  }

  /// The same course, of which nothing more will be known.
  public Track closed() {
    return new Track(
        entry,
        early,
        origin,
        market,
        checkpoints.stream()
            .map(c -> c instanceof Checkpoint.Awaited ? new Checkpoint.Missing() : c)
            .toList(),
        exits.stream().map(e -> e instanceof Exit.Awaited ? new Exit.Unknown() : e).toList(),
        course,
        pulse);
  }

  /// The same, with an entry that could not be had.
  Track unpriced(String cause) {
    Entry none = new Entry.Unpriced(cause);
    return new Track(none, early, origin, market, checkpoints, exits, course, pulse).closed();
  }

  /// The same, with what was told of the market at the call.
  Track in(MarketSeen seen) {
    return new Track(entry, early, origin, seen, checkpoints, exits, course, pulse);
  }

  /// The price of the entry; empty where it was not had.
  public OptionalDouble entryUsd() {
    return entry instanceof Entry.Priced(_, double usd)
        ? OptionalDouble.of(usd)
        : OptionalDouble.empty();
  }

  /// How long the token had been traded at an instant; null where nobody told.
  public @Nullable Duration age(Instant at) {
    Instant first = market.firstSeenAt();
    return first == null || first.isAfter(at) ? null : Duration.between(first, at);
  }

  @SuppressWarnings("EnumOrdinal") // the lists are in the enum's order
  public Checkpoint at(Horizon horizon) {
    return checkpoints.get(horizon.ordinal());
  }

  @SuppressWarnings("EnumOrdinal") // the panel begins with the barriers
  public Exit exit(Barrier barrier) {
    return exits.get(barrier.ordinal());
  }

  @SuppressWarnings("EnumOrdinal") // the lists are in the enum's order
  public Exit exit(Policy policy) {
    return exits.get(policy.ordinal());
  }

  /// Bytes of it; its instants as distances from the call's.
  void write(CanonWriter out, Instant called) {
    entry.write(out, called);
    early.write(out, called);
    origin.write(out);
    writeMarket(out, called);
    for (int i = 0; i < HORIZONS.length; i++) {
      checkpoints.get(i).write(out, called.plus(HORIZONS[i].after()));
    }
    exits.forEach(exit -> exit.write(out, called));
    course.write(out, called);
    pulse.write(out, called);
  }

  static Track read(CanonReader in, Instant called) {
    Entry entry = Entry.read(in, called);
    Entry.Early early = Entry.Early.read(in, called);
    Origin origin = Origin.read(in);
    MarketSeen market = readMarket(in, called);
    List<Checkpoint> checkpoints = new ArrayList<>(HORIZONS.length);
    for (Horizon horizon : HORIZONS) {
      checkpoints.add(Checkpoint.read(in, called.plus(horizon.after())));
    }
    List<Exit> exits = new ArrayList<>(POLICIES);
    for (int i = 0; i < POLICIES; i++) {
      exits.add(Exit.read(in, called));
    }
    Course course = Course.read(in, called);
    return new Track(
        entry, early, origin, market, checkpoints, exits, course, Pulse.read(in, called));
  }

  private void writeMarket(CanonWriter out, Instant called) {
    out.text(market.told().source());
    if (!market.isUntold()) {
      Instant first = market.firstSeenAt();
      out.signed(market.at().toEpochMilli() - called.toEpochMilli());
      write(market.liquidityUsd(), out);
      write(market.marketCapUsd(), out);
      write(market.volumeUsd(), out);
      out.signed(first == null ? Long.MAX_VALUE : first.toEpochMilli());
    }
  }

  private static MarketSeen readMarket(CanonReader in, Instant called) {
    String source = in.text();
    if (source.isEmpty()) {
      return MarketSeen.NONE;
    }
    Instant at = called.plusMillis(in.signed());
    OptionalDouble liquidity = readAmount(in);
    OptionalDouble cap = readAmount(in);
    OptionalDouble volume = readAmount(in);
    long first = in.signed();
    return new MarketSeen(
        at,
        liquidity,
        cap,
        volume,
        first == Long.MAX_VALUE ? null : Instant.ofEpochMilli(first),
        Provenance.of(source));
  }

  private static void write(OptionalDouble usd, CanonWriter out) {
    Course.write((float) usd.orElse(Double.NaN), out);
  }

  private static OptionalDouble readAmount(CanonReader in) {
    float usd = Course.readFloat(in);
    return Float.isNaN(usd) ? OptionalDouble.empty() : OptionalDouble.of(usd);
  }
}
