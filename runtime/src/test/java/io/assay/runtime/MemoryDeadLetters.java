package io.assay.runtime;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Dead letters that are kept as long as the test runs.
public final class MemoryDeadLetters implements DeadLetters {
  private final TreeMap<Long, DeadLetter> letters = new TreeMap<>();
  private long last;

  @Override
  public synchronized long keep(DeadLetter letter) {
    letters
        .values()
        .removeIf(
            kept -> kept.origin().equals(letter.origin()) && kept.item().equals(letter.item()));
    last++;
    letters.put(last, letter.withId(last));
    return last;
  }

  @Override
  public synchronized List<DeadLetter> list(long after, int most) {
    return letters.tailMap(after, false).values().stream().limit(most).toList();
  }

  @Override
  public synchronized @Nullable DeadLetter find(long id) {
    return letters.get(id);
  }

  @Override
  public synchronized boolean drop(long id) {
    return letters.remove(id) != null;
  }

  @Override
  public synchronized long size() {
    return letters.size();
  }
}
