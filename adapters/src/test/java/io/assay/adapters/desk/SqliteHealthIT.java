package io.assay.adapters.desk;

import io.assay.runtime.health.HealthStore;
import io.assay.runtime.health.HealthStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteHealthIT extends HealthStoreContract {
  @TempDir Path folder;
  private final List<SqliteDesk> desks = new ArrayList<>();

  @Override
  protected HealthStore open() throws IOException {
    SqliteDesk desk = SqliteDesk.open(folder.resolve("desk.db"));
    desks.add(desk);
    return desk.health();
  }

  @Override
  protected HealthStore reopen(HealthStore before) throws IOException {
    desks.getLast().close();
    return open();
  }

  @AfterEach
  void close() {
    desks.getLast().close();
  }
}
