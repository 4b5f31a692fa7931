package io.assay.adapters.desk;

import io.assay.runtime.alert.Silence;
import io.assay.runtime.alert.SilenceStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteSilencesIT extends SilenceStoreContract {
  @TempDir Path folder;
  private final List<SqliteDesk> desks = new ArrayList<>();

  @Override
  protected Silence.Store open() throws IOException {
    SqliteDesk desk = SqliteDesk.open(folder.resolve("desk.db"));
    desks.add(desk);
    return desk.silences();
  }

  @Override
  protected Silence.Store reopen(Silence.Store before) throws IOException {
    desks.getLast().close();
    return open();
  }

  @AfterEach
  void close() {
    desks.getLast().close();
  }
}
