package io.assay.app.client;

import io.assay.app.api.LetterPage;
import io.assay.app.api.SystemApi;
import io.assay.app.api.SystemView;
import io.assay.app.web.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Everything that the system says of itself, asked one after the other.
///
/// @param letters how many dead letters are kept
public record SystemStatus(
    SystemView.Identity identity,
    SystemView.Components components,
    SystemView.Tasks tasks,
    SystemView.Resources resources,
    SystemView.Performance performance,
    SystemView.Alerts alerts,
    SystemView.Availability availability,
    long letters) {

  /// The same as the system said it, by name of the resource.
  public static Map<String, JsonNode> raw(SystemClient system)
      throws SystemClient.Absent, SystemClient.Refused, IOException, InterruptedException {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    all.put("system", system.get(SystemApi.ROOT).path("system"));
    for (String name :
        new String[] {
          "components", "tasks", "resources", "performance", "alerts", "availability"
        }) {
      all.put(name, system.get(SystemApi.ROOT + "/" + name));
    }
    all.put("dead_letters", system.get(LetterPage.path(0, 1)));
    return all;
  }

  /// What was said, understood.
  ///
  /// @throws tools.jackson.core.JacksonException if it is not what this version understands
  public static SystemStatus of(Map<String, JsonNode> raw) {
    return new SystemStatus(
        as(raw, "system", SystemView.Identity.class),
        as(raw, "components", SystemView.Components.class),
        as(raw, "tasks", SystemView.Tasks.class),
        as(raw, "resources", SystemView.Resources.class),
        as(raw, "performance", SystemView.Performance.class),
        as(raw, "alerts", SystemView.Alerts.class),
        as(raw, "availability", SystemView.Availability.class),
        as(raw, "dead_letters", LetterPage.class).size());
  }

  private static <T> T as(Map<String, JsonNode> raw, String name, Class<T> type) {
    JsonNode said = raw.get(name);
    if (said == null) {
      throw new IllegalArgumentException("nothing was said of " + name);
    }
    return Json.as(said, type);
  }
}
