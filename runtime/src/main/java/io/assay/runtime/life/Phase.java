package io.assay.runtime.life;

/// How far a start has come. Which phase a component belongs to is derived from the graph: the one
/// it names, or a later one if it needs something of a later one.
public enum Phase {
  /// Files, stores and sockets of this machine.
  INITIALIZE("release"),
  /// What lies outside.
  CONNECT("disconnect"),
  /// What an earlier run left to be done.
  RECOVER("save"),
  /// Every component is checked once.
  VERIFY("check"),
  /// Work is taken on.
  RUN("drain");

  private final String undoing;

  Phase(String undoing) {
    this.undoing = undoing;
  }

  /// What stopping a component of this phase is called.
  String undoing() {
    return undoing;
  }
}
