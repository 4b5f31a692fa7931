package io.assay.app.screen;

import io.assay.app.api.LetterPage;
import io.assay.runtime.DeadLetter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Dead letters, a page of them or one. What is in them was written by strangers: it is shown, and
/// it is not obeyed.
public final class LetterScreen {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MOST_PAYLOAD = 4_000;

  private LetterScreen() {}

  /// A page: two lines a letter, what it is and why it failed.
  public static String of(LetterPage page) {
    if (page.deadLetters().isEmpty()) {
      return page.size() == 0 ? "no dead letters\n" : "no more dead letters\n";
    }
    Sheet sheet = new Sheet(Ink.NONE);
    sheet.line(row("id", "kept at (UTC)", "origin", "tries", "item"));
    for (LetterPage.Letter letter : page.deadLetters()) {
      sheet.line(
          row(
              Long.toString(letter.id()),
              MINUTE.format(letter.at()),
              letter.origin(),
              Integer.toString(letter.attempts()),
              letter.item()));
      sheet.note("          " + letter.cause());
    }
    sheet.line(foot(page));
    return sheet.toString();
  }

  private static String row(String id, String at, String origin, String tries, String item) {
    return Cells.right(id, 8)
        + "  "
        + Cells.left(at, 16)
        + "  "
        + Cells.left(origin, 20)
        + Cells.right(tries, 6)
        + "  "
        + Cells.cut(item, 24);
  }

  private static String foot(LetterPage page) {
    String shown = Amounts.count(page.deadLetters().size());
    return page.next() == null
        ? "the last " + shown + " of " + Amounts.count(page.size())
        : "%s of %s; the next: --after %d"
            .formatted(shown, Amounts.count(page.size()), page.deadLetters().getLast().id());
  }

  /// One letter with the beginning of its payload.
  public static String of(DeadLetter letter) {
    StringBuilder text = new StringBuilder();
    field("dead letter", Long.toString(letter.id()), text);
    field("origin", letter.origin(), text);
    field("item", letter.item(), text);
    field("cause", letter.cause(), text);
    field("tries", Integer.toString(letter.attempts()), text);
    field("kept at", letter.at().toString(), text);
    String payload = letter.payload();
    field("payload", Amounts.count(payload.length()) + " letters", text);
    int most = Math.min(MOST_PAYLOAD, payload.length());
    payload.substring(0, most).lines().forEach(line -> payloadLine(line, text));
    if (most < payload.length()) {
      text.append("… ").append(Amounts.count(payload.length() - most));
      text.append(" more letters; --json has all of it\n");
    }
    return text.toString();
  }

  private static void field(String name, String value, StringBuilder text) {
    text.append(Cells.left(name, 13)).append(Cells.escaped(value)).append('\n');
  }

  private static void payloadLine(String line, StringBuilder text) {
    text.append("  ").append(Cells.escaped(line)).append('\n');
  }
}
