package io.assay.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.core.flow.Audit;
import io.assay.core.ledger.Block;
import io.assay.sim.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalCutIT {
  private static final int CUTS = 50;

  @TempDir Path folder;

  @Test
  void open_aLogCutAnywhere_isACommittedPrefixWhoseChainVerifies() throws IOException {
    Path file = folder.resolve("running.db");
    byte[] base;
    byte[] log;
    List<Block.Head> heads = new ArrayList<>(List.of(Block.Head.START));
    try (SqliteBooks books = SqliteBooks.open(file)) {
      Played.play(History.of(Played.SMALL), books, 100);
      books.journal().read(block -> heads.add(block.head()));
      base = Files.readAllBytes(file);
      log = Files.readAllBytes(folder.resolve("running.db-wal"));
    }
    assertThat(heads.size()).isGreaterThan(20);

    SplittableRandom random = new SplittableRandom(6);
    boolean[] prefixes = new boolean[heads.size()];
    for (int i = 0; i < CUTS; i++) {
      Path copy = Files.createDirectory(folder.resolve("cut" + i)).resolve("books.db");
      Files.write(copy, base);
      Path cut = copy.resolveSibling("books.db-wal");
      Files.write(cut, Arrays.copyOf(log, random.nextInt(log.length + 1)));
      try (SqliteBooks books = SqliteBooks.open(copy)) {
        assertThat(books.damage()).isEmpty();
        Audit.Report audit = Audit.of(books);
        assertThat(audit.findings()).as("cut %d", i).isEmpty();
        assertThat(heads).contains(audit.head());
        prefixes[heads.indexOf(audit.head())] = true;
      }
    }
    int different = 0;
    for (boolean prefix : prefixes) {
      different += prefix ? 1 : 0;
    }
    assertThat(different).isGreaterThan(5);
  }
}
