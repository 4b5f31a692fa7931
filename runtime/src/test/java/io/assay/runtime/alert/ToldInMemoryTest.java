package io.assay.runtime.alert;

class ToldInMemoryTest extends ToldAlertsContract {
  @Override
  protected Alert.Store open() {
    return new Alert.InMemory();
  }

  /// Memory is all that it has.
  @Override
  protected Alert.Store reopen(Alert.Store before) {
    return before;
  }
}
