package io.assay.sim.crowd;

import io.assay.core.message.ChannelId;
import io.assay.sim.Chance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// All channels of a world, and when each of them calls. Who is what is drawn from the seed, so a
/// channel's number tells nothing.
public final class Crowd {
  /// From so many channels on there is also a lucky one, a copycat and a spammer.
  static final int EXTRAS_FROM = 60;

  private static final long PART_ORDER = 10_000_000L;
  private static final long PART_TRAITS = 11_000_000L;
  private static final long PART_TIMES = 12_000_000L;
  private static final int DAY = 86_400;

  /// The last minutes of the posting days stay free for what comes minutes after a call.
  private static final int MARGIN = 1_800;

  private final Scenario scenario;
  private final List<Caller> callers;
  private final long[][] times;

  private Crowd(Scenario scenario, List<Caller> callers) {
    this.scenario = scenario;
    this.callers = List.copyOf(callers);
    times = new long[callers.size()][];
    for (Caller caller : callers) {
      times[caller.number()] = times(caller);
    }
  }

  /// The crowd of a scenario.
  public static Crowd of(Scenario scenario) {
    List<Archetype> archetypes = archetypes(scenario);
    Traits traits = new Traits(scenario);
    List<Caller> callers = new ArrayList<>();
    for (int number = 0; number < archetypes.size(); number++) {
      Chance chance = Chance.of(scenario.seed(), PART_TRAITS + number);
      callers.add(traits.draw(number, archetypes.get(number), chance));
    }
    int source = archetypes.indexOf(Archetype.SKILLED);
    int copycat = archetypes.indexOf(Archetype.COPYCAT);
    if (copycat >= 0) {
      callers.set(copycat, traits.copy(callers.get(copycat), callers.get(source)));
    }
    return new Crowd(scenario, callers);
  }

  /// What the channels are, in the order of their numbers: the shares of sixty by largest
  /// remainders, extras in the place of average ones, shuffled.
  private static List<Archetype> archetypes(Scenario scenario) {
    List<Archetype> all = new ArrayList<>();
    counts(scenario.channels())
        .forEach((archetype, count) -> all.addAll(Collections.nCopies(count, archetype)));
    if (scenario.channels() >= EXTRAS_FROM) {
      for (Archetype extra : List.of(Archetype.LUCKY, Archetype.COPYCAT, Archetype.SPAMMER)) {
        all.set(all.indexOf(Archetype.AVERAGE), extra);
      }
    }
    Chance chance = Chance.of(scenario.seed(), PART_ORDER);
    for (int i = all.size() - 1; i > 0; i--) {
      Collections.swap(all, i, chance.below(i + 1));
    }
    return all;
  }

  private static Map<Archetype, Integer> counts(int channels) {
    Map<Archetype, Integer> counts = new EnumMap<>(Archetype.class);
    int whole = 0;
    for (Archetype archetype : Archetype.values()) {
      whole += archetype.share();
    }
    int seen = 0;
    int given = 0;
    for (Archetype archetype : Archetype.values()) {
      seen += archetype.share();
      int until = (int) Math.round((double) channels * seen / whole);
      counts.put(archetype, until - given);
      given = until;
    }
    return counts;
  }

  private long[] times(Caller caller) {
    Caller source = callers.get(caller.source());
    Chance chance = Chance.of(scenario.seed(), PART_TIMES + source.number());
    long from = scenario.from().getEpochSecond() + MARGIN;
    double span = (double) scenario.postingDays() * DAY - 2 * MARGIN;
    long[] made = new long[source.calls()];
    for (int i = 0; i < made.length; i++) {
      made[i] = from + (long) (span * (i + chance.between(0.05, 0.95)) / made.length);
    }
    if (caller.isCopy()) {
      Chance own = Chance.of(scenario.seed(), PART_TIMES + caller.number());
      for (int i = 0; i < made.length; i++) {
        made[i] += caller.delay() + own.below(caller.delay());
      }
    }
    return made;
  }

  public Scenario scenario() {
    return scenario;
  }

  /// All channels, by number.
  public List<Caller> callers() {
    return callers;
  }

  /// When a call is posted, seconds since 1970.
  ///
  /// @param ordinal of the call among those of its channel, from 0
  public long calledAt(int caller, int ordinal) {
    return times[caller][ordinal];
  }

  /// Whether there is such a call.
  public boolean hasCall(int caller, int ordinal) {
    return caller >= 0 && caller < times.length && ordinal >= 0 && ordinal < times[caller].length;
  }

  /// What channels are called.
  public SortedMap<ChannelId, String> titles() {
    SortedMap<ChannelId, String> titles = new TreeMap<>();
    callers.forEach(caller -> titles.put(caller.channel(), caller.title()));
    return titles;
  }
}
