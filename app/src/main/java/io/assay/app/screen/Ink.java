package io.assay.app.screen;

import java.io.Console;
import java.util.Map;

/// Colour, or none. Put on after a text has its width: it takes no room.
///
/// @param coloured false: every text stays as it is
public record Ink(boolean coloured) {
  public static final Ink NONE = new Ink(false);

  /// How something is.
  public enum Tone {
    GOOD("32"),
    ODD("33"),
    BAD("31"),
    FAINT("2"),
    TITLE("1"),
    PLAIN("");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  /// Colour where a person looks on, unless that person does not want it: `NO_COLOR` is set, or the
  /// terminal is `dumb`.
  @SuppressWarnings("SystemConsoleNull") // it still is null where there is no terminal
  public static Ink of(Map<String, String> environment) {
    Console console = System.console();
    return new Ink(console != null && console.isTerminal() && isWanted(environment));
  }

  static boolean isWanted(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /// The text in the colour of a tone.
  public String on(Tone tone, String text) {
    return coloured && !tone.code.isEmpty() && !text.isEmpty()
        ? "\033[" + tone.code + "m" + text + "\033[0m"
        : text;
  }
}
