package io.assay.adapters.desk;

import io.assay.runtime.measure.StatisticsStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Statistics, a row an hour and a row a day.
final class SqliteStatistics implements StatisticsStore {
  private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

  private final Drawer drawer;

  SqliteStatistics(Drawer drawer) {
    this.drawer = drawer;
  }

  @Override
  public void save(List<Bucket> buckets) {
    drawer.together(() -> {
      for (Bucket bucket : buckets) {
        drawer.change(
            "INSERT OR REPLACE INTO statistics VALUES (?, ?, ?, ?)",
            bucket.resolution().name(),
            bucket.start().toString(),
            bucket.covered().toNanos(),
            JsonMapper.shared().writeValueAsString(bucket.counts()));
      }
      for (Resolution resolution : Resolution.values()) {
        drawer.change(
            "DELETE FROM statistics WHERE resolution = ? AND start NOT IN (SELECT start FROM"
                + " statistics WHERE resolution = ? ORDER BY start DESC LIMIT ?)",
            resolution.name(),
            resolution.name(),
            resolution.kept());
      }
    });
  }

  @Override
  public List<Bucket> load() {
    return drawer
        .read("SELECT resolution, start, covered, counts FROM statistics", SqliteStatistics::bucket)
        .stream()
        .sorted(ORDER)
        .toList();
  }

  private static Bucket bucket(ResultSet row) throws SQLException {
    return new Bucket(
        Resolution.valueOf(row.getString(1)),
        Instant.parse(row.getString(2)),
        Duration.ofNanos(row.getLong(3)),
        JsonMapper.shared().readValue(row.getString(4), COUNTS));
  }
}
