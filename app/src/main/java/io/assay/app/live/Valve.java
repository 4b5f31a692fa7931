package io.assay.app.live;

/// Something that is closed while the process runs short, and the reason why. Safe for any thread.
public final class Valve {
  private volatile String closed = "";

  /// Closes it.
  ///
  /// @param why in a few words for the operator
  public void close(String why) {
    closed = why;
  }

  public void open() {
    closed = "";
  }

  /// Why it is closed; empty while it is open.
  public String closed() {
    return closed;
  }

  public boolean isOpen() {
    return closed.isEmpty();
  }
}
