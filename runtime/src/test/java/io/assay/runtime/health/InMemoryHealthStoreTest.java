package io.assay.runtime.health;

class InMemoryHealthStoreTest extends HealthStoreContract {
  @Override
  protected HealthStore open() {
    return HealthStore.inMemory();
  }

  @Override
  protected HealthStore reopen(HealthStore before) {
    return before;
  }
}
