package io.assay.core.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryBooksTest extends BooksContract {
  @Override
  protected Books open() {
    return new MemoryBooks();
  }

  @Override
  protected Books reopen(Books before) {
    return before;
  }

  @Test
  void write_outsideATransaction_isRefused() {
    Books books = open();
    assertThatThrownBy(() -> books.journal().append(List.of(Leaf.of(new byte[1]))))
        .isInstanceOf(IllegalStateException.class);
  }
}
