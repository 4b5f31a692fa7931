package io.assay.core.reading;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.codec.Base58;
import io.assay.core.codec.Eip55;
import io.assay.core.text.Folded;
import io.assay.core.text.Letters;
import io.assay.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds addresses in a stretch of text or in a link, and judges what each is for by what stands
/// before it.
final class AddressScanner {
  private static final int SHORTEST = 32;
  private static final int LONGEST_KEY = 44;
  private static final int LINK_LOOK_BACK = 300;
  private static final int WORDS_LOOK_BACK = 5;
  private static final Map<String, Sites.Judged> BY_WORD =
      Map.ofEntries(
          word("tx", Role.TRANSACTION, 0.8),
          word("txn", Role.TRANSACTION, 0.8),
          word("hash", Role.TRANSACTION, 0.7),
          word("txid", Role.TRANSACTION, 0.8),
          word("transaction", Role.TRANSACTION, 0.8),
          word("wallet", Role.WALLET, 0.8),
          word("wallets", Role.WALLET, 0.8),
          word("donate", Role.WALLET, 0.9),
          word("donation", Role.WALLET, 0.9),
          word("donations", Role.WALLET, 0.9),
          word("hacker", Role.WALLET, 0.8),
          word("deployer", Role.DEPLOYER, 0.9),
          word("dev", Role.DEPLOYER, 0.6),
          word("send", Role.DEPOSIT, 0.8),
          word("deposit", Role.DEPOSIT, 0.8),
          word("presale", Role.DEPOSIT, 0.7),
          word("pair", Role.POOL, 0.7),
          word("pool", Role.POOL, 0.7),
          word("lp", Role.POOL, 0.7),
          word("ca", Role.TOKEN, 0.95),
          word("contract", Role.TOKEN, 0.95),
          word("token", Role.TOKEN, 0.9),
          word("mint", Role.TOKEN, 0.95),
          word("buy", Role.TOKEN, 0.9));

  private final Folded text;
  private final Place place;
  private final List<Found> found = new ArrayList<>();

  /// An address where it stands.
  record Found(Mention mention, boolean inLink) {}

  private AddressScanner(Folded text, Place place) {
    this.text = text;
    this.place = place;
  }

  private static Map.Entry<String, Sites.Judged> word(String word, Role role, double confidence) {
    return Map.entry(word, new Sites.Judged(role, confidence, "after the word " + word));
  }

  /// Every address in the words of a text.
  static List<Found> inText(Folded text, Words words, Place place) {
    AddressScanner scanner = new AddressScanner(text, place);
    for (int word = 0; word < words.size(); word++) {
      if (words.length(word) >= SHORTEST) {
        scanner.look(words, word);
      }
    }
    return scanner.found;
  }

  private void look(Words words, int word) {
    int start = words.start(word);
    int end = words.end(word);
    int evm = evm(start, end);
    if (evm >= 0) {
      add(words, word, evm, evm + Eip55.LENGTH, Chain.EVM);
    } else if (isMint(start, end)) {
      add(words, word, start, end, Chain.SOLANA);
    }
  }

  /// Where an EVM address ends the run of letters and digits; -1 if none does. A name may be glued
  /// before it; more hex behind makes it something else.
  private int evm(int start, int end) {
    int at = end - Eip55.LENGTH;
    if (at < start || text.at(at) != '0' || (text.at(at + 1) | 0x20) != 'x') {
      return -1;
    }
    String address = text.text(at, end);
    boolean real =
        text.isLiteral(at, end)
            && Eip55.isAddress(address)
            && !Eip55.isPlaceholder(address.toLowerCase(Locale.ROOT));
    return real ? at : -1;
  }

  private boolean isMint(int start, int end) {
    int length = end - start;
    if (length > LONGEST_KEY) {
      return false;
    }
    boolean upper = false;
    boolean lower = false;
    boolean digit = false;
    boolean hex = true;
    for (int i = start; i < end; i++) {
      char letter = text.at(i);
      upper |= Letters.isUpper(letter);
      lower |= letter >= 'a' && letter <= 'z';
      digit |= Letters.isDigit(letter);
      hex &= Letters.isHex(letter);
    }
    return upper
        && lower
        && digit
        && !hex
        && text.isLiteral(start, end)
        && Base58.is32Bytes(text.text(start, end));
  }

  private void add(Words words, int word, int start, int end, Chain form) {
    String link = linkBefore(start);
    Sites.Judged judged = link.isEmpty() ? byWords(words, word) : Sites.judge(link);
    if (judged == null) {
      judged = new Sites.Judged(Role.TOKEN, 0.8, "an address by itself");
    }
    if (isPath(start, link)) {
      judged = new Sites.Judged(Role.DOCUMENT, 0.8, "part of a longer path");
    }
    Chain chain = form == Chain.EVM && !link.isEmpty() ? Sites.chain(link) : form;
    String display = text.text(start, end);
    boolean shown = place == Place.TEXT || place == Place.CAPTION;
    Place where = shown && !link.isEmpty() ? Place.URL : place;
    Mention.Span span = new Mention.Span(where, text.origin(start), text.origin(end - 1) + 1);
    found.add(
        new Found(
            new Mention(
                new Asset.Token(chain, display),
                display,
                span,
                judged.role(),
                judged.confidence(),
                List.of(judged.why())),
            !link.isEmpty()));
  }

  /// Base58 next to `_` or `-` is a piece of some longer id.
  private boolean isPath(int start, String link) {
    char before = start == 0 ? ' ' : text.at(start - 1);
    return before == '_' && !link.isEmpty() && link.contains("google");
  }

  /// The beginning of the link that the position is in; empty if it is in none.
  private String linkBefore(int start) {
    int from = start;
    int least = Math.max(0, start - LINK_LOOK_BACK);
    while (from > least && !isOutsideLink(text.at(from - 1))) {
      from--;
    }
    String before = text.text(from, start);
    boolean link =
        before.contains("://")
            || before.contains(".com/")
            || before.contains(".io/")
            || before.contains(".org/")
            || before.contains(".me/")
            || before.contains(".app/")
            || before.contains(".finance/");
    return link ? before : "";
  }

  private static boolean isOutsideLink(char letter) {
    return Letters.isBlank(letter)
        || letter == '<'
        || letter == '>'
        || letter == '"'
        || letter == '('
        || letter == ')'
        || letter == '['
        || letter == ']'
        || letter > 0x2000;
  }

  private static Sites.@Nullable Judged byWords(Words words, int word) {
    int least = Math.max(0, word - WORDS_LOOK_BACK);
    for (int before = word - 1; before >= least && words.areNeighbours(before, word); before--) {
      if (words.length(before) < 12) {
        Sites.Judged judged = BY_WORD.get(words.text(before).toLowerCase(Locale.ROOT));
        if (judged != null) {
          return judged;
        }
      }
    }
    return null;
  }
}
