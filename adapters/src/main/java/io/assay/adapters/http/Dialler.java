package io.assay.adapters.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Connections to servers, and the threads that serve them. Nothing is opened before the first
/// request. Safe for any thread.
public final class Dialler implements AutoCloseable {
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("assay-http-", 0).factory());
  private final HttpClient client;

  /// A dialler.
  ///
  /// @param patience for a connection
  public Dialler(Duration patience) {
    client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
  }

  HttpClient client() {
    return client;
  }

  /// Gives up what is under way.
  @Override
  public void close() {
    client.shutdownNow();
    client.close();
    threads.close();
  }
}
