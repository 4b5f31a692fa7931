package io.assay.runtime;

class MemoryDeadLettersTest extends DeadLettersContract {
  @Override
  protected DeadLetters open() {
    return new MemoryDeadLetters();
  }
}
