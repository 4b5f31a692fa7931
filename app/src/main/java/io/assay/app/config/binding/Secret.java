package io.assay.app.config.binding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A value that only its user may see: a token, or a URI that holds one. It prints as `<secret>`
/// and cannot be serialised.
///
/// @param <T> what it really is
public final class Secret<T> {
  /// What is shown in place of every secret.
  public static final String MASK = "<secret>";

  private final T value;

  public Secret(T value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /// The value itself, for the one place that needs it.
  public T reveal() {
    return value;
  }

  /// Takes as long for a wrong guess as for a right one.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret<?> secret && MessageDigest.isEqual(bytes(), secret.bytes());
  }

  /// The same for all secrets: a hash would tell something of the value.
  @Override
  public int hashCode() {
    return MASK.hashCode();
  }

  @Override
  public String toString() {
    return MASK;
  }

  private byte[] bytes() {
    return value.toString().getBytes(StandardCharsets.UTF_8);
  }
}
