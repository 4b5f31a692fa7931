package io.assay.runtime.life;

import io.assay.runtime.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A system under test, what happened in it, and time that passes where it is waited in vain.
final class Life {
  final HangTime time = new HangTime();

  /// Starts `+`, stops `-` and the end of readiness, as they happened.
  final List<String> log = Collections.synchronizedList(new ArrayList<>());

  /// Phases as they were told.
  final List<String> told = Collections.synchronizedList(new ArrayList<>());

  /// The phase whose telling fails as nobody foresees.
  String brokenAt = "";

  private final List<Component> components = new ArrayList<>();
  private Runnable whenStopping = () -> {};
  private @Nullable Lifecycle lifecycle;

  /// A start on a thread of its own.
  record Outcome(Thread thread, List<StartFailure> failures, List<Boolean> interrupted) {
    StartFailure failure() throws InterruptedException {
      thread.join();
      return failures.getFirst();
    }

    boolean wasInterrupted() throws InterruptedException {
      thread.join();
      return interrupted.getFirst();
    }
  }

  /// A component that says when it is started and stopped.
  Component part(String name, Phase phase) {
    return Component.of(name, phase)
        .starting(() -> log.add("+" + name))
        .stopping(_ -> log.add("-" + name));
  }

  Component failing(String name, Phase phase, Exception failure) {
    return part(name, phase)
        .starting(() -> {
          throw failure;
        });
  }

  void add(Component component) {
    components.add(component);
  }

  void whenStopping(Runnable then) {
    whenStopping = then;
  }

  /// The system of all components added so far.
  Lifecycle system() {
    Lifecycle known = lifecycle;
    if (known == null) {
      known =
          new Lifecycle(components, Lifecycle.Settings.DEFAULT, time, new Random(7), new Telling());
      lifecycle = known;
    }
    return known;
  }

  private final class Telling implements Lifecycle.Watch {
    @Override
    public void reached(Phase phase) {
      told.add(phase.name());
      if (phase.name().equals(brokenAt)) {
        throw new StackOverflowError();
      }
    }

    @Override
    public void stopping() {
      log.add("not ready");
      whenStopping.run();
    }
  }

  State state(String name) {
    return system().components().stream()
        .filter(view -> view.name().equals(name))
        .map(Component.View::state)
        .findFirst()
        .orElseThrow();
  }

  Outcome startOnAnotherThread() {
    List<StartFailure> failures = Collections.synchronizedList(new ArrayList<>());
    List<Boolean> interrupted = Collections.synchronizedList(new ArrayList<>());
    Lifecycle known = Objects.requireNonNull(system());
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                known.start();
              } catch (StartFailure e) {
                failures.add(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              interrupted.add(Thread.currentThread().isInterrupted());
            });
    return new Outcome(thread, failures, interrupted);
  }
}
