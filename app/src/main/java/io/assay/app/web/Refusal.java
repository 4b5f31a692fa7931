package io.assay.app.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// A request that is not answered as it wished: the status, one line for whoever asked, the headers
/// that belong to it, and further members of the problem.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final transient Map<String, String> headers;
  private final transient Map<String, Object> members;

  private Refusal(
      int status, String detail, Map<String, String> headers, Map<String, Object> members) {
    super(detail, null, false, false); // an answer, not a failure: nobody needs its trace
    this.status = status;
    this.headers = headers;
    this.members = members;
  }

  /// A refusal with a status of 400 or above.
  public Refusal(int status, String detail) {
    this(status, detail, Map.of(), Map.of());
  }

  /// 404: there is no such thing.
  public static Refusal unknown(String what) {
    return new Refusal(404, "there is no " + what);
  }

  /// 503: not now.
  ///
  /// @param after how long to wait before the next attempt; at least a second is said
  public static Refusal later(String why, Duration after) {
    long seconds = Math.max(1, after.plusNanos(999_999_999).toSeconds());
    return new Refusal(503, why).header("Retry-After", Long.toString(seconds));
  }

  /// The same with a header.
  public Refusal header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Refusal(status, detail(), more, members);
  }

  /// The same with a member of its own in the problem, such as `errors`.
  public Refusal member(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Refusal(status, detail(), headers, more);
  }

  public int status() {
    return status;
  }

  /// One line: why not, and what to do.
  public String detail() {
    return String.valueOf(getMessage());
  }

  Map<String, String> headers() {
    return headers;
  }

  Map<String, Object> members() {
    return members;
  }
}
