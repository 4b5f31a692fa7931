package io.assay.app.web;

import java.io.IOException;
import java.io.InputStream;

/// What a route needs to know of a request. What is wrong in it is refused here, with a word on
/// what was expected.
public interface Request {
  /// A part of the path, decoded.
  ///
  /// @param name as the template calls it
  String path(String name);

  /// A part of the path that is a number given by a store.
  ///
  /// @throws Refusal 404 if it is none, for then nothing can be there
  long id(String name);

  /// A whole number of the query.
  ///
  /// @throws Refusal 400 if it is none or not in the range
  long number(String name, Range range);

  /// The body, read whole as JSON.
  ///
  /// @throws Refusal 400 if it is no such JSON, 413 if it is too large
  <T> T body(Class<T> type) throws IOException;

  /// The body as it comes, unbounded: for what is read piece by piece. Whoever reads it bounds it.
  InputStream stream() throws IOException;

  /// How long the body says it is, in bytes; -1 where it does not.
  long length();

  /// Numbers that may be asked for.
  ///
  /// @param otherwise what stands where nothing is asked
  record Range(long least, long most, long otherwise) {}
}
