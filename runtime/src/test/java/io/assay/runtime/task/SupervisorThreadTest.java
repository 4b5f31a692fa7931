package io.assay.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.assay.runtime.Criticality;
import io.assay.runtime.ManualTime;
import io.assay.runtime.Time;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The supervisor on its own thread, and tasks on theirs.
@Timeout(60)
class SupervisorThreadTest {
  private static final Supervisor.Watch NOBODY =
      new Supervisor.Watch() {
        @Override
        public void recovered(String task, Duration took) {}

        @Override
        public void collapsed(String cause) {}
      };

  private final List<Supervisor> open = new ArrayList<>();
  private final BlockingQueue<TaskContext> runs = new ArrayBlockingQueue<>(100);
  private final BlockingQueue<Thread> threads = new ArrayBlockingQueue<>(100);

  private Supervisor supervisor(Time time, Supervisor.Threads on) {
    return new Supervisor(time, new Random(7), Supervisor.Settings.DEFAULT, NOBODY, on);
  }

  private Supervisor onItsThread(Time time) {
    Supervisor supervisor = supervisor(time, Supervisor.Threads.SYSTEM);
    open.add(supervisor);
    supervisor.start();
    return supervisor;
  }

  @AfterEach
  void close() throws InterruptedException {
    for (Supervisor supervisor : open) {
      supervisor.stop("crew", Duration.ofSeconds(10));
      supervisor.close();
    }
  }

  private static Crew crew(TaskSpec... tasks) {
    return new Crew("crew", Crew.Strategy.ONE_FOR_ONE, List.of(tasks));
  }

  private TaskContext nextRun() throws InterruptedException {
    TaskContext context = runs.poll(30, TimeUnit.SECONDS);
    assertThat(context).as("a task begins to run").isNotNull();
    return context;
  }

  /// Tells of each run, crashes in its first so many generations, then works on.
  private Task crashingUntil(int generation) {
    return context -> {
      threads.add(Thread.currentThread());
      runs.add(context);
      if (context.generation() < generation) {
        throw new IllegalStateException("boom");
      }
      while (context.rest(Duration.ofSeconds(1))) {
        context.worked(1);
      }
    };
  }

  @Test
  void crash_onARealThread_isAnsweredWithoutBeingAskedFor() throws InterruptedException {
    Supervisor supervisor = onItsThread(Time.SYSTEM);
    supervisor.start();
    supervisor.start(crew(TaskSpec.of("a", () -> crashingUntil(2))));
    assertThat(nextRun().generation()).isEqualTo(1);
    assertThat(nextRun().generation()).isEqualTo(2);
    assertThat(supervisor.stop("crew", Duration.ofSeconds(10))).isEmpty();
  }

  @Test
  void end_ofATask_wakesTheSupervisor() throws InterruptedException {
    Sleeping time = new Sleeping();
    Task crashes =
        context -> {
          time.asleep.await();
          crashingUntil(2).run(context);
        };
    onItsThread(time).start(crew(TaskSpec.of("a", () -> crashes)));
    assertThat(nextRun().generation()).isEqualTo(1);
    assertThat(nextRun().generation()).isEqualTo(2);
  }

  /// A clock that stands still, and by which everybody sleeps until he is woken.
  private static final class Sleeping implements Time {
    /// Once after the supervisor began, once after it was told of the crew.
    private final CountDownLatch asleep = new CountDownLatch(2);

    @Override
    public Instant instant() {
      return Instant.EPOCH;
    }

    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public boolean await(CountDownLatch latch, Duration atMost) throws InterruptedException {
      asleep.countDown();
      latch.await();
      return true;
    }
  }

  @Test
  void threads_areNamedAndOfTheKindAskedFor() throws InterruptedException {
    Supervisor supervisor = onItsThread(Time.SYSTEM);
    supervisor.start(crew(TaskSpec.of("message_processing", () -> crashingUntil(1))));
    nextRun();
    Thread platform = threads.take();
    assertThat(platform.getName()).isEqualTo("assay-message-processing");
    assertThat(platform.isVirtual()).isFalse();
    assertThat(platform.isDaemon()).isTrue();
    supervisor.stop("crew", Duration.ofSeconds(10));

    supervisor.start(crew(TaskSpec.of("prices", () -> crashingUntil(1)).onVirtualThread()));
    nextRun();
    assertThat(threads.take().isVirtual()).isTrue();
  }

