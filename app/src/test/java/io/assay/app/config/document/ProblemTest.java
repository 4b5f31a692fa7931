package io.assay.app.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTest {
  private static final Path FILE = Path.of("a.yml");

  private static Problem at(int line, int column, String path) {
    return Problem.of(new Origin.Place(FILE, line, column), path, "is wrong");
  }

  @Test
  void print_aProblem_isPlaceKeyAndWhatIsWrong() {
    assertThat(at(3, 7, "web.port")).hasToString("a.yml:3:7: web.port: is wrong");
    assertThat(at(3, 7, "")).hasToString("a.yml:3:7: is wrong");
    assertThat(Problem.of(new Origin.Whole(FILE), "", "is wrong")).hasToString("a.yml: is wrong");
    assertThat(Problem.of(new Origin.Variable("X_Y"), "x.y", "is wrong"))
        .hasToString("X_Y: x.y: is wrong");
  }

  @Test
  void sort_problems_isAsAReaderMeetsThem() {
    Problem whole = Problem.of(new Origin.Whole(FILE), "", "is wrong");
    Problem early = Problem.of(new Origin.Variable("A"), "a", "is wrong");
    Problem late = Problem.of(new Origin.Variable("B"), "b", "is wrong");
    List<Problem> ordered =
        List.of(whole, at(2, 9, "c"), at(2, 9, "d"), at(2, 10, "b"), at(10, 1, "a"), early, late);
    assertThat(Stream.of(6, 3, 1, 4, 0, 5, 2).map(ordered::get).sorted().toList())
        .isEqualTo(ordered);
  }

  @Test
  void origin_behindAValue_isShownWithoutItsColumn() {
    assertThat(new Origin.Place(FILE, 3, 7).shown()).isEqualTo("from a.yml:3");
    assertThat(new Origin.Variable("X").shown()).isEqualTo("from X");
    assertThat(new Origin.Default().shown()).isEqualTo("default");
  }
}
