package io.assay.app.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.client.SystemStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusScreenTest {
  private static final int WIDTH = 80;
  private static final Ink COLOUR = new Ink(true);

  private static String golden(String name) throws IOException {
    try (InputStream file = StatusScreenTest.class.getResourceAsStream("/screen/" + name)) {
      assertThat(file).as(name).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static SystemStatus desk(String name) {
    return switch (name) {
      case "well" -> Desks.well();
      case "troubled" -> Desks.troubled();
      default -> Desks.unknown();
    };
  }

  private static String withoutColour(String screen) {
    return screen.replaceAll("\033\\[\\d+m", "");
  }

  @ParameterizedTest
  @CsvSource({"well", "troubled", "unknown"})
  void screen_isAsReviewed(String name) throws IOException {
    assertThat(StatusScreen.of(desk(name), Ink.NONE)).isEqualTo(golden(name + ".txt"));
  }

  @ParameterizedTest
  @CsvSource({"well", "troubled", "unknown"})
  void screen_fitsInto80Columns_whateverTheNames(String name) {
    assertThat(StatusScreen.of(desk(name), Ink.NONE).lines())
        .allSatisfy(line -> assertThat(Cells.width(line)).as(line).isLessThanOrEqualTo(WIDTH));
  }

  @ParameterizedTest
  @CsvSource({"well", "troubled", "unknown"})
  void screen_inColour_isTheSameText(String name) {
    String plain = StatusScreen.of(desk(name), Ink.NONE);
    String coloured = StatusScreen.of(desk(name), COLOUR);
    assertThat(withoutColour(coloured).lines().map(String::stripTrailing).toList())
        .isEqualTo(plain.lines().toList());
  }

  @Test
  void screen_ofTrouble_hasNothingThatATerminalObeysButItsOwnColours() {
    String rest = withoutColour(StatusScreen.of(Desks.troubled(), COLOUR));
    assertThat(rest.replace("\n", "").codePoints())
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }

  @Test
  void screen_tellsWellFromIll_withoutColourToo() {
    String screen = StatusScreen.of(Desks.troubled(), Ink.NONE);
    assertThat(screen).startsWith("✗ NOT READY").contains("● web").contains("▲ telegram");
    assertThat(StatusScreen.of(Desks.well(), Ink.NONE)).startsWith("● READY").doesNotContain("▲");
  }

  @Test
  void screen_inColour_isGreenYellowAndRed() {
    List<String> lines = StatusScreen.of(Desks.troubled(), COLOUR).lines().toList();
    assertThat(lines).anyMatch(line -> line.startsWith("\033[31m✗ NOT READY"));
    assertThat(lines).anyMatch(line -> line.contains("\033[33m▲\033[0m telegram"));
    assertThat(lines).anyMatch(line -> line.contains("\033[32m●\033[0m web"));
  }
}
