package io.assay.adapters.sqlite;

/// Told when transactions begin and end, on the writer's thread.
public interface TransactionWatch {
  TransactionWatch NONE =
      new TransactionWatch() {
        @Override
        public void begun() {}

        @Override
        public void ended() {}
      };

  void begun();

  void ended();
}
