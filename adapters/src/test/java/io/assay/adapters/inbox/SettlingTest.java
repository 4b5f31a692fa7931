package io.assay.adapters.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.inbox.Settling.Glimpse;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlingTest {
  private final Settling settling = new Settling();

  private static Glimpse glimpse(String name, long size, long second) {
    return new Glimpse(Path.of(name), size, FileTime.fromMillis(second * 1000));
  }

  private List<String> look(Glimpse... seen) {
    return settling.settled(List.of(seen)).stream().map(Path::toString).toList();
  }

  @Test
  void settled_firstSight_isNotEnough() {
    assertThat(look(glimpse("a", 1, 1))).isEmpty();
  }

  @Test
  void settled_twoLooksAlike_isReady() {
    look(glimpse("a", 1, 1));
    assertThat(look(glimpse("a", 1, 1))).containsExactly("a");
  }

  @Test
  void settled_grown_waitsForAnotherLook() {
    look(glimpse("a", 1, 1));
    assertThat(look(glimpse("a", 2, 1))).isEmpty();
    assertThat(look(glimpse("a", 2, 1))).containsExactly("a");
  }

  @Test
  void settled_writtenAnewInTheSameSize_waitsForAnotherLook() {
    look(glimpse("a", 1, 1));
    assertThat(look(glimpse("a", 1, 2))).isEmpty();
    assertThat(look(glimpse("a", 1, 2))).containsExactly("a");
  }

  @Test
  void settled_goneInBetween_beginsAnew() {
    look(glimpse("a", 1, 1));
    look();
    assertThat(look(glimpse("a", 1, 1))).isEmpty();
  }

  @Test
  void settled_leftWhereItIs_staysReady() {
    look(glimpse("a", 1, 1));
    look(glimpse("a", 1, 1));
    assertThat(look(glimpse("a", 1, 1))).containsExactly("a");
  }

  @Test
  void settled_several_comeByTimeThenName() {
    Glimpse[] seen = {glimpse("b", 1, 5), glimpse("c", 1, 4), glimpse("a", 1, 5)};
    look(seen);
    assertThat(look(seen)).containsExactly("c", "a", "b");
  }

  @Test
  void settled_oneOfTwo_waitsAlone() {
    look(glimpse("a", 1, 1), glimpse("b", 1, 1));
    assertThat(look(glimpse("a", 9, 1), glimpse("b", 1, 1))).containsExactly("b");
  }
}
