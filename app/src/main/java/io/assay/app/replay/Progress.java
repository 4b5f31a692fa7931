package io.assay.app.replay;

import java.util.Iterator;

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

  /// Steps on with everything that is taken.
  default <T> Iterator<T> counting(Iterator<T> all) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public T next() {
        step(1);
        return all.next();
      }
    };
  }
}
