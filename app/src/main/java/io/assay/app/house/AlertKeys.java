package io.assay.app.house;

import io.assay.app.config.RuleName;
import io.assay.runtime.alert.Alert;
import io.assay.runtime.alert.Silence;
import java.util.Arrays;
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
    return silence.instance() == null ? rule : rule + "." + silence.instance();
  }

  /// Whether a key, or the beginning of one and `*`, can mean an alert of a rule that there is.
  static boolean isOfARule(String key) {
    String rule = rule(key);
    return Arrays.stream(RuleName.values())
        .map(RuleName::toString)
        .anyMatch(name ->
            rule.endsWith("*")
                ? name.startsWith(rule.substring(0, rule.length() - 1))
                : name.equals(rule));
  }

  /// The rule of a key, or the beginning of one and `*`.
  static String rule(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }

  /// The instance of a key, or the beginning of one and `*`.
  ///
  /// @return null: any
  static @Nullable String instance(String key) {
    int dot = key.indexOf('.');
    String instance = dot < 0 ? "*" : key.substring(dot + 1);
    return instance.equals("*") ? null : instance;
  }
}
