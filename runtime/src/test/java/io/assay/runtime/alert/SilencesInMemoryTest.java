package io.assay.runtime.alert;

class SilencesInMemoryTest extends SilenceStoreContract {
  @Override
  protected Silence.Store open() {
    return new Silence.InMemory();
  }

  /// Memory is all that it has.
  @Override
  protected Silence.Store reopen(Silence.Store before) {
    return before;
  }
}
