package io.assay.runtime.alert;

/// A way to an operator: the log, a webhook, later a chat or an e-mail. Port. Safe for any thread,
/// though never called twice at once.
public interface Route {
  /// In lower case with underscores, such as `webhook`; the same every time.
  String name();

  /// Delivers a notice, or throws: one that returns has arrived. Brings its own timeouts. The same
  /// notice may come again where it was not clear whether it had arrived.
  ///
  /// @throws Exception classified by [io.assay.runtime.Fault]: a bad item is one that this route
  ///   will never take; anything else is tried again
  void deliver(Notice notice) throws Exception;

  /// Writes notices to the log of the program.
  static Route toLog() {
    return new LogRoute();
  }
}
