package io.assay.bench.accuracy;

import io.assay.core.mention.Mention;
import io.assay.core.reading.Reader;
import io.assay.core.reading.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What addresses are for, against two people who judged the same messages apart. Where both agree
/// they are the truth. What no chain of ours can write (Dash, article numbers) is left out of the
/// count, unless it was taken for something; documents may as well not be found.
///
/// The goal is over token, pool, wallet, transaction and document: those that made a token and
/// those that are paid to are wallets too, and what is none of the five is shown and not counted.
final class RoleAccuracy {
  private static final String NONE = "not found";
  private static final List<String> NAMES =
      List.of(
          "TOKEN",
          "POOL",
          "WALLET",
          "DEPLOYER",
          "DEPOSIT",
          "TRANSACTION",
          "DOCUMENT",
          "OTHER",
          NONE);

  private final Dump dump;
  private final Reader reader = new Reader();

  RoleAccuracy(Path data) {
    dump = new Dump(data);
  }

  private final Matrix people = new Matrix(NAMES);
  private final Matrix open = new Matrix(NAMES);
  private final Matrix heldOut = new Matrix(NAMES);
  private final Matrix fiveOpen = new Matrix(NAMES);
  private final Matrix fiveHeldOut = new Matrix(NAMES);

  private record Label(String candidate, String first, String second, boolean heldOut) {}

  void report(Accuracy report) throws IOException {
    Map<String, Map<String, Label>> labels = labels();
    dump.read((channel, line) -> {
      Map<String, Label> wanted = labels.get(channel);
      if (wanted == null) {
        return;
      }
      String id = channel + " " + id(line);
      for (Map.Entry<String, Label> each : wanted.entrySet()) {
        if (each.getKey().startsWith(id + " ")) {
          Label label = each.getValue();
          people.add(label.first, label.second);
          if (label.first.equals(label.second)) {
            compare(label, said(reader.read(Dump.told(line).content()), label.candidate));
          }
        }
      }
    });
    report.title(
        "Roles of addresses, against two people (kappa " + Matrix.text(people.kappa()) + ")");
    open.print(report);
    report.title("The same, channels never opened before");
    heldOut.print(report);
    report.row(
        "right of eight roles", Matrix.text(open.accuracy()), Matrix.text(heldOut.accuracy()));
    report.goal("roles, channels open", fiveOpen.accuracy(), 0.95);
    report.goal("roles, channels held out", fiveHeldOut.accuracy(), 0.95);
  }

  private void compare(Label label, String said) {
    boolean missing = said.equals(NONE);
    if (missing && !Validity.isOurs(label.candidate) && !label.first.equals("DOCUMENT")) {
      return;
    }
    String counted = missing && label.first.equals("DOCUMENT") ? label.first : said;
    (label.heldOut ? heldOut : open).add(label.first, counted);
    if (!label.first.equals("OTHER")) {
      (label.heldOut ? fiveHeldOut : fiveOpen).add(five(label.first), five(counted));
    }
  }

  private static String five(String role) {
    return role.equals("DEPLOYER") || role.equals("DEPOSIT") ? "WALLET" : role;
  }

  private static String id(String line) {
    return Dump.json(line).path("id").asString();
  }

  private static String said(Reading reading, String candidate) {
    for (Mention mention : reading.mentions()) {
      if (bare(mention.display()).equals(bare(candidate))
          || bare(mention.token().address()).equals(bare(candidate))) {
        return mention.role().name();
      }
    }
    return NONE;
  }

  /// Hex has no case, and a hash is the same with and without its prefix.
  private static String bare(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    boolean hex = lower.matches("(0x)?[0-9a-f]{40,64}");
    return hex ? lower.substring(lower.startsWith("0x") ? 2 : 0) : address;
  }

  private static Map<String, Map<String, Label>> labels() throws IOException {
    Map<String, Map<String, Label>> labels = new HashMap<>();
    try (InputStream in = RoleAccuracy.class.getResourceAsStream("/io/assay/bench/roles.csv")) {
      if (in == null) {
        throw new IllegalStateException("the labels are missing");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(row -> row.split(","))
          .forEach(cell ->
              labels
                  .computeIfAbsent(cell[0], _ -> new HashMap<>())
                  .put(
                      cell[0] + " " + cell[1] + " " + cell[2],
                      new Label(cell[2], cell[3], cell[4], cell[5].equals("held out"))));
    }
    return labels;
  }
}
