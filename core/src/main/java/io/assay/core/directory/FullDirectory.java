package io.assay.core.directory;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.asset.ListedToken;
import io.assay.core.asset.Meaning;
import io.assay.core.asset.TokenDirectory;
import io.assay.core.canon.CanonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Every coin and token that is listed anywhere, with the majors among them.
///
/// A symbol means its major, whoever else carries it. Else the coin that alone carries it: coins
/// leave the list when they die. A token counts as the coin's own where the coin's contracts name
/// it or both have one name: that is the coin on another chain, or somebody who wants to look like
/// it. Any other token of that symbol makes it ambiguous.
///
/// It holds the text and three tables of numbers beside it, and reads rows when they are asked for.
/// Safe for any thread.
public final class FullDirectory implements TokenDirectory {
  private static final int MOST_SHOWN = 100;
  private static final int MOST_LOOKED_AT = 2_000;
  private static final Map<String, Chain> CHAINS = chains();

  private final RowText rows;
  private final RowIndex bySymbol;
  private final RowIndex byId;
  private final RowIndex byToken;
  private final int coins;

  private FullDirectory(RowText rows) {
    RowIndex.Draft symbols = new RowIndex.Draft();
    RowIndex.Draft ids = new RowIndex.Draft();
    RowIndex.Draft tokens = new RowIndex.Draft();
    int found = 0;
    for (int row = 0; row < rows.size(); row++) {
      symbols.add(rows.hash(row, RowText.SYMBOL), row);
      boolean coin = rows.kind(row) != 't';
      (coin ? ids : tokens).add(rows.hash(row, RowText.ID), row);
      found += coin ? 1 : 0;
      for (String token : rows.words(row, RowText.TOKENS)) {
        tokens.add(RowIndex.hash(token), row);
      }
    }
    this.rows = rows;
    bySymbol = new RowIndex(symbols);
    byId = new RowIndex(ids);
    byToken = new RowIndex(tokens);
    coins = found;
  }

  private static Map<String, Chain> chains() {
    Map<String, Chain> chains = new HashMap<>();
    for (Chain chain : Chain.values()) {
      chains.put(chain.word(), chain);
    }
    return chains;
  }

  /// Reads a directory.
  ///
  /// @param text as [DirectoryDraft#text] made it
  /// @throws CanonException if it is none, naming the line
  public static FullDirectory parse(byte[] text) {
    return new FullDirectory(new RowText(text.clone()));
  }

  /// Whether the text is that of a full directory, and not of majors alone.
  public static boolean isForm(byte[] text) {
    return RowText.isForm(text);
  }

  @Override
  public Meaning meaning(String symbol) {
    List<Integer> found = rowsOf(symbol);
    List<Integer> majors = found.stream().filter(row -> rows.kind(row) == 'm').toList();
    List<Integer> alive = majors;
    if (majors.isEmpty()) {
      List<Integer> listed = found.stream().filter(row -> rows.kind(row) == 'c').toList();
      alive = new ArrayList<>(listed);
      found.stream()
          .filter(row -> rows.kind(row) == 't' && !isOfOne(row, listed))
          .limit(MOST_SHOWN)
          .forEach(alive::add);
    }
    return switch (alive.size()) {
      case 0 -> new Meaning.Nothing();
      case 1 -> new Meaning.One(asset(alive.getFirst()), reason(alive.getFirst()));
      default -> new Meaning.Several(alive.stream().limit(MOST_SHOWN).map(this::asset).toList());
    };
  }

  /// Rows of that symbol, majors first, then coins.
  private List<Integer> rowsOf(String symbol) {
    String upper = symbol.toUpperCase(Locale.ROOT);
    byte[] key = upper.getBytes(StandardCharsets.UTF_8);
    List<Integer> found = new ArrayList<>();
    int entry = bySymbol.first(RowIndex.hash(upper));
    for (; entry != RowIndex.NONE && found.size() < MOST_LOOKED_AT; entry = bySymbol.next(entry)) {
      if (rows.is(bySymbol.row(entry), RowText.SYMBOL, key)) {
        found.add(bySymbol.row(entry));
      }
    }
    return found;
  }

