package io.assay.app.web;

import java.util.Set;
import java.util.function.Supplier;

/// Something to read: `GET`, and `HEAD` for the same without its body.
///
/// @param source makes the answer, anew for each request
public record Resource(String path, Access access, Source source) implements Route {

  /// What a resource is read from.
  @FunctionalInterface
  public interface Source {
    Answer read(Request request) throws Exception;
  }

  /// A record or map that is read as JSON by whoever may read.
  public static Resource of(String path, Supplier<? extends Object> source) {
    return new Resource(path, Access.READ, _ -> Answer.json(source.get()));
  }

  @Override
  public Set<String> methods() {
    return Set.of("GET", "HEAD");
  }

  @Override
  public Set<String> media() {
    return Set.of();
  }

  @Override
  public Answer answer(Request request) throws Exception {
    return source.read(request);
  }
}
