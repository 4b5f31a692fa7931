package io.assay.app.client;

import io.assay.app.web.AccessToken;
import io.assay.app.web.Json;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A client of the running system. Presents the token only to what that system says is its address,
/// through no proxy, and follows nobody elsewhere.
public final class SystemClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int UNAUTHORIZED = 401;
  private static final long MOST_BYTES = 64L << 20;

  private final HttpClient http;
  private final RunningSystem system;
  private final Path data;
  private final @Nullable AccessToken configured;

  /// Nothing answers where the system should be.
  public static final class Absent extends Exception {
    private static final long serialVersionUID = 1;

    Absent(Throwable cause) {
      super("nothing answers", cause);
    }
  }

  /// The system will not, and says why.
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status, String detail) {
      super(detail);
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  private SystemClient(RunningSystem system, Path data, @Nullable AccessToken configured) {
    this.system = system;
    this.data = data;
    this.configured = configured;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECT)
            .build();
  }

  /// A client of the system that runs on a data directory.
  ///
  /// @param configured the token that takes the place of the one that is kept there; null where
  ///   none does
  /// @return null if none runs
  public static @Nullable SystemClient of(Path data, @Nullable AccessToken configured)
      throws IOException {
    RunningSystem system = RunningSystem.find(data);
    return system == null ? null : new SystemClient(system, data, configured);
  }

  /// Reads a resource; with the token where the system asks for it.
  ///
  /// @param path from the root, with its query
  public JsonNode get(String path) throws Absent, Refused, IOException, InterruptedException {
    if (system.isLoopback()) {
      try {
        return Json.tree(send(request(path).GET()));
      } catch (Refused e) {
        if (e.status() != UNAUTHORIZED) {
          throw e;
        }
      }
    }
    return Json.tree(send(request(path).GET().header("Authorization", token().authorization())));
  }

  /// Has the system do something.
  ///
  /// @param method POST or DELETE
  public void act(String method, String path)
      throws Absent, Refused, IOException, InterruptedException {
    send(
        request(path)
            .method(method, BodyPublishers.noBody())
            .header("Authorization", token().authorization()));
  }

  /// Has the system do something that needs to be told more.
  ///
  /// @param body what is posted, as JSON
  public void post(String path, Object body)
      throws Absent, Refused, IOException, InterruptedException {
    send(
        request(path)
            .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
            .header("Content-Type", "application/json")
            .header("Authorization", token().authorization()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(system.url().resolve(path)).timeout(ANSWER);
  }

  private AccessToken token() throws IOException {
    if (configured != null) {
      return configured;
    }
    try {
      return AccessToken.readFrom(data);
    } catch (NoSuchFileException e) {
      throw new Fault(
          ErrorKind.FATAL,
          e.getFile() + " is not there; the key web.token must be set as the system has it",
          e);
    }
  }

  private byte[] send(HttpRequest.Builder request)
      throws Absent, Refused, IOException, InterruptedException {
    try {
      HttpResponse<byte[]> response =
          http.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
      if (response.statusCode() >= 300) {
        throw new Refused(response.statusCode(), detail(response));
      }
      return response.body();
    } catch (ConnectException e) {
      throw new Absent(e);
    } catch (HttpTimeoutException e) {
      throw new Fault(
          ErrorKind.TEMPORARY, system.url() + " did not answer within 10 s; try again", e);
    }
  }

  /// What the problem says; a stranger's answer is not repeated.
  private static String detail(HttpResponse<byte[]> response) {
    try {
      return Json.tree(response.body()).path("detail").asString("status " + response.statusCode());
    } catch (JacksonException _) {
      return "status " + response.statusCode();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
