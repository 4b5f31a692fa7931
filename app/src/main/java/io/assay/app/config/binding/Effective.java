package io.assay.app.config.binding;

import io.assay.app.config.document.Origin;
import org.jspecify.annotations.Nullable;

/// A value in force and where it comes from.
///
/// @param shown as it is written, a secret masked; null where nothing is set
public record Effective(Key key, @Nullable String shown, Origin origin) {
  /// The key, such as `outputs.csv.interval`.
  public String path() {
    return key.path();
  }

  /// Whether somebody set it, be it to nothing.
  public boolean isSet() {
    return !(origin instanceof Origin.Default);
  }

  /// Whether its value is shown to nobody.
  public boolean isSecret() {
    return key.isSecret();
  }

  /// As it is written, or a word for nothing.
  String shownOr(String nothing) {
    return shown == null ? nothing : shown;
  }
}
