package io.assay.adapters.desk;

import io.assay.runtime.alert.Alert;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Alerts that somebody knows of, as JSON: a row each.
final class SqliteToldAlerts implements Alert.Store {
  private final Drawer drawer;

  SqliteToldAlerts(Drawer drawer) {
    this.drawer = drawer;
  }

  @Override
  public void keep(Alert alert) {
    drawer.change(
        "INSERT OR REPLACE INTO told_alerts (rule, instance, body) VALUES (?, ?, ?)",
        alert.id().rule(),
        alert.id().instance(),
        JsonMapper.shared().writeValueAsString(alert));
  }

  @Override
  public void forget(Alert.Id id) {
    drawer.change(
        "DELETE FROM told_alerts WHERE rule = ? AND instance = ?", id.rule(), id.instance());
  }

  @Override
  public List<Alert> load() {
    return drawer.read(
        "SELECT body FROM told_alerts ORDER BY id",
        row -> JsonMapper.shared().readValue(row.getString(1), Alert.class));
  }
}
