package io.assay.runtime.measure;

import java.time.Duration;
import java.time.Instant;

/// Made-up readings of a process with 1,000 bytes of heap, on a disk of 1,000,000.
record Readings(Figure heap, Figure resident, Figure container, Figure cpu, Figure usable) {
  static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  static final Readings IDLE =
      new Readings(
          Figure.of(100),
          Figure.of(100),
          Figure.absent("unlimited"),
          Figure.of(0.01),
          Figure.of(900_000));

  /// So full a heap.
  Readings heap(double share) {
    return new Readings(Figure.of(share * 1_000), resident, container, cpu, usable);
  }

  Readings resident(long bytes) {
    return new Readings(heap, Figure.of(bytes), container, cpu, usable);
  }

  Readings container(long bytes) {
    return new Readings(heap, resident, Figure.of(bytes), cpu, usable);
  }

  Readings cpu(Figure ratio) {
    return new Readings(heap, resident, container, ratio, usable);
  }

  Readings usable(Figure bytes) {
    return new Readings(heap, resident, container, cpu, bytes);
  }

  Usage usage() {
    return usage(AT);
  }

  Usage usage(Instant at) {
    return new Usage(
        at,
        new Usage.Memory(heap, Figure.of(1_000), resident, container, Figure.absent("not asked")),
        new Usage.Cpu(cpu, 2, 0, Duration.ZERO, 10),
        new Usage.Disk(usable, Figure.of(1_000_000)),
        new Usage.Files(Figure.of(20), Figure.of(1_024)),
        new Usage.Network(Figure.of(1), Figure.of(2)));
  }
}
