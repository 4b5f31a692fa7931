package io.assay.app.house;

import io.assay.runtime.alert.Alert;
import io.assay.runtime.alert.Silence;
import org.jspecify.annotations.Nullable;

/// What alerts are called in the API: the rule, and after a dot the instance if it has one.
final class AlertKeys {
  private AlertKeys() {}

  static String of(Alert.Id id) {
    return id.instance().isEmpty() ? id.rule() : id.rule() + "." + id.instance();
  }

  /// What a silence covers, as a key or the beginning of one and `*`.
  static String of(Silence silence) {
    String rule = silence.rule() == null ? "*" : silence.rule();
    return silence.instance() == null ? rule + ".*" : rule + "." + silence.instance();
  }

  /// The rule of a key.
  static String rule(String key) {
    int dot = key.indexOf('.');
    String rule = dot < 0 ? key : key.substring(0, dot);
    return rule.endsWith("*") ? rule.substring(0, rule.length() - 1) : rule;
  }

  /// The instance of a key.
  ///
  /// @return null: any
  static @Nullable String instance(String key) {
    int dot = key.indexOf('.');
    String instance = dot < 0 ? "*" : key.substring(dot + 1);
    return instance.equals("*") ? null : instance;
  }
}
