package io.assay.adapters.http;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// An address outside that requests are sent to. Redirects are not followed, so that what is meant
/// for one address reaches no other.
///
/// What the client throws is put into words of our own and goes no further: its texts hold
/// addresses.
public final class Endpoint implements AutoCloseable {
  private final String name;
  private final URI address;
  private final Duration patience;
  private final Dialler dialler;
  private final boolean shared;

  /// An endpoint.
  ///
  /// @param name what it is called in messages, such as `the webhook`
  /// @param url http or https
  /// @param patience for the whole of a request
  /// @throws IllegalArgumentException if the URL is none; it is not in the message
  public Endpoint(String name, String url, Duration patience) {
    this(name, url, patience, new Dialler(patience), false);
  }

  /// The same over connections that others use too: closing it leaves them open.
  public Endpoint(String name, String url, Duration patience, Dialler dialler) {
    this(name, url, patience, dialler, true);
  }

  private Endpoint(String name, String url, Duration patience, Dialler dialler, boolean shared) {
    this.name = name;
    this.address = address(name, url);
    this.patience = patience;
    this.dialler = dialler;
    this.shared = shared;
  }

  private static URI address(String name, String url) {
    URI address = null;
    try {
      address = new URI(url);
    } catch (URISyntaxException e) {
      // its message holds the URL
    }
    if (address == null || address.getHost() == null || !isHttp(address.getScheme())) {
      throw new IllegalArgumentException("the address of " + name + " is no http or https URL");
    }
    return address;
  }

  private static boolean isHttp(@Nullable String scheme) {
    return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
  }

  /// A request to the address, to be completed by its sender.
  public HttpRequest.Builder request() {
    return request(address);
  }

  /// A request for what lies below the address.
  ///
  /// @param path begins with a slash; its parts are escaped already, and are told to whoever reads
  ///   the log of a proxy: no secrets
  public HttpRequest.Builder request(String path) {
    String base = address.toString();
    return request(
        URI.create(base.endsWith("/") ? base.substring(0, base.length() - 1) + path : base + path));
  }

  private HttpRequest.Builder request(URI target) {
    return HttpRequest.newBuilder(target).timeout(patience).header("User-Agent", "assay");
  }

  /// Sends a request and waits for the reply as far as the body is wanted.
  ///
  /// @throws Fault temporary: there was no reply
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws InterruptedException {
    CompletableFuture<HttpResponse<T>> reply = dialler.client().sendAsync(request, body);
    try {
      return reply.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw silence(words(e.getCause()));
    } catch (TimeoutException e) {
      throw silence(noAnswer());
    } finally {
      reply.cancel(true);
    }
  }

  private Fault silence(String cause) {
    return new Fault(ErrorKind.TEMPORARY, name + " cannot be reached: " + cause, null);
  }

  private String noAnswer() {
    return "no answer within " + patience.toMillis() + " ms";
  }

  private String words(@Nullable Throwable failure) {
    return switch (failure) {
      case HttpConnectTimeoutException _ -> "no connection within " + patience.toMillis() + " ms";
      case HttpTimeoutException _ -> noAnswer();
      case ConnectException refused when isUnknown(refused) -> "nobody knows its host";
      case ConnectException _ -> "the connection is refused";
      case BodyTooLargeException _ -> "its answer is larger than it may be";
      case SSLException _ -> "no trusted TLS connection: look at its certificate";
      case IOException _ -> "the connection broke off";
      case null, default -> "the request failed";
    };
  }

  private static boolean isUnknown(ConnectException refused) {
    Throwable cause = refused;
    for (int depth = 0; cause != null && depth < 4; depth++) {
      if (cause instanceof UnresolvedAddressException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /// Gives up what is under way, where it has connections of its own.
  @Override
  public void close() {
    if (!shared) {
      dialler.close();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
