package io.assay.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What any [DeadLetters] must do.
public abstract class DeadLettersContract {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123Z");

  /// A new and empty store; whoever opens it also closes it.
  protected abstract DeadLetters open() throws Exception;

  private static DeadLetter letter(String origin, String item) {
    return new DeadLetter(0, origin, item, "no such sheet", 5, AT, "{\"row\":\"" + item + "\"}");
  }

  @Test
  void keep_letter_isFoundAsItWas() throws Exception {
    DeadLetters letters = open();
    DeadLetter odd = new DeadLetter(77, "sheets", "a\n✗ 'b'", "ünsaid; \"x\"", 1, AT, "☠ \t\r\n");
    long id = letters.keep(odd);
    assertThat(letters.find(id)).isEqualTo(odd.withId(id));
  }

  @Test
  void keep_several_idsAscend() throws Exception {
    DeadLetters letters = open();
    long first = letters.keep(letter("csv", "1"));
    long second = letters.keep(letter("csv", "2"));
    letters.drop(second);
    long third = letters.keep(letter("csv", "3"));
    assertThat(first).isPositive();
    assertThat(second).isGreaterThan(first);
    assertThat(third).as("an id is never given twice").isGreaterThan(second);
  }

  @Test
  void keep_sameItemOfSameOrigin_takesThePlaceOfTheEarlier() throws Exception {
    DeadLetters letters = open();
    letters.keep(letter("csv", "1"));
    letters.keep(letter("csv", "2"));
    DeadLetter again = new DeadLetter(0, "csv", "1", "disk full", 9, AT.plusSeconds(60), "{}");
    long id = letters.keep(again);
    assertThat(letters.size()).isEqualTo(2);
    assertThat(letters.list(0, 10)).map(DeadLetter::cause).contains("disk full");
    assertThat(letters.find(id)).isEqualTo(again.withId(id));
  }

  @Test
  void keep_sameItemOfAnotherOrigin_isAnother() throws Exception {
    DeadLetters letters = open();
    letters.keep(letter("csv", "1"));
    letters.keep(letter("sheets", "1"));
    assertThat(letters.size()).isEqualTo(2);
  }

  @Test
  void list_isOldestFirstAndInPages() throws Exception {
    DeadLetters letters = open();
    for (int i = 1; i <= 5; i++) {
      letters.keep(letter("csv", "" + i));
    }
    List<DeadLetter> page = letters.list(0, 2);
    assertThat(page).map(DeadLetter::item).containsExactly("1", "2");
    assertThat(letters.list(page.getLast().id(), 2))
        .map(DeadLetter::item)
        .containsExactly("3", "4");
    assertThat(letters.list(0, 100)).map(DeadLetter::id).isSorted().hasSize(5);
    assertThat(letters.list(letters.list(0, 100).getLast().id(), 2)).isEmpty();
  }

  @Test
  void find_unknown_isNull() throws Exception {
    assertThat(open().find(4711)).isNull();
  }

  @Test
  void drop_takesItOut() throws Exception {
    DeadLetters letters = open();
    long id = letters.keep(letter("csv", "1"));
    assertThat(letters.drop(id)).isTrue();
    assertThat(letters.find(id)).isNull();
    assertThat(letters.size()).isZero();
    assertThat(letters.list(0, 10)).isEmpty();
  }

  @Test
  void drop_twice_saysThatThereWasNone() throws Exception {
    DeadLetters letters = open();
    long id = letters.keep(letter("csv", "1"));
    letters.drop(id);
    assertThat(letters.drop(id)).isFalse();
  }

  @Test
  void keep_fromManyThreads_losesNothingAndDoublesNothing() throws Exception {
    DeadLetters letters = open();
    List<Callable<Long>> keeping = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      DeadLetter letter = letter("origin" + i % 4, "item" + i / 8); // each of them twice
      keeping.add(() -> letters.keep(letter));
    }
    List<Long> ids = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Long> kept : threads.invokeAll(keeping)) {
        ids.add(kept.get());
      }
    }
    long distinct = IntStream.range(0, 100).mapToObj(i -> i % 4 + "/" + i / 8).distinct().count();
    assertThat(letters.size()).isEqualTo(distinct);
    assertThat(letters.list(0, 1_000)).map(DeadLetter::id).doesNotHaveDuplicates();
    assertThat(ids).allMatch(id -> id > 0);
  }
}
