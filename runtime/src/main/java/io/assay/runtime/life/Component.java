package io.assay.runtime.life;

import io.assay.runtime.Criticality;
import io.assay.runtime.State;
import io.assay.runtime.health.Check;
import io.assay.runtime.health.CheckResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A part of the system that is started before it is used and stopped after it.
///
/// @param name as the operator says it, such as `ledger`
/// @param phase in which it is started; never [Phase#VERIFY]
/// @param needs names of those that must run before it
/// @param hooks how it is started, stopped and checked
public record Component(
    String name, Phase phase, Set<String> needs, Criticality criticality, Hooks hooks) {

  /// Something that may fail.
  @FunctionalInterface
  public interface Action {
    /// Does nothing.
    Action NONE = () -> {};

    void run() throws Exception;
  }

  /// Ends something within a time that it is told: past it, it is interrupted.
  @FunctionalInterface
  public interface Ending {
    /// Has nothing to end.
    Ending NONE = _ -> {};

    void run(Duration within) throws Exception;
  }

  /// How a component is started, stopped and checked. Stopping must do no harm where starting came
  /// only halfway.
  public record Hooks(Action start, Ending stop, Check check) {
    public Hooks {
      Objects.requireNonNull(start, "start");
      Objects.requireNonNull(stop, "stop");
      Objects.requireNonNull(check, "check");
    }
  }

  public Component {
    Objects.requireNonNull(criticality, "criticality");
    Objects.requireNonNull(hooks, "hooks");
    needs = Collections.unmodifiableSet(new LinkedHashSet<>(needs)); // in the order given
    if (name.isBlank() || phase == Phase.VERIFY) {
      throw new IllegalArgumentException("a component has a name and a phase to start in");
    }
  }

  /// A critical component that needs nothing and does nothing yet.
  public static Component of(String name, Phase phase) {
    Hooks hooks = new Hooks(Action.NONE, Ending.NONE, CheckResult::up);
    return new Component(name, phase, Set.of(), Criticality.CRITICAL, hooks);
  }

  /// The same, started after those.
  public Component needing(String... others) {
    return new Component(name, phase, new LinkedHashSet<>(List.of(others)), criticality, hooks);
  }

  public Component with(Criticality other) {
    return new Component(name, phase, needs, other, hooks);
  }

  public Component starting(Action start) {
    return with(new Hooks(start, hooks.stop, hooks.check));
  }

  public Component stopping(Ending stop) {
    return with(new Hooks(hooks.start, stop, hooks.check));
  }

  public Component checking(Check check) {
    return with(new Hooks(hooks.start, hooks.stop, check));
  }

  private Component with(Hooks changed) {
    return new Component(name, phase, needs, criticality, changed);
  }

  /// A component as the operator sees it.
  ///
  /// @param since when it came into its state
  public record View(
      String name, Phase phase, Criticality criticality, State state, Instant since) {}
}
