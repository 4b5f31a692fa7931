package io.assay.app.api;

import io.assay.app.web.Action;
import io.assay.app.web.Answer;
import io.assay.app.web.Refusal;
import io.assay.app.web.Request;
import io.assay.app.web.Route;
import io.assay.core.call.CallId;
import io.assay.core.message.ChannelId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What can be done to calls and to channels.
///
/// In a path, a call is written as it is elsewhere, with a colon in place of the slash:
/// `1349910648:1234`.
public record CallRoutes(Controls controls) {
  private static final String CALLS = "/api/v1/calls";
  private static final String CHANNELS = "/api/v1/channels";

  /// Where a call is declared void.
  public static String voiding(CallId call) {
    String written = call.toString().replace('/', ':');
    return CALLS + "/" + URLEncoder.encode(written, StandardCharsets.UTF_8) + "/void";
  }

  List<Route> routes() {
    return List.of(
        Action.postJson(CALLS + "/{id}/void", this::declareVoid),
        Action.post(CHANNELS + "/{id}/admit", this::admit));
  }

  private Answer declareVoid(Request request) throws Exception {
    CallId call = call(request.path("id"));
    Controls.Reason reason = request.body(Controls.Reason.class);
    return SystemApi.done(controls.declareVoid(call, reason), "call " + call);
  }

  private static CallId call(String written) {
    try {
      return CallId.parse(written.replace(':', '/'));
    } catch (IllegalArgumentException _) {
      throw Refusal.unknown("call " + written);
    }
  }

  private Answer admit(Request request) {
    controls.admitBackfill(new ChannelId(request.id("id")));
    return Answer.done();
  }
}