  @Test
  void spinningTasks_doNotHinderTheSupervisor() throws InterruptedException {
    Supervisor supervisor = onItsThread(Time.SYSTEM);
    Task spins =
        context -> {
          runs.add(context);
          while (context.isCurrent() && context.generation() == 1) {
            Thread.onSpinWait(); // and hears of no interrupt
          }
        };
    TaskSpec spec = TaskSpec.of("spins", () -> spins).with(Duration.ofMillis(20));
    supervisor.start(crew(spec.onVirtualThread().with(Criticality.OPTIONAL)));
    assertThat(nextRun().generation()).isEqualTo(1);
    assertThat(nextRun().generation()).isEqualTo(2);
  }

  @Test
  void threadThatCannotBeHad_isACrash() {
    ManualTime time = new ManualTime();
    AtomicInteger refused = new AtomicInteger();
    Supervisor supervisor =
        supervisor(
            time,
            (_, _, attempt) -> {
              if (refused.getAndIncrement() == 0) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              runs.add(attempt.context());
            });
    supervisor.start(crew(TaskSpec.of("a", () -> crashingUntil(1))));
    supervisor.tick();
    assertThat(runs).hasSize(1);
    assertThat(supervisor.tasks().getFirst().tally().crashes()).isEqualTo(1);
    runs.clear();
  }

  @Test
  void decisionThatFails_isNotTheEndOfTheTask() {
    ManualTime time = new ManualTime();
    List<TaskContext> launched = new ArrayList<>();
    Random broken =
        new Random(7) {
          private static final long serialVersionUID = 1;

          @Override
          public long nextLong(long bound) {
            throw new OutOfMemoryError("Java heap space");
          }
        };
    Supervisor supervisor =
        new Supervisor(
            time,
            broken,
            Supervisor.Settings.DEFAULT,
            NOBODY,
            (_, _, attempt) -> {
              launched.add(attempt.context());
              attempt.run();
            });
    supervisor.start(crew(TaskSpec.of("a", () -> Rig.THROWS)));
    supervisor.tick(); // the first restart asks for no chance
    supervisor.tick(); // the second does
    assertThat(launched).hasSize(2);
    time.pass(Duration.ofSeconds(1));
    supervisor.tick();
    assertThat(launched).hasSize(3);
  }

  @Test
  void clockThatFails_isNotTheEndOfTheSupervisor() throws InterruptedException {
    CountDownLatch waits = new CountDownLatch(3);
    onItsThread(new Breaking(new AtomicInteger(), waits));
    assertThat(waits.await(30, TimeUnit.SECONDS)).as("it goes on").isTrue();
  }

  /// A clock that fails when it is asked for the second time, in the first tick, and whose second
  /// wait is interrupted.
  private record Breaking(AtomicInteger asked, CountDownLatch waits) implements Time {
    @Override
    public Instant instant() {
      return Instant.EPOCH;
    }

    @Override
    public long nanos() {
      if (asked.incrementAndGet() == 2) {
        throw new OutOfMemoryError("Java heap space");
      }
      return 0;
    }

    @Override
    public boolean await(CountDownLatch latch, Duration atMost) throws InterruptedException {
      waits.countDown();
      if (waits.getCount() == 1) {
        throw new InterruptedException();
      }
      return latch.await(1, TimeUnit.MILLISECONDS);
    }
  }

  @Test
  void tick_whereNothingIsDue_makesNoGarbage() {
    ManualTime time = new ManualTime();
    Supervisor supervisor = supervisor(time, (_, _, _) -> {});
    List<TaskSpec> tasks = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      tasks.add(TaskSpec.of("task" + i, () -> _ -> {}));
    }
    supervisor.start(new Crew("many", Crew.Strategy.REST_FOR_ONE, tasks));
    ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    supervisor.tick();
    long before = bean.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 100; i++) {
      supervisor.tick();
    }
    long each = (bean.getCurrentThreadAllocatedBytes() - before) / 100;
    assertThat(each).as("bytes a tick over a thousand tasks").isLessThan(200);
  }
}
