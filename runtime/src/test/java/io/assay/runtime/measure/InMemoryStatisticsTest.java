package io.assay.runtime.measure;

class InMemoryStatisticsTest extends StatisticsStoreContract {
  @Override
  protected StatisticsStore open() {
    return new StatisticsStore.InMemory();
  }

  @Override
  protected StatisticsStore reopen(StatisticsStore before) {
    return before;
  }
}
