package io.assay.bench.accuracy;

import io.assay.core.mention.Mention;
import io.assay.core.mention.Place;
import io.assay.core.message.Button;
import io.assay.core.message.Content;
import io.assay.core.message.Media;
import io.assay.core.message.TextEntity;
import io.assay.core.reading.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses found, by chain and by place, beside a dumb search that asks [Outsider] of every long
/// word. Recall: of those that the search sees, how many are told, in whatever role. Precision: of
/// those told, how many the outsider holds to be one of that chain and are written where the
/// reading says; those with a role of their own (transactions, documents, blocks) are none.
final class Found {
  private static final Pattern WORD =
      Pattern.compile("(?<![0-9A-Za-z])(0x)?[0-9A-Za-z]{24,110}(?![0-9A-Za-z])");
  private static final Pattern TON = Pattern.compile("(?<![\\w+/-])[EU]Q[\\w+/-]{46}(?![\\w+/-])");
  private static final String ALL = "all";

  private final Map<String, long[]> chains = new TreeMap<>();
  private final Map<String, long[]> places = new TreeMap<>();

  /// There, found, told, right.
  private static long[] counts(Map<String, long[]> of, String name) {
    return of.computeIfAbsent(name, _ -> new long[4]);
  }

  void compare(Content content, Reading reading) {
    Set<String> told = new HashSet<>();
    for (Mention mention : reading.mentions()) {
      told.add(key(mention.display()));
      told.add(key(mention.token().address()));
      judge(content, mention);
    }
    Set<String> seen = new HashSet<>();
    for (TextEntity entity : content.entities()) {
      search(entity.target(), "hidden_link", told, seen);
    }
    for (Button button : content.buttons()) {
      search(button.target() + " " + button.label(), "button", told, seen);
    }
    boolean plain = content.media() == Media.NONE || content.media() == Media.WEB_PAGE;
    search(content.text(), plain ? "text" : "caption", told, seen);
  }

  private static String key(String address) {
    return address.startsWith("0x") ? address.toLowerCase(Locale.ROOT) : address;
  }

  private void search(String text, String place, Set<String> told, Set<String> seen) {
    for (Pattern pattern : List.of(WORD, TON)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        String word = matcher.group();
        String chain = isDrawn(word) ? Outsider.chain(word) : "";
        if (!chain.isEmpty() && seen.add(key(word))) {
          add(chain, place, 0, 1);
          add(chain, place, 1, told.contains(key(word)) ? 1 : 0);
        }
      }
    }
  }

  /// Hashes and words are none: a key in base 58 without a checksum has letters of both cases and
  /// digits.
  private static boolean isDrawn(String word) {
    boolean mixed = word.matches(".*[0-9].*") && word.matches(".*[a-z].*");
    boolean hash = word.matches("(0x)?[0-9a-fA-F]{41,}") || word.matches("[0-9a-fA-F]+");
    return mixed && !hash && (word.matches(".*[A-Z].*") || word.indexOf('1') > 0 || isHex(word));
  }

  private static boolean isHex(String word) {
    return word.startsWith("0x");
  }

  private void judge(Content content, Mention mention) {
    if (Validity.isOfItsOwn(mention)) {
      return;
    }
    String chain = Validity.form(mention.token().chain());
    String place = place(mention.span().place());
    add(chain, place, 2, 1);
    add(chain, place, 3, Validity.isValid(mention) && stands(content, mention) ? 1 : 0);
  }

  /// Addresses that are shown in a link, or in code, stand in the text.
  private static String place(Place place) {
    return switch (place) {
      case TEXT, CODE, URL -> "text";
      default -> place.name().toLowerCase(Locale.ROOT);
    };
  }

  private static boolean stands(Content content, Mention mention) {
    StringBuilder all = new StringBuilder(content.text());
    content.linkTargets().forEach(target -> all.append(' ').append(target));
    content.buttons().forEach(button -> all.append(' ').append(button.label()));
    String bare = all.toString().replaceAll("[\\s\\p{Cf}]", "").replaceAll("%3[Aa]", ":");
    return bare.contains(mention.display().replaceAll("\\s", ""));
  }

  private void add(String chain, String place, int column, long count) {
    counts(chains, chain)[column] += count;
    counts(places, place)[column] += count;
    counts(chains, ALL)[column] += count;
  }

  void report(Accuracy report) {
    table(report, "Addresses by chain, beside an outsider's search", chains);
    table(report, "Addresses by place, beside an outsider's search", places);
    report.title("Addresses of all chains");
    report.goal("precision, all chains", precision(counts(chains, ALL)), 0.99);
    report.goal("recall, all chains", recall(counts(chains, ALL)), 0.99);
  }

  private static void table(Accuracy report, String title, Map<String, long[]> of) {
    report.title(title);
    report.row("", "there", "found", "recall", "told", "right", "precision");
    of.forEach((name, counts) ->
        report.row(
            name,
            counts[0],
            counts[1],
            counts[0] == 0 ? "-" : Matrix.text(recall(counts)),
            counts[2],
            counts[3],
            counts[2] == 0 ? "-" : Matrix.text(precision(counts))));
  }

  private static double recall(long[] counts) {
    return counts[0] == 0 ? 1 : (double) counts[1] / counts[0];
  }

  private static double precision(long[] counts) {
    return counts[2] == 0 ? 1 : (double) counts[3] / counts[2];
  }
}
