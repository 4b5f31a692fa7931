package io.assay.sim.play;

import io.assay.core.message.Content;
import io.assay.core.message.Engagement;
import io.assay.core.message.EventKind;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Timing;
import io.assay.sim.Chance;
import io.assay.sim.crowd.Caller;
import io.assay.sim.voice.Voice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// Everything that is heard of a world, in the order in which it is heard. What happens is known
/// beforehand; words are made as they are asked for. A post is heard a second or a few after it was
/// sent. The deletion of a post says nothing but which one it was, like Telegram's.
public final class Feed implements Iterator<MessageEvent> {
  private static final long PART = 50_000_000L;
  private static final int POST_BITS = 20;
  private static final int SLOWEST_SECONDS = 4;

  private final World world;
  private final List<Happening> happenings = new ArrayList<>();
  private final List<Voice> voices = new ArrayList<>();
  private final List<List<Long>> sent = new ArrayList<>();
  private int next;

  Feed(World world) {
    this.world = world;
    for (Caller caller : world.crowd().callers()) {
      voices.add(new Voice(caller.number(), world.market().mint()));
      sent.add(new ArrayList<>());
      happenings.addAll(new Diary(world, caller).happenings());
    }
    Collections.sort(happenings);
  }

  /// How many events there are.
  public int size() {
    return happenings.size();
  }

  @Override
  public boolean hasNext() {
    return next < happenings.size();
  }

  @Override
  public MessageEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException("nothing more happens in this world");
    }
    Happening happening = happenings.get(next++);
    Caller caller = world.crowd().callers().get(happening.caller());
    if (happening.kind() == EventKind.POSTED) {
      sent.get(happening.caller()).add(happening.at());
    }
    Instant posted = Instant.ofEpochSecond(sent.get(happening.caller()).get(happening.post()));
    Instant at = Instant.ofEpochSecond(happening.at());
    MessageRef ref = new MessageRef(caller.channel(), happening.post() + 1L);
    Timing timing = Timing.heard(posted, at, at.plusSeconds(SLOWEST_SECONDS));
    Engagement engagement =
        happening.kind() == EventKind.ENGAGEMENT ? engagement(happening) : Engagement.NONE;
    return new MessageEvent(ref, happening.kind(), timing, content(happening, caller), engagement);
  }

  private Content content(Happening happening, Caller caller) {
    Chance chance = chance(happening, 0);
    Voice voice = voices.get(caller.number());
    boolean edited = happening.kind() == EventKind.EDITED;
    if (happening.kind() != EventKind.POSTED && !edited) {
      return Content.EMPTY;
    }
    return happening.call() == Happening.TALK
        ? voice.chatter(chance)
        : voice.call(world.market().token(caller, happening.call()), edited, chance);
  }

  private Engagement engagement(Happening happening) {
    Chance chance = chance(happening, 1);
    long readers = (long) StrictMath.exp(chance.between(5, 9));
    long first = sent.get(happening.caller()).get(happening.post());
    double seen = happening.at() - first > 7_200 ? 1 : 0.4; // most look within a day
    return new Engagement(
        (long) (readers * seen),
        (long) (readers * seen * chance.between(0.001, 0.02)),
        (long) (readers * seen * chance.between(0.005, 0.05)),
        (long) (readers * seen * chance.between(0, 0.01)));
  }

  private Chance chance(Happening happening, int use) {
    long post = ((long) happening.caller() << POST_BITS) | happening.post();
    return Chance.of(world.scenario().seed(), (PART << POST_BITS) + 2 * post + use);
  }
}
