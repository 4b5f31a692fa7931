package io.assay.core.directory;

import io.assay.core.asset.Asset;
import io.assay.core.asset.TokenDirectory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A directory in the making: the majors, and what lists say beside. Lists are written by
/// strangers, so a row that is none is dropped and counted, the first of two with one id stays, and
/// past 200,000 rows nothing is kept. The same rows make the same text, in whatever order the lists
/// had them.
public final class DirectoryDraft {
  private final Map<String, Row> majors = new TreeMap<>();
  private final Set<String> listed = new HashSet<>();
  private final Map<String, Row> coins = new TreeMap<>();
  private final Map<String, Row> tokens = new TreeMap<>();
  private final Map<Drop, Long> dropped = new EnumMap<>(Drop.class);
  private long bytes;

  /// A row.
  ///
  /// @param decimals empty where nobody tells, or two lists contradict each other
  private record Row(String symbol, String name, String decimals, String contracts) {
    Row with(String others) {
      return new Row(symbol, name, decimals, others);
    }

    Row having(String other) {
      return new Row(symbol, name, other, contracts);
    }

    String line(String kind, String id) {
      return String.join("\t", kind, id, symbol, name, decimals, contracts) + "\n";
    }
  }

  /// A directory of these majors alone.
  ///
  /// @param majors a text with the columns `id,symbol,name`
  public DirectoryDraft(byte[] majors) {
    new String(majors, StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .filter(line -> !line.isEmpty())
        .map(line -> line.split(",", 3))
        .forEach(
            major -> this.majors.put(major[0], new Row(major[1], Wording.name(major[2]), "", "")));
  }

  /// Adds a coin; a major gets its contracts and stays what it is.
  public void coin(String id, String symbol, String name, List<Asset.Token> contracts) {
    Row major = majors.get(id);
    if (major != null) {
      majors.put(id, major.with(written(contracts)));
      listed.add(id);
      return;
    }
    if (isFull()) {
      drop(Drop.CROWDED);
      return;
    }
    String clean = Wording.symbol(symbol);
    Drop wrong = Wording.isId(id) ? Wording.wrong(clean) : Drop.NO_ID;
    if (wrong == null && coins.containsKey(id)) {
      wrong = Drop.TWICE;
    }
    put(wrong, coins, id, new Row(clean, Wording.name(name), "", written(contracts)));
  }

  private static String written(List<Asset.Token> contracts) {
    return contracts.stream()
        .map(Asset.Token::id)
        .filter(Wording::isAddress)
        .limit(RowText.MOST_CONTRACTS)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(" "));
  }

  /// Adds a token. One that is there already stays; where both tell decimals that differ, nobody
  /// knows them.
  public void token(Asset.Token token, String symbol, String name, OptionalInt decimals) {
    if (isFull()) {
      drop(Drop.CROWDED);
      return;
    }
    String clean = Wording.symbol(symbol);
    Drop wrong = Wording.isAddress(token.id()) ? Wording.wrong(clean) : Drop.NO_ADDRESS;
    String told = told(decimals);
    Row before = tokens.get(token.id());
    if (wrong == null && before != null) {
      if (!told.isEmpty() && !before.decimals.equals(told)) {
        tokens.put(token.id(), before.having(before.decimals.isEmpty() ? told : ""));
      }
      wrong = Drop.TWICE;
    }
    put(wrong, tokens, token.id(), new Row(clean, Wording.name(name), told, ""));
  }

  private static String told(OptionalInt decimals) {
    boolean sane = decimals.isPresent() && decimals.getAsInt() >= 0 && decimals.getAsInt() <= 255;
    return sane ? Integer.toString(decimals.getAsInt()) : "";
  }

  private void put(@Nullable Drop wrong, Map<String, Row> rows, String id, Row row) {
    if (wrong != null) {
      drop(wrong);
    } else {
      rows.put(id, row);
      bytes += row.line("token", id).getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /// Counts a row that whoever read the list could make nothing of.
  public void drop(Drop why) {
    dropped.merge(why, 1L, Long::sum);
  }

  /// Takes the coins over from the directory in force, where there is no newer list of them.
  public void keepCoins(TokenDirectory inForce) {
    if (inForce instanceof FullDirectory full) {
      full.copyCoins(this);
    }
  }

  /// How many coins it has, majors included.
  public int coins() {
    return majors.size() + coins.size();
  }

  /// Whether it has the majors alone.
  boolean isBare() {
    return coins.isEmpty() && tokens.isEmpty();
  }

  /// Whether what lists its coins has half the majors too, as a list of all coins does.
  boolean isOfAllCoins() {
    return coins.isEmpty() || listed.size() * 2 >= majors.size();
  }

  /// How many tokens of lists it has.
  public int tokens() {
    return tokens.size();
  }

  private boolean isFull() {
    return coins() + tokens() >= RowText.MOST_ROWS || bytes > RowText.MOST_BYTES / 2;
  }

  /// How many rows were dropped, and why.
  public Map<Drop, Long> dropped() {
    return Collections.unmodifiableMap(dropped);
  }

  /// The text of the directory.
  public byte[] text() {
    StringBuilder text = new StringBuilder(RowText.HEADER);
    majors.forEach((id, row) -> text.append(row.line("major", id)));
    coins.forEach((id, row) -> text.append(row.line("coin", id)));
    tokens.forEach((id, row) -> text.append(row.line("token", id)));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
