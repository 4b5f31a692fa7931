package io.assay.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderIT {
  @TempDir private Path parent;

  @Test
  void close_aFullFolder_leavesNothing() throws IOException {
    try (ScratchFolder scratch = ScratchFolder.makeIn(parent)) {
      Path below = Files.createDirectories(scratch.path().resolve("below"));
      Files.writeString(below.resolve("run"), "words");
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void make_whatAKilledProcessLeft_isCleared() throws IOException {
    long dead = Long.MAX_VALUE / 100; // no system counts its processes that far
    Path left = Files.createDirectory(parent.resolve("assay-scratch-" + dead + "-1"));
    Files.writeString(left.resolve("run"), "words");
    Path stranger = Files.createDirectory(parent.resolve("assay-scratch-mine"));
    try (ScratchFolder scratch = ScratchFolder.makeIn(parent)) {
      assertThat(left).doesNotExist();
      assertThat(stranger).exists();
      assertThat(scratch.path()).exists();
    }
  }

  @Test
  void make_whatALivingProcessUses_stays() throws IOException {
    try (ScratchFolder first = ScratchFolder.makeIn(parent);
        ScratchFolder second = ScratchFolder.makeIn(parent)) {
      assertThat(first.path()).exists();
      assertThat(second.path()).exists().isNotEqualTo(first.path());
    }
  }
}
