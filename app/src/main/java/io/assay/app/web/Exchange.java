package io.assay.app.web;

import io.assay.runtime.Time;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// One request and its answer.
final class Exchange implements Request {
  private final Context context;
  private final WebSettings.Bounds bounds;
  private final Time time;

  Exchange(Context context, WebSettings.Bounds bounds, Time time) {
    this.context = context;
    this.bounds = bounds;
    this.time = time;
  }

  @Override
  public String path(String name) {
    return context.pathParam(name);
  }

  @Override
  public long id(String name) {
    String words = path(name);
    try {
      return Long.parseLong(words);
    } catch (NumberFormatException _) {
      throw Refusal.unknown(name + " " + words);
    }
  }

  @Override
  public long number(String name, Range range) {
    String words = context.queryParam(name);
    if (words == null) {
      return range.otherwise();
    }
    try {
      long number = Long.parseLong(words);
      if (number >= range.least() && number <= range.most()) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below, as for any other number that is none of these.
    }
    throw new Refusal(
        400,
        String.format(
            Locale.ROOT,
            "%s must be a whole number from %d to %d",
            name,
            range.least(),
            range.most()));
  }

  @Override
  public <T> T body(Class<T> type) throws IOException {
    int most = bounds.bodyBytes();
    byte[] body = length() > most ? new byte[0] : stream().readNBytes(most + 1);
    if (Math.max(length(), body.length) > most) {
      throw new Refusal(413, "the body is larger than " + most + " bytes");
    }
    try {
      return Json.asked(body, type);
    } catch (JacksonException e) {
      throw new Refusal(400, "the body cannot be read: " + words(e));
    }
  }

  /// What is wrong and where; nothing of what it was to become.
  private static String words(JacksonException e) {
    return switch (e) {
      case UnrecognizedPropertyException more -> "no member is called " + more.getPropertyName();
      case DatabindException _ when e.getCause() instanceof IllegalArgumentException said ->
          String.valueOf(said.getMessage());
      case DatabindException _ when !e.getPath().isEmpty() ->
          "member " + e.getPath().getLast().getPropertyName() + " is missing or of another kind";
      case DatabindException _ -> "it is JSON of another kind";
      default -> place(e) + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    };
  }

  private static String place(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
  }

  @Override
  public InputStream stream() throws IOException {
    return new PacedStream(context.req().getInputStream(), bounds, time);
  }

  @Override
  public long length() {
    return context.req().getContentLengthLong();
  }

  /// The type of the body without its parameters, in lower case; null where there is no body.
  @Nullable String media() {
    boolean none = length() == 0 || (length() < 0 && context.header("Transfer-Encoding") == null);
    if (none) {
      return null;
    }
    String type = context.header("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  void answer(Answer answer) {
    switch (answer) {
      case Answer.Json(int status, Object body) ->
          write(status, "application/json", Json.bytes(body));
      case Answer.Text(String type, String text) ->
          write(200, type, text.getBytes(StandardCharsets.UTF_8));
      case Answer.Done() -> context.status(204).removeHeader("Content-Type");
    }
  }

  void refuse(Refusal refusal) {
    refusal.headers().forEach(context::header);
    Problem problem =
        new Problem(refusal.status(), refusal.detail(), context.path(), refusal.members());
    write(refusal.status(), Problem.TYPE, problem.json());
  }

  private void write(int status, String type, byte[] body) {
    context.status(status).result(body).contentType(type);
    context.res().setContentLength(body.length);
  }
}
