package io.assay.app.demo;

import io.assay.app.live.Lane;
import io.assay.app.live.Lanes;
import io.assay.app.live.LiveFigures;
import io.assay.app.live.LiveIntake;
import io.assay.app.system.Outside;
import io.assay.core.asset.Majors;
import io.assay.core.call.CallRules;
import io.assay.core.ledger.Want;
import io.assay.core.message.MessageEvent;
import io.assay.core.price.Answer;
import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskContext;
import io.assay.sim.play.Feed;
import io.assay.sim.play.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A simulated world in the place of the real one: its posts come as its clock goes, and its market
/// answers for prices. What was told and not yet heard outlives the task that tells it.
final class WorldOutside implements Outside {
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration WRITER = Duration.ofSeconds(30);

  /// What comes within so long is heard together, well within what counts as live.
  private static final Duration TOGETHER = Duration.ofMinutes(2);

  private static final int ANSWERS = 500;

  private final World world;
  private final WorldTime time;
  private final double speed;
  private final Consumer<List<MessageEvent>> opened;
  private final Feed feed;
  private final CountDownLatch over = new CountDownLatch(1);
  private List<MessageEvent> told = List.of();
  private @Nullable MessageEvent next;
  private volatile boolean ended;

  /// @param speed seconds of the world in one of ours
  /// @param opened told of posts of which at least one has opened a call
  WorldOutside(World world, WorldTime time, double speed, Consumer<List<MessageEvent>> opened) {
    this.world = world;
    this.time = time;
    this.speed = speed;
    this.opened = opened;
    feed = world.feed();
  }

  /// Opens when the world is at its end and all questions are answered.
  CountDownLatch over() {
    return over;
  }

  @Override
  public Task messages(LiveIntake intake) {
    return context -> tell(intake, context);
  }

  private void tell(LiveIntake intake, TaskContext context) throws InterruptedException {
    Instant begin = time.instant();
    long began = time.nanos();
    boolean more = true;
    while (more) {
      hear(intake, context); // what an earlier generation left
      double gone = time.since(began).toNanos() * speed;
      Instant goal = earlier(begin.plusNanos((long) gone), world.scenario().end());
      gather(goal);
      while (!told.isEmpty() && !context.isStopping()) {
        hear(intake, context);
        gather(goal);
      }
      if (!context.isStopping()) {
        time.reach(goal);
        ended = goal.equals(world.scenario().end());
      }
      more = context.rest(LOOK);
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /// Takes from the feed what comes next and belongs together, up to an instant.
  private void gather(Instant until) {
    List<MessageEvent> batch = new ArrayList<>();
    MessageEvent coming = coming();
    while (coming != null && !heardAt(coming).isAfter(until) && isNear(coming, batch)) {
      batch.add(coming);
      next = null;
      coming = coming();
    }
    told = batch;
  }

  private @Nullable MessageEvent coming() {
    if (next == null && feed.hasNext()) {
      next = feed.next();
    }
    return next;
  }

  private static boolean isNear(MessageEvent coming, List<MessageEvent> batch) {
    return batch.isEmpty() || !heardAt(coming).isAfter(heardAt(batch.getFirst()).plus(TOGETHER));
  }

  private static Instant heardAt(MessageEvent event) {
    return event.timing().receivedAt();
  }

  private void hear(LiveIntake intake, TaskContext context) throws InterruptedException {
    if (told.isEmpty()) {
      return;
    }
    List<MessageEvent> batch = told;
    time.reach(heardAt(batch.getLast()));
    LiveIntake.Receipt receipt = intake.hear(Lane.LIVE, batch, context::beat);
    told = List.of();
    context.worked(batch.size());
    if (receipt.opened() > 0) {
      opened.accept(batch);
    }
  }

  @Override
  public Task prices(Lanes lanes, LiveFigures figures) {
    return context -> {
      name(lanes, context);
      boolean more = true;
      while (more) {
        boolean last = ended;
        boolean answered = answer(lanes, figures, context);
        if (last && !answered && over.getCount() > 0 && !context.isStopping()) {
          conclude(lanes, context);
        }
        more = answered ? !context.isStopping() : context.rest(LOOK);
      }
    };
  }

  /// Says what channels are called.
  private void name(Lanes lanes, TaskContext context) throws InterruptedException {
    Instant now = time.instant();
    lanes.call(
        Lane.LIVE,
        live -> {
          live.order(CallRules.DEFAULT, Majors.shippedText(), world.crowd().titles(), now);
          return true;
        },
        WRITER,
        context::beat);
  }

  /// Lets the books know how late it is, and says that nothing is to come.
  private void conclude(Lanes lanes, TaskContext context) throws InterruptedException {
    Instant end = world.scenario().end();
    lanes.call(
        Lane.BULK,
        live -> {
          live.pass(end);
          return true;
        },
        WRITER,
        context::beat);
    over.countDown();
  }

  /// Answers what is due, each as of when it was due: what becomes of a call does not depend on how
  /// fast the world goes.
  private boolean answer(Lanes lanes, LiveFigures figures, TaskContext context)
      throws InterruptedException {
    Instant now = time.instant();
    List<Want> due =
        lanes.call(Lane.BULK, live -> live.dueWants(now, ANSWERS), WRITER, context::beat);
    for (Want want : due) {
      if (context.isStopping()) {
        return true;
      }
      long begin = time.nanos();
      Answer answer = world.market().answer(want.question());
      figures.priced(!(answer instanceof Answer.Unanswerable), time.since(begin));
      lanes.call(
          Lane.BULK, live -> live.answer(want.due(), want.id(), answer), WRITER, context::beat);
      context.worked(1);
    }
    return !due.isEmpty();
  }
}
