package io.assay.sim.play;

import io.assay.core.message.EventKind;
import io.assay.sim.Chance;
import io.assay.sim.crowd.Archetype;
import io.assay.sim.crowd.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// All that happens in one channel: its calls, its talk, and what becomes of its posts.
final class Diary {
  private static final long PART = 40_000_000L;
  private static final int HOUR = 3_600;
  private static final int DAY = 24 * HOUR;
  private static final double TALK_A_CALL = 0.8;
  private static final double SPAM_A_CALL = 3;
  private static final double EDITED = 0.04;
  private static final double SLIPS = 0.01;
  private static final double LOSERS_DELETED = 0.6;

  private final World world;
  private final Caller caller;
  private final long[] talks;
  private final List<Happening> happenings = new ArrayList<>();

  Diary(World world, Caller caller) {
    this.world = world;
    this.caller = caller;
    talks = talks();
    tell();
  }

  List<Happening> happenings() {
    return happenings;
  }

  private long[] talks() {
    Chance chance = Chance.of(world.scenario().seed(), PART + 2L * caller.number());
    double share = caller.archetype() == Archetype.SPAMMER ? SPAM_A_CALL : TALK_A_CALL;
    int days = world.scenario().postingDays();
    long[] made = new long[(int) (caller.calls() * share) + days / 7 + 1];
    long from = world.scenario().from().getEpochSecond();
    for (int i = 0; i < made.length; i++) {
      made[i] = from + (long) ((i + chance.between(0, 1)) * days * DAY / made.length);
    }
    return made;
  }

  /// Tells of all posts in the order of time, whatever they are.
  private void tell() {
    Chance chance = Chance.of(world.scenario().seed(), PART + 2L * caller.number() + 1);
    int call = 0;
    int talk = 0;
    for (int post = 0; post < caller.calls() + talks.length; post++) {
      boolean calls =
          talk == talks.length
              || (call < caller.calls()
                  && world.crowd().calledAt(caller.number(), call) <= talks[talk]);
      if (calls) {
        tellOfCall(post, call++, chance);
      } else {
        happen(talks[talk++], EventKind.POSTED, post, Happening.TALK);
      }
    }
  }

  private void tellOfCall(int post, int call, Chance chance) {
    long at = world.crowd().calledAt(caller.number(), call);
    happen(at, EventKind.POSTED, post, call);
    happen(at + HOUR + chance.below(60), EventKind.ENGAGEMENT, post, call);
    happen(at + DAY + chance.below(60), EventKind.ENGAGEMENT, post, call);
    boolean edited = chance.happens(EDITED);
    boolean slip = chance.happens(SLIPS);
    boolean ashamed = chance.happens(LOSERS_DELETED);
    long edit = at + 60 + chance.below(1_800);
    long later = at + DAY + chance.below(4 * DAY);
    if (edited) {
      happen(edit, EventKind.EDITED, post, call);
    }
    if (slip) {
      happen(edit + HOUR / 2, EventKind.DELETED, post, call);
    } else if (caller.archetype() == Archetype.DELETER && ashamed && hasLost(call, at, later)) {
      happen(later, EventKind.DELETED, post, call);
    }
  }

  /// Whether a call stands below its price at an instant.
  private boolean hasLost(int call, long at, long later) {
    OptionalDouble then = world.market().price(caller, call, Instant.ofEpochSecond(at));
    OptionalDouble now = world.market().price(caller, call, Instant.ofEpochSecond(later));
    return now.isEmpty() || now.getAsDouble() < then.orElse(0);
  }

  private void happen(long at, EventKind kind, int post, int call) {
    happenings.add(new Happening(at, kind, caller.number(), post, call));
  }
}
