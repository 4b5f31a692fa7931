package io.assay.adapters.notice;

import io.assay.adapters.http.Endpoint;
import io.assay.adapters.http.Reply;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/// Tells somebody outside that we are alive, who raises the alarm when it stops: a dead man's
/// switch. Safe for any thread.
public final class HeartbeatPing implements AutoCloseable {
  private final Endpoint endpoint;

  /// A ping.
  ///
  /// @param url http or https; itself a secret
  /// @param patience for one ping
  /// @throws IllegalArgumentException if the URL is none
  public HeartbeatPing(String url, Duration patience) {
    endpoint = new Endpoint("the dead man's switch", url, patience);
  }

  /// Gets the address once.
  ///
  /// @throws io.assay.runtime.Fault temporary or operational: nobody out there has heard it
  public void ping() throws InterruptedException {
    HttpResponse<Void> response =
        endpoint.send(endpoint.request().GET().build(), _ -> new Disinterest());
    Reply reply = new Reply(response.statusCode(), ""); // the next ping has its own time
    if (!reply.isSuccess()) {
      throw reply.fault(endpoint.toString(), Instant.EPOCH);
    }
  }

  /// Gives up what is under way.
  @Override
  public void close() {
    endpoint.close();
  }

  @Override
  public String toString() {
    return endpoint.toString();
  }
}
