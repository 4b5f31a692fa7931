package io.assay.app.live;

/// Which queue an errand waits in.
public enum Lane {
  /// What happens now.
  LIVE,
  /// What may wait: files, history.
  BULK
}
