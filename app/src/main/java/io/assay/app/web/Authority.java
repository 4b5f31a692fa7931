package io.assay.app.web;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whom a request addresses: the value of its `Host`.
///
/// @param host in lower case, an IPv6 address without its brackets
/// @param port 80 where none is named
record Authority(String host, int port) {
  private static final int DEFAULT_PORT = 80;
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9a-fA-F:.]{2,45})]|([a-zA-Z0-9._-]{1,253}))(?::([0-9]{1,5}))?");

  /// Reads a host with or without a port.
  ///
  /// @return null if it is none
  static @Nullable Authority of(String value) {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches()) {
      return null;
    }
    String address = matcher.group(1);
    String host = address == null ? matcher.group(2) : address;
    String port = matcher.group(3);
    return new Authority(
        host.toLowerCase(Locale.ROOT), port == null ? DEFAULT_PORT : Integer.parseInt(port));
  }

  /// As a request names it: an IPv6 address in brackets.
  static String written(String host, int port) {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
