package io.assay.runtime.alert;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something that is, or was, not as it should be, as it stands at one moment.
///
/// @param id what it is about
/// @param severity of its rule
/// @param state where it stands
/// @param since when it came to that state, for people
/// @param value as last seen, such as `87.3 %`
/// @param summary what is wrong and what to do
/// @param flapping true: it came and went too often, and fires until it has been quiet for a while
/// @param acknowledgedBy who has taken it on; null: nobody
/// @param silencedBy why nobody is told; null: not silenced
public record Alert(
    Id id,
    Severity severity,
    State state,
    Instant since,
    String value,
    String summary,
    boolean flapping,
    @Nullable String acknowledgedBy,
    @Nullable Silence silencedBy) {
  public Alert {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(summary, "summary");
  }

  /// What an alert is about: its rule and which of the things that the rule watches. Two breaches
  /// of one id are one alert.
  ///
  /// @param instance empty where the rule watches one thing only
  public record Id(String rule, String instance) {
    public Id {
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(instance, "instance");
    }

    @Override
    public String toString() {
      return instance.isEmpty() ? rule : rule + "/" + instance;
    }
  }

  /// Where an alert stands, from the one that matters most.
  public enum State {
    FIRING,
    /// Breached, but not for as long as its rule demands.
    PENDING,
    /// Over; shown for a while.
    RESOLVED
  }

  /// How grave it is, from mild to grave.
  public enum Severity {
    /// Worth knowing.
    INFO,
    /// Somebody should look today.
    WARNING,
    /// Somebody should look now.
    CRITICAL
  }

  /// Where alerts are kept from one run to the next that somebody knows of, and nobody yet knows to
  /// be over. Port. Safe for any thread.
  public interface Store {
    /// Keeps it as it stands, in the place of an earlier one of its id.
    void keep(Alert alert);

    /// Forgets the one of that id, if there is one.
    void forget(Id id);

    /// All that are kept, oldest first.
    List<Alert> load();
  }

  /// Keeps them for as long as the process runs.
  public static final class InMemory implements Store {
    private final Map<Id, Alert> kept = new LinkedHashMap<>();

    @Override
    public synchronized void keep(Alert alert) {
      kept.remove(alert.id());
      kept.put(alert.id(), alert);
    }

    @Override
    public synchronized void forget(Id id) {
      kept.remove(id);
    }

    @Override
    public synchronized List<Alert> load() {
      return List.copyOf(kept.values());
    }
  }
}
