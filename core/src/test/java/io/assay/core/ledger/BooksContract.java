package io.assay.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.canon.Sha256;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Fingerprint;
import io.assay.core.message.MessageRef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What all books must do, wherever they are kept.
public abstract class BooksContract {
  private static final MessageRef MESSAGE = new MessageRef(new ChannelId(7), 100);
  private static final Fingerprint PRINT = new Fingerprint(-1, 2);

  private Books books;

  /// Empty books.
  protected abstract Books open() throws Exception;

  /// The same books after the program that had them ended.
  protected abstract Books reopen(Books before) throws Exception;

  @BeforeEach
  void openBooks() throws Exception {
    books = open();
  }

  @AfterEach
  void closeBooks() {
    books.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Leaf> entries(String... texts) {
    return Stream.of(texts).map(text -> Leaf.of(bytes(text))).toList();
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    books.journal().read(blocks::add);
    return blocks;
  }

  private List<String> rows(Table table, String prefix) {
    List<String> rows = new ArrayList<>();
    books
        .ledger()
        .scan(
            table,
            bytes(prefix),
            (key, value) ->
                rows.add(
                    new String(key, StandardCharsets.UTF_8)
                        + "="
                        + new String(value, StandardCharsets.UTF_8)));
    return rows;
  }

  @Test
  void journal_empty_beginsAtTheStart() {
    assertThat(books.journal().head()).isEqualTo(Block.Head.START);
    assertThat(blocks()).isEmpty();
  }

  @Test
  void append_blocks_areChainedInOrderAndSurviveTheProgram() throws Exception {
    books.transact(() -> books.journal().append(entries("a", "b")));
    books.transact(() -> books.journal().append(entries("c")));
    Block.Head head = books.journal().head();
    books = reopen(books);

    assertThat(books.journal().head()).isEqualTo(head);
    List<Block> blocks = blocks();
    assertThat(blocks).hasSize(2);
    assertThat(blocks.get(0).entries())
        .usingElementComparator((x, y) ->
            new String(x, StandardCharsets.UTF_8).compareTo(new String(y, StandardCharsets.UTF_8)))
        .containsExactly(bytes("a"), bytes("b"));
    assertThat(blocks.get(1).first()).isEqualTo(2);
    assertThat(blocks.get(1).previous()).isEqualTo(blocks.get(0).seal());
    assertThat(blocks.get(1).head()).isEqualTo(head);
    assertThat(Block.seal(blocks.get(0).head(), List.of(bytes("c")))).isEqualTo(head.seal());
  }

  @Test
  void find_anyPosition_isTheBlockThatHoldsIt() {
    assertThat(books.journal().find(0)).isNull();
    int[] sizes = {1, 3, 1, 2, 5, 1, 1};
    for (int size : sizes) {
      String[] texts = new String[size];
      Arrays.fill(texts, "x");
      books.transact(() -> books.journal().append(entries(texts)));
    }
    long first = 0;
    for (int number = 0; number < sizes.length; number++) {
      for (long at = first; at < first + sizes[number]; at++) {
        Block block = Objects.requireNonNull(books.journal().find(at));
        assertThat(block.number()).isEqualTo(number);
        assertThat(block.first()).isEqualTo(first);
        assertThat(block.entries()).hasSize(sizes[number]);
      }
      first += sizes[number];
    }
    assertThat(books.journal().find(first)).isNull();
  }

  @Test
  void find_insideTheTransactionThatAppends_isThere() {
    books.transact(() -> {
      books.journal().append(entries("a"));
      assertThat(books.journal().find(0)).isNotNull();
    });
  }

  @Test
  void transact_thatThrows_leavesNoTrace() throws Exception {
    Sha256 name = Sha256.over(bytes("x"));
    books.transact(() -> books.ledger().put(Table.CALLS, bytes("k"), bytes("before")));
    assertThatThrownBy(() ->
            books.transact(() -> {
              books.journal().append(entries("a"));
              books.archive().keep(name, bytes("x"));
              books.ledger().put(Table.CALLS, bytes("k"), bytes("after"));
              books.ledger().put(Table.CALLS, bytes("new"), bytes("row"));
              books.ledger().remove(Table.CALLS, bytes("k"));
              books.seen().note(MESSAGE, new Seen.Sight(0, PRINT));
              throw new IllegalStateException("on purpose");
            }))
        .hasMessage("on purpose");

    assertNoTrace(name);
    books = reopen(books);
    assertNoTrace(name);
  }

  private void assertNoTrace(Sha256 name) {
    assertThat(books.journal().head()).isEqualTo(Block.Head.START);
    assertThat(books.archive().holds(name)).isFalse();
    assertThat(books.archive().find(name)).isNull();
    assertThat(rows(Table.CALLS, "")).containsExactly("k=before");
    assertThat(books.seen().find(MESSAGE)).isNull();
    assertThat(books.seen().size()).isZero();
  }

  @Test
  void transact_insideATransaction_isRefused() {
    assertThatThrownBy(() -> books.transact(() -> books.transact(() -> {})))
        .isInstanceOf(IllegalStateException.class);
    books.transact(() -> books.ledger().put(Table.CALLS, bytes("k"), bytes("v")));
    assertThat(rows(Table.CALLS, "")).containsExactly("k=v");
  }

  @Test
  void append_afterAFailedTransaction_isChainedToWhatIsThere() {
    books.transact(() -> books.journal().append(entries("a")));
    assertThatThrownBy(() ->
            books.transact(() -> {
              books.journal().append(entries("lost"));
              throw new IllegalStateException("on purpose");
            }))
        .hasMessage("on purpose");
    books.transact(() -> books.journal().append(entries("b")));
    assertThat(blocks()).hasSize(2);
    assertThat(blocks().get(1).previous()).isEqualTo(blocks().get(0).seal());
  }

  @Test
  void archive_keptTwice_isKeptOnce() throws Exception {
    Sha256 name = Sha256.over(bytes("evidence"));
    for (int i = 0; i < 2; i++) {
      books.transact(() -> books.archive().keep(name, bytes("evidence")));
    }
    books = reopen(books);
    assertThat(books.archive().holds(name)).isTrue();
    assertThat(books.archive().find(name)).isEqualTo(bytes("evidence"));
    List<Sha256> names = new ArrayList<>();
    books.archive().read((digest, _) -> names.add(digest));
    assertThat(names).containsExactly(name);
  }

  @Test
  void archive_largeAndEmptyEvidence_comesBackWhole() {
    for (byte[] evidence : List.of(new byte[0], new byte[3 << 20], bytes("0.1,".repeat(99_999)))) {
      Sha256 name = Sha256.over(evidence);
      books.transact(() -> books.archive().keep(name, evidence));
      assertThat(books.archive().find(name)).isEqualTo(evidence);
    }
  }

  @Test
  void ledger_rows_comeInByteOrderOfKeysAndByPrefix() {
    books.transact(() -> {
      books.ledger().put(Table.CALLS, bytes("b1"), bytes("1"));
      books.ledger().put(Table.CALLS, bytes("ÿ"), bytes("3"));
      books.ledger().put(Table.CALLS, bytes("a"), bytes("0"));
      books.ledger().put(Table.CALLS, bytes("b2"), bytes("2"));
      books.ledger().put(Table.WANTS, bytes("b9"), bytes("another table"));
    });
    assertThat(rows(Table.CALLS, "")).containsExactly("a=0", "b1=1", "b2=2", "ÿ=3");
    assertThat(rows(Table.CALLS, "b")).containsExactly("b1=1", "b2=2");
    assertThat(rows(Table.CALLS, "c")).isEmpty();
  }

  @Test
  void ledger_putAndRemove_areSeenInsideTheTransactionAndAfter() throws Exception {
    books.transact(() -> {
      books.ledger().put(Table.EPISODES, bytes("k"), bytes("1"));
      books.ledger().put(Table.EPISODES, bytes("k"), bytes("2"));
      assertThat(books.ledger().find(Table.EPISODES, bytes("k"))).isEqualTo(bytes("2"));
      books.ledger().put(Table.EPISODES, bytes("gone"), bytes("1"));
      books.ledger().remove(Table.EPISODES, bytes("gone"));
      books.ledger().remove(Table.EPISODES, bytes("never there"));
      assertThat(books.ledger().find(Table.EPISODES, bytes("gone"))).isNull();
    });
    books = reopen(books);
    assertThat(rows(Table.EPISODES, "")).containsExactly("k=2");
  }

  @Test
  void isEmpty_aTable_isUntilSomethingIsPut() {
    assertThat(books.ledger().isEmpty(Table.CALLS)).isTrue();
    books.transact(() -> books.ledger().put(Table.CALLS, bytes("k"), bytes("v")));
    assertThat(books.ledger().isEmpty(Table.CALLS)).isFalse();
    assertThat(books.ledger().isEmpty(Table.WANTS)).isTrue();
  }

  @Test
  void seen_theLatestNote_counts() throws Exception {
    Seen.Sight first = new Seen.Sight(0, PRINT);
    Seen.Sight edit = new Seen.Sight(77, new Fingerprint(3, -4));
    books.transact(() -> {
      books.seen().note(MESSAGE, first);
      assertThat(books.seen().find(MESSAGE)).isEqualTo(first);
    });
    books.transact(() -> books.seen().note(MESSAGE, edit));
    books = reopen(books);
    assertThat(books.seen().find(MESSAGE)).isEqualTo(edit);
    assertThat(books.seen().find(new MessageRef(MESSAGE.chat(), 99))).isNull();
    assertThat(books.seen().find(new MessageRef(new ChannelId(8), 100))).isNull();
    assertThat(books.seen().size()).isEqualTo(1);
  }
}
