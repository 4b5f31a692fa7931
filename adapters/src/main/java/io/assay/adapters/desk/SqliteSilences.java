package io.assay.adapters.desk;

import io.assay.runtime.alert.Silence;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Silences, as JSON: a row each.
final class SqliteSilences implements Silence.Store {
  private final Drawer drawer;

  SqliteSilences(Drawer drawer) {
    this.drawer = drawer;
  }

  @Override
  public void keep(Silence silence) {
    drawer.change(
        "INSERT OR REPLACE INTO silences (name, body) VALUES (?, ?)",
        silence.id(),
        JsonMapper.shared().writeValueAsString(silence));
  }

  @Override
  public void forget(String id) {
    drawer.change("DELETE FROM silences WHERE name = ?", id);
  }

  @Override
  public List<Silence> load() {
    return drawer.read(
        "SELECT body FROM silences ORDER BY id",
        row -> JsonMapper.shared().readValue(row.getString(1), Silence.class));
  }
}
