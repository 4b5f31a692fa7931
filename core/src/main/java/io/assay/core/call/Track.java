package io.assay.core.call;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/// What is known of a call's course so far.
///
/// @param origin where the prices come from
/// @param checkpoints one for each [Horizon], in order
/// @param exits one for each [Barrier], in order
public record Track(
    Entry entry,
    Origin origin,
    List<Checkpoint> checkpoints,
    List<Exit> exits,
    Peak peak,
    Pulse pulse) {
  public Track {
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(peak, "peak");
    Objects.requireNonNull(pulse, "pulse");
    checkpoints = List.copyOf(checkpoints);
    exits = List.copyOf(exits);
  }

  /// Nothing is known yet.
  public static Track before(Instant entryDue) {
    return new Track(
        new Entry.Awaited(),
        Origin.NONE,
        Collections.nCopies(Horizon.values().length, new Checkpoint.Awaited()),
        Collections.nCopies(Barrier.values().length, new Exit.Awaited()),
        Peak.atEntry(entryDue),
        Pulse.before(entryDue));
  }

  /// The same course, of which nothing more will be known.
  public Track closed() {
    return new Track(
        entry,
        origin,
        checkpoints.stream()
            .map(c -> c instanceof Checkpoint.Awaited ? new Checkpoint.Missing() : c)
            .toList(),
        exits.stream().map(e -> e instanceof Exit.Awaited ? new Exit.Unknown() : e).toList(),
        peak,
        pulse);
  }

  /// The same, with an entry that could not be had.
  public Track unpriced(String cause) {
    return new Track(new Entry.Unpriced(cause), origin, checkpoints, exits, peak, pulse).closed();
  }

  @SuppressWarnings("EnumOrdinal") // the lists are in the enum's order
  public Checkpoint at(Horizon horizon) {
    return checkpoints.get(horizon.ordinal());
  }

  @SuppressWarnings("EnumOrdinal") // the lists are in the enum's order
  public Exit exit(Barrier barrier) {
    return exits.get(barrier.ordinal());
  }

  void write(CanonWriter out) {
    entry.write(out);
    origin.write(out);
    checkpoints.forEach(checkpoint -> checkpoint.write(out));
    exits.forEach(exit -> exit.write(out));
    peak.write(out);
    pulse.write(out);
  }

  static Track read(CanonReader in) {
    Entry entry = Entry.read(in);
    Origin origin = Origin.read(in);
    List<Checkpoint> checkpoints = new ArrayList<>();
    for (int i = 0; i < Horizon.values().length; i++) {
      checkpoints.add(Checkpoint.read(in));
    }
    List<Exit> exits = new ArrayList<>();
    for (int i = 0; i < Barrier.values().length; i++) {
      exits.add(Exit.read(in));
    }
    return new Track(entry, origin, checkpoints, exits, Peak.read(in), Pulse.read(in));
  }
}
