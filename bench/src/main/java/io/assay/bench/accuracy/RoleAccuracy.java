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
/// they are the truth; what none of the chains can spell counts as right if it is left out.
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

  private record Label(String candidate, String first, String second, boolean heldOut) {}

  void report(Accuracy report) throws IOException {
    Map<String, Map<String, Label>> labels = labels();
    Matrix people = new Matrix(NAMES);
    Matrix open = new Matrix(NAMES);
    Matrix heldOut = new Matrix(NAMES);
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
            String said = said(reader.read(Dump.told(line).content()), label.candidate);
            (label.heldOut ? heldOut : open).add(label.first, right(label.first, said));
          }
        }
      }
    });
    report.title(
        "Roles of addresses, against two people (kappa " + Matrix.text(people.kappa()) + ")");
    open.print(report);
    report.title("The same, channels never opened before");
    heldOut.print(report);
    report.goal("roles", open.accuracy(), 0.95);
    report.goal("roles, channels held out", heldOut.accuracy(), 0.95);
  }

  /// What is neither called nor paid may as well not be found.
  private static String right(String truth, String said) {
    boolean harmless = truth.equals("OTHER") || truth.equals("DOCUMENT");
    return harmless && said.equals(NONE) ? truth : said;
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
