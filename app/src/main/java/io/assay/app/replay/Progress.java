package io.assay.app.replay;

/// Told how far a long piece of work is.
public interface Progress {
  /// Tells nobody.
  Progress NONE =
      new Progress() {
        @Override
        public void begin(String what, long total) {}

        @Override
        public void step(long by) {}

        @Override
        public void end() {}
      };

  /// A stretch begins.
  ///
  /// @param total of the steps to come
  void begin(String what, long total);

  /// Some of it is done; may be called by any thread.
  void step(long by);

  void end();
}
