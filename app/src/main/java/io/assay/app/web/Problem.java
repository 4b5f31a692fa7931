package io.assay.app.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/// An error as RFC 9457 writes it. Its type is none in particular: the status says all that a
/// program needs to know.
///
/// @param detail one line
/// @param instance the path that was asked for
/// @param members further ones
record Problem(int status, String detail, String instance, Map<String, Object> members) {
  static final String TYPE = "application/problem+json";

  byte[] json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("type", "about:blank");
    all.put("title", HttpStatus.getMessage(status));
    all.put("status", status);
    all.put("detail", detail);
    all.put("instance", instance);
    all.putAll(members);
    return Json.bytes(all);
  }
}
