package io.assay.app.config;

import io.assay.app.config.binding.Doc;
import io.assay.app.config.binding.Objections;
import io.assay.app.config.binding.Secret;
import io.assay.app.config.binding.Within;
import io.assay.app.web.AccessToken;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where the web interface listens, and what it asks of whoever wants to change something.
///
/// @param port 0: any that is free
/// @param token null: one is made and kept in the file `token` where everything is kept
public record WebSettings(
    @Doc("address it listens at; one that others can reach needs a token") String host,
    @Doc("port it listens at; 0: any that is free") @Within(least = "0", most = "65535") int port,
    @Doc("what whoever acts must know; unset: made, and kept in token in data.directory")
        @Nullable Secret<String> token) {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

  /// The defaults.
  public WebSettings() {
    this("127.0.0.1", 8787, null);
  }

  public WebSettings {
    boolean named = HOST.matcher(host).matches() || literal(host) != null;
    new Objections()
        .unless(named, "is no name or address such as 127.0.0.1", "host")
        .unless(
            !named || token != null || isLoopback(host),
            "can be reached by others, so web.token must be set",
            "host",
            "token")
        .unless(
            token == null || AccessToken.isForm(token.reveal()),
            "must be 16 to 512 letters, digits or . _ ~ + / = -",
            "token")
        .raise();
  }

  /// Whether only this machine can reach an address. Names are not looked up, so any but
  /// `localhost` counts as one that others can reach.
  private static boolean isLoopback(String host) {
    InetAddress address = literal(host);
    return host.equals("localhost") || (address != null && address.isLoopbackAddress());
  }

  private static @Nullable InetAddress literal(String host) {
    try {
      return InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
