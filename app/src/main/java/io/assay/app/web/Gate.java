package io.assay.app.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who may pass. A page in somebody's browser can make it ask this machine for anything, so nothing
/// is believed for having come from here.
final class Gate {
  private static final String REALM = "Bearer realm=\"assay\"";

  /// What every answer tells a browser: not to guess what it is, not to keep it, not to run
  /// anything in it, not to hand it to other pages, not to say where it was.
  static final Map<String, String> GUARDS = guards();

  private final WebSettings settings;
  private final AccessToken token;
  private final int port;

  /// A gate.
  ///
  /// @param port under which the house is reached
  Gate(WebSettings settings, AccessToken token, int port) {
    this.settings = settings;
    this.token = token;
    this.port = port;
  }

  private static Map<String, String> guards() {
    Map<String, String> guards = new LinkedHashMap<>();
    guards.put("X-Content-Type-Options", "nosniff");
    guards.put("Cache-Control", "no-store");
    guards.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    guards.put("Cross-Origin-Resource-Policy", "same-origin");
    guards.put("Referrer-Policy", "no-referrer");
    return guards;
  }

  /// Lets in who addresses this house, and not somebody whose name server says that it is here.
  void admit(@Nullable String host) {
    Authority asked = host == null ? null : Authority.of(host);
    if (asked == null || !isOurs(asked)) {
      throw new Refusal(421, "this house does not answer to that name");
    }
  }

  /// A port that was mapped in front of a house for all the network is not known here; names are.
  private boolean isOurs(Authority asked) {
    boolean named =
        WebSettings.isLoopback(asked.host())
            || asked.host().equalsIgnoreCase(settings.host())
            || settings.names().contains(asked.host());
    if (settings.isLoopback()) {
      return (named && asked.port() == port) || settings.names().contains(asked.host());
    }
    return named || (settings.isWildcard() && WebSettings.isLiteral(asked.host()));
  }

  /// Lets pass who may do what this route does.
  ///
  /// @param host as admitted
  void pass(Route.Access access, String host, @Nullable String origin, @Nullable String presented) {
    switch (access) {
      case OPEN -> {}
      case READ -> {
        if (!settings.isLoopback()) {
          requireToken(presented);
        }
      }
      case ACT -> {
        requireOwnOrigin(origin, host);
        requireToken(presented);
      }
    }
  }

  private static void requireOwnOrigin(@Nullable String origin, String host) {
    if (origin != null
        && !origin.equalsIgnoreCase("http://" + host)
        && !origin.equalsIgnoreCase("https://" + host)) {
      throw new Refusal(403, "a page from elsewhere may not do this");
    }
  }

  private void requireToken(@Nullable String presented) {
    if (presented == null) {
      throw new Refusal(401, "this needs the token: Authorization: Bearer <data>/token")
          .header("WWW-Authenticate", REALM);
    }
    if (!token.isIn(presented)) {
      throw new Refusal(401, "this is not the token of this house")
          .header("WWW-Authenticate", REALM + ", error=\"invalid_token\"");
    }
  }
}
