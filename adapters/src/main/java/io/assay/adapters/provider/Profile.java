package io.assay.adapters.provider;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who a provider is.
///
/// @param name lower case, as it is in the configuration, in metrics and beside each price
/// @param baseUrl of its API, without a slash at its end; a test or a proxy puts another in
/// @param perMinute most requests in any minute
/// @param key null where it is asked without one
public record Profile(String name, String baseUrl, int perMinute, @Nullable Key key) {
  public Profile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(baseUrl, "baseUrl");
    if (perMinute < 1) {
      throw new IllegalArgumentException(name + " may be asked " + perMinute + " times a minute");
    }
  }

  /// A key as it goes into a request: always in a header, since addresses end up in logs. It cannot
  /// be printed.
  public static final class Key {
    private final String header;
    private final String value;

    /// A key.
    ///
    /// @param header that carries it
    /// @param value of the header, the word before the key included
    public Key(String header, String value) {
      this.header = Objects.requireNonNull(header, "header");
      this.value = Objects.requireNonNull(value, "value");
      if (!isCarried(value)) {
        throw new IllegalArgumentException("a key for " + header + " holds what no header carries");
      }
    }

    /// Whether a header can carry it: letters, digits and marks of ASCII.
    public static boolean isCarried(String value) {
      return !value.isBlank() && value.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    }

    public String header() {
      return header;
    }

    /// The value itself, for the request.
    public String reveal() {
      return value;
    }

    @Override
    public String toString() {
      return header + ": <secret>";
    }
  }
}
