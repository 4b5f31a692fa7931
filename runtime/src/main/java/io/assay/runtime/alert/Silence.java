package io.assay.runtime.alert;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An order not to be told of some alerts for a while. They are watched and shown all the same, and
/// are told when it ends, if they still fire.
///
/// @param id by which it is lifted; a second one of the same id takes its place
/// @param rule whose alerts: its name, or the beginning of one and `*`; null: of any rule
/// @param instance of which instance: its name, or the beginning of one and `*`; null: of any
/// @param until when it ends, on the wall clock, as whoever asked for it meant it
/// @param who asked for it
/// @param why they did, in a few words
public record Silence(
    String id,
    @Nullable String rule,
    @Nullable String instance,
    Instant until,
    String who,
    String why) {
  public Silence {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(why, "why");
    if (rule == null && instance == null) {
      throw new IllegalArgumentException("a silence names a rule, an instance or both");
    }
  }

  boolean covers(Alert.Id alert) {
    return (rule == null || matches(rule, alert.rule()))
        && (instance == null || matches(instance, alert.instance()));
  }

  private static boolean matches(String pattern, String name) {
    return pattern.endsWith("*")
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : name.equals(pattern);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(until);
  }

  /// Where silences are kept from one run to the next. Port. Safe for any thread.
  public interface Store {
    /// Keeps it, in the place of an earlier one of its id.
    void keep(Silence silence);

    /// Forgets the one of that id, if there is one.
    void forget(String id);

    /// All that are kept, oldest first.
    List<Silence> load();
  }

  /// Keeps them for as long as the process runs.
  public static final class InMemory implements Store {
    private final Map<String, Silence> kept = new LinkedHashMap<>();

    @Override
    public synchronized void keep(Silence silence) {
      kept.remove(silence.id());
      kept.put(silence.id(), silence);
    }

    @Override
    public synchronized void forget(String id) {
      kept.remove(id);
    }

    @Override
    public synchronized List<Silence> load() {
      return List.copyOf(kept.values());
    }
  }
}
