package io.assay.app.web;

import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// What is refused before any route sees it: no HTTP, too long, too slow, stopping. It is told in
/// the same words as everything else.
final class ProblemPages extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Gate.GUARDS.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
    Problem problem = new Problem(status, detail(request, status), path(request), Map.of());
    response.write(true, ByteBuffer.wrap(problem.json()), callback);
    return true;
  }

  private static String path(Request request) {
    String path = request.getHttpURI() == null ? null : request.getHttpURI().getPath();
    return path == null ? "" : path;
  }

  /// What the server below says is wrong with the request; of its own failures nothing.
  private static String detail(Request request, int status) {
    boolean asked = request.getAttribute(ERROR_EXCEPTION) instanceof HttpException;
    Object message = request.getAttribute(ERROR_MESSAGE);
    return switch (status) {
      case 408 -> "the request came too slowly";
      case 431 -> "the head of the request is too long";
      case 503 -> "the house is stopping";
      default ->
          status < 500 && asked && message instanceof String words
              ? words
              : "the request cannot be answered";
    };
  }
}
