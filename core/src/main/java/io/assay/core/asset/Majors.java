package io.assay.core.asset;

import io.assay.core.canon.CanonException;
import io.assay.core.text.Resource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The coins that everybody means: a directory of some two hundred, as text with the columns
/// `id,symbol,name` (ids of CoinGecko). It is deliberately short. A symbol that is not in it could
/// be any of a thousand tokens, and a symbol that stands for two coins in it is ambiguous.
public final class Majors implements TokenDirectory {
  private static final String RESOURCE = "majors.csv";
  private static final String HEADER = "id,symbol,name";

  private final Map<String, List<Asset.Coin>> bySymbol = new HashMap<>();

  private Majors() {}

  /// A directory without coins.
  public static Majors none() {
    return new Majors();
  }

  /// The text of the directory that comes with Assay.
  public static byte[] shippedText() {
    return Resource.bytes(Majors.class, RESOURCE);
  }

  /// Reads a directory.
  ///
  /// @throws CanonException if a line of the text is not one of a directory, naming it
  public static Majors parse(byte[] text) {
    String[] lines = new String(text, StandardCharsets.UTF_8).split("\n", -1);
    if (!lines[0].equals(HEADER)) {
      throw new CanonException("a token directory begins with " + HEADER);
    }
    Majors majors = new Majors();
    for (int i = 1; i < lines.length; i++) {
      if (!lines[i].isEmpty()) {
        majors.add(lines[i], i + 1);
      }
    }
    return majors;
  }

  private void add(String line, int number) {
    String[] fields = line.split(",", 3);
    if (fields.length < 3 || fields[0].isEmpty() || fields[1].isEmpty()) {
      throw new CanonException("token directory, line " + number + ": " + HEADER + " wanted");
    }
    Asset.Coin coin = new Asset.Coin(fields[0], fields[1]);
    bySymbol.computeIfAbsent(coin.symbol(), _ -> new ArrayList<>()).add(coin);
  }

  @Override
  public Meaning meaning(String symbol) {
    List<Asset.Coin> coins = bySymbol.getOrDefault(symbol.toUpperCase(Locale.ROOT), List.of());
    return switch (coins.size()) {
      case 0 -> new Meaning.Nothing();
      case 1 -> new Meaning.One(coins.getFirst(), Meaning.Reason.MAJOR);
      default -> new Meaning.Several(List.copyOf(coins));
    };
  }

  /// Empty: it knows no contracts.
  @Override
  public Optional<ListedToken> token(Asset.Token token) {
    return Optional.empty();
  }

  @Override
  public Optional<Asset.Coin> coin(String id) {
    return bySymbol.values().stream()
        .flatMap(List::stream)
        .filter(coin -> coin.directoryId().equals(id))
        .findFirst();
  }

  /// How many symbols it knows.
  public int size() {
    return bySymbol.size();
  }
}
