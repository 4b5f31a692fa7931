package io.assay.adapters.http;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What the head of a reply means.
///
/// @param status of HTTP
/// @param retryAfter as the server sent it (RFC 9110, 10.2.3); empty if it did not
public record Reply(int status, String retryAfter) {
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final int DIGITS = 9;

  /// Whether it did what was asked.
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /// Why it is no success.
  ///
  /// @param who sent it
  /// @param now for a server that names the instant until which to wait
  public Fault fault(String who, Instant now) {
    String said = who + " answers " + status;
    return switch (status) {
      case 429 -> temporary(said + ": too many requests", now);
      case 408, 425 -> temporary(said, now);
      case 401, 403 ->
          operational(said + ": it does not let us in; look at its URL and its key or secret");
      case 404, 410 -> operational(said + ": it is not there any more; look at its URL");
      default ->
          switch (status / 100) {
            case 5 -> temporary(said, now);
            case 3 -> operational(said + ": redirects are not followed; give the URL it leads to");
            default -> operational(said + ": it does not take what it is sent");
          };
    };
  }

  private Fault temporary(String message, Instant now) {
    return new Fault(ErrorKind.TEMPORARY, message, leastWait(now), null);
  }

  private static Fault operational(String message) {
    return new Fault(ErrorKind.OPERATIONAL, message, null);
  }

  /// The wait that the server demands: seconds, or until an instant; zero where it demands none or
  /// speaks in riddles, a day at most.
  public Duration leastWait(Instant now) {
    String text = retryAfter.strip();
    Duration wait;
    if (text.matches("\\d{1," + DIGITS + "}")) {
      wait = Duration.ofSeconds(Long.parseLong(text));
    } else {
      wait = until(text, now);
    }
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private static Duration until(String text, Instant now) {
    try {
      DateTimeFormatter form = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);
      Duration wait = Duration.between(now, form.parse(text, Instant::from));
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }
}
