package io.assay.app.screen;

import io.assay.app.api.SystemView;

/// How something is, at a glance: a sign of its own for each, so that nothing depends on colour.
enum Mark {
  WELL("●", Ink.Tone.GOOD),
  ODD("▲", Ink.Tone.ODD),
  BAD("✗", Ink.Tone.BAD),
  STILL("○", Ink.Tone.FAINT);

  private final String sign;
  private final Ink.Tone tone;

  Mark(String sign, Ink.Tone tone) {
    this.sign = sign;
    this.tone = tone;
  }

  String sign() {
    return sign;
  }

  Ink.Tone tone() {
    return tone;
  }

  static Mark of(SystemView.Condition condition) {
    return switch (condition) {
      case READY -> WELL;
      case DEGRADED -> ODD;
      case NOT_READY -> BAD;
    };
  }

  /// By the name of the state; one that this version does not know is odd.
  static Mark of(SystemView.Standing standing) {
    return switch (standing.state()) {
      case "RUNNING" -> WELL;
      case "GAVE_UP", "FAILED" -> BAD;
      case "NEW", "STOPPED" -> STILL;
      default -> ODD;
    };
  }

  /// The worse of its state and its check.
  static Mark of(SystemView.Component component) {
    SystemView.Checked health = component.health();
    Mark state = of(component.standing());
    if (health == null || state == BAD) {
      return state;
    }
    return switch (health.status()) {
      case "UP" -> health.stale() && state == WELL ? ODD : state;
      case "DOWN" -> BAD;
      default -> state == WELL ? ODD : state;
    };
  }

  static Mark of(SystemView.Target target) {
    Boolean met = target.met();
    return met == null ? STILL : met ? WELL : BAD;
  }
}
