package io.assay.adapters.desk;

import io.assay.runtime.measure.StatisticsStore;
import io.assay.runtime.measure.StatisticsStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteStatisticsIT extends StatisticsStoreContract {
  @TempDir Path folder;
  private final List<SqliteDesk> desks = new ArrayList<>();

  @Override
  protected StatisticsStore open() throws IOException {
    SqliteDesk desk = SqliteDesk.open(folder.resolve("desk.db"));
    desks.add(desk);
    return desk.statistics();
  }

  @Override
  protected StatisticsStore reopen(StatisticsStore before) throws IOException {
    desks.getLast().close();
    return open();
  }

  @AfterEach
  void close() {
    desks.getLast().close();
  }
}
