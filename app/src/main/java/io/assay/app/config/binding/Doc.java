package io.assay.app.config.binding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a key is, in one line for the operator.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Doc {
  String value();

  /// The unit of a number that is written without one. Empty: what its type takes, which is seconds
  /// for a duration, bytes for a size, and 0 to 1 for a share.
  String unit() default "";

  /// The key, where it cannot be the component's name. Empty: the component's name.
  String name() default "";
}
