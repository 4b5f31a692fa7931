package io.assay.adapters.desk;

import io.assay.runtime.alert.Alert;
import io.assay.runtime.alert.ToldAlertsContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteToldAlertsIT extends ToldAlertsContract {
  @TempDir Path folder;
  private final List<SqliteDesk> desks = new ArrayList<>();

  @Override
  protected Alert.Store open() throws IOException {
    SqliteDesk desk = SqliteDesk.open(folder.resolve("desk.db"));
    desks.add(desk);
    return desk.told();
  }

  @Override
  protected Alert.Store reopen(Alert.Store before) throws IOException {
    desks.getLast().close();
    return open();
  }

  @AfterEach
  void close() {
    desks.getLast().close();
  }
}
