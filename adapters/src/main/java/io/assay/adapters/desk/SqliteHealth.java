package io.assay.adapters.desk;

import io.assay.runtime.health.HealthStore;
import io.assay.runtime.health.Vitals;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// The history of health, as JSON: a row a sample, and a row an hour.
final class SqliteHealth implements HealthStore {
  private final Drawer drawer;

  SqliteHealth(Drawer drawer) {
    this.drawer = drawer;
  }

  @Override
  public void append(Vitals sample) {
    append("health_samples", sample);
  }

  @Override
  public void append(HealthStore.Hour hour) {
    append("health_hours", hour);
  }

  private void append(String table, Object body) {
    drawer.change(
        "INSERT INTO " + table + " (body) VALUES (?)",
        JsonMapper.shared().writeValueAsString(body));
  }

  @Override
  public List<Vitals> samples(int most) {
    return newest("health_samples", Vitals.class, most);
  }

  @Override
  public List<HealthStore.Hour> hours(int most) {
    return newest("health_hours", HealthStore.Hour.class, most);
  }

  private <T> List<T> newest(String table, Class<T> type, int most) {
    return drawer
        .read(
            "SELECT body FROM " + table + " ORDER BY id DESC LIMIT ?",
            row -> JsonMapper.shared().readValue(row.getString(1), type),
            most)
        .reversed();
  }

  @Override
  public void trim(int samples, int hours) {
    drawer.together(() -> {
      keep("health_samples", samples);
      keep("health_hours", hours);
    });
  }

  private void keep(String table, int newest) {
    drawer.change(
        "DELETE FROM %s WHERE id NOT IN (SELECT id FROM %s ORDER BY id DESC LIMIT ?)"
            .formatted(table, table),
        newest);
  }
}
