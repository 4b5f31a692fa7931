package io.assay.app.house;

import io.assay.adapters.notice.Webhook;
import io.assay.runtime.alert.Alert;
import io.assay.runtime.alert.Notice;
import io.assay.runtime.alert.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Notices to a webhook, as JSON.
///
/// @param system what the system calls itself
public record NoticeRoute(Webhook webhook, String system) implements Route {
  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public void deliver(Notice notice) throws Exception {
    webhook.post(notice.key(), json(notice, system));
  }

  /// A notice as it is sent.
  static String json(Notice notice, String system) {
    return JsonMapper.shared().writeValueAsString(body(notice, system));
  }

  private static Map<String, Object> body(Notice notice, String system) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("system", system);
    body.put("kind", notice.kind().name());
    body.put("rule", notice.rule());
    body.put("severity", notice.severity().name());
    body.put("title", notice.title());
    body.put("text", notice.text());
    body.put("at", notice.at().toString());
    body.put("alerts", alerts(notice.alerts()));
    return body;
  }

  private static List<Map<String, Object>> alerts(List<Alert> alerts) {
    return alerts.stream().map(NoticeRoute::alert).toList();
  }

  private static Map<String, Object> alert(Alert alert) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("key", AlertKeys.of(alert.id()));
    one.put("state", alert.state().name());
    one.put("since", alert.since().toString());
    one.put("value", alert.value());
    one.put("summary", alert.summary());
    return one;
  }
}