  private boolean isOfOne(int token, List<Integer> listed) {
    String id = rows.field(token, RowText.ID);
    String name = rows.field(token, RowText.NAME);
    return listed.stream()
        .limit(MOST_SHOWN)
        .anyMatch(coin ->
            rows.field(coin, RowText.NAME).equalsIgnoreCase(name)
                || List.of(rows.words(coin, RowText.TOKENS)).contains(id));
  }

  private Meaning.Reason reason(int row) {
    return switch (rows.kind(row)) {
      case 'm' -> Meaning.Reason.MAJOR;
      case 'c' -> Meaning.Reason.ONLY_COIN;
      default -> Meaning.Reason.ONLY_TOKEN;
    };
  }

  private Asset asset(int row) {
    String id = rows.field(row, RowText.ID);
    return rows.kind(row) == 't' ? token(id) : new Asset.Coin(id, rows.field(row, RowText.SYMBOL));
  }

  private static Asset.Token token(String id) {
    int colon = id.indexOf(':');
    Chain chain = CHAINS.get(id.substring(0, Math.max(0, colon)));
    if (chain == null) {
      throw new CanonException("the token directory has a token of no chain: " + id);
    }
    return new Asset.Token(chain, id.substring(colon + 1));
  }

  @Override
  public Optional<Asset.Coin> coin(String id) {
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    int entry = byId.first(RowIndex.hash(id));
    while (entry != RowIndex.NONE && !rows.is(byId.row(entry), RowText.ID, key)) {
      entry = byId.next(entry);
    }
    return entry == RowIndex.NONE
        ? Optional.empty()
        : Optional.of(new Asset.Coin(id, rows.field(byId.row(entry), RowText.SYMBOL)));
  }

  /// What is known of a token contract: what a list of tokens says of it, else what it is the
  /// contract of.
  @Override
  public Optional<ListedToken> token(Asset.Token token) {
    byte[] key = token.id().getBytes(StandardCharsets.UTF_8);
    int known = RowIndex.NONE;
    int entry = byToken.first(RowIndex.hash(token.id()));
    for (; entry != RowIndex.NONE; entry = byToken.next(entry)) {
      int row = byToken.row(entry);
      if (rows.is(row, RowText.ID, key)) {
        return Optional.of(listed(token, row));
      }
      boolean first = known == RowIndex.NONE;
      if (first && List.of(rows.words(row, RowText.TOKENS)).contains(token.id())) {
        known = row;
      }
    }
    return known == RowIndex.NONE ? Optional.empty() : Optional.of(listed(token, known));
  }

  private ListedToken listed(Asset.Token token, int row) {
    String decimals = rows.field(row, RowText.DECIMALS);
    return new ListedToken(
        token,
        rows.field(row, RowText.SYMBOL),
        rows.field(row, RowText.NAME),
        decimals.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(decimals)));
  }

  /// Puts all coins that are no majors into a draft, for whoever has no newer list of them.
  void copyCoins(DirectoryDraft draft) {
    for (int row = 0; row < rows.size(); row++) {
      if (rows.kind(row) != 't') {
        List<Asset.Token> tokens = new ArrayList<>();
        for (String token : rows.words(row, RowText.TOKENS)) {
          tokens.add(token(token));
        }
        draft.coin(
            rows.field(row, RowText.ID),
            rows.field(row, RowText.SYMBOL),
            rows.field(row, RowText.NAME),
            tokens);
      }
    }
  }

  /// How many coins it has, majors included.
  public int coins() {
    return coins;
  }

  /// How many tokens of lists it has.
  public int tokens() {
    return rows.size() - coins;
  }

  /// Its text.
  public byte[] text() {
    return rows.bytes();
  }

  /// Bytes that it holds in memory, without what every object costs.
  public long weight() {
    return rows.weight() + bySymbol.weight() + byId.weight() + byToken.weight();
  }
}
