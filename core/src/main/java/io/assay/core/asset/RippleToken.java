package io.assay.core.asset;

import io.assay.core.asset.AddressCheck.Fault;
import io.assay.core.text.Folded;
import io.assay.core.text.Letters;
import java.util.Locale;

/// A token of the XRP ledger: who issues it, and a currency of three characters or of 20 bytes in
/// hex. Written in either order, `issuer/currency` or `currency.issuer`; known by the first.
final class RippleToken {
  private static final String JOINTS = "/.+-:";
  private static final int CODE = 3;
  private static final int HEX = 40;

  private RippleToken() {}

  static AddressCheck check(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (JOINTS.indexOf(text.charAt(i)) >= 0) {
        String before = text.substring(0, i);
        String after = text.substring(i + 1);
        boolean first = isCurrency(before, text.charAt(i));
        return first ? of(after, before, text) : of(before, after, text);
      }
    }
    return AddressCheck.rejected(Fault.FORM);
  }

  private static AddressCheck of(String issuer, String currency, String text) {
    if (!isCurrency(currency, '/')) {
      return AddressCheck.rejected(Fault.FORM);
    }
    return switch (RippleForm.account(issuer)) {
      case Address account -> {
        String upper = currency.length() == HEX ? currency.toUpperCase(Locale.ROOT) : currency;
        yield new Address(Chain.XRP, account.normal() + '/' + upper, text, true);
      }
      case AddressCheck.Rejected rejected -> rejected;
    };
  }

  /// Where the token begins whose issuer stands at `[start, end)`; `start` where its currency does
  /// not stand before it.
  static int start(Folded text, int start) {
    if (start < CODE + 1 || JOINTS.indexOf(text.at(start - 1)) < 0) {
      return start;
    }
    int from = start - 1;
    while (from > 0 && start - from <= HEX + 1 && Letters.isWord(text.at(from - 1))) {
      from--;
    }
    String word = text.text(from, start - 1);
    return isCurrency(word, text.at(start - 1)) ? from : start;
  }

  /// Where it ends; `end` where its currency does not stand behind it.
  static int end(Folded text, int end) {
    if (end + CODE >= text.length() || JOINTS.indexOf(text.at(end)) < 0) {
      return end;
    }
    int to = end + 1;
    while (to < text.length() && to - end <= HEX + 1 && Letters.isWord(text.at(to))) {
      to++;
    }
    return isCurrency(text.text(end + 1, to), text.at(end)) ? to : end;
  }

  /// Twenty bytes, or three capitals and digits that are not the ledger's own coin; these not
  /// behind a colon, where they are a label.
  private static boolean isCurrency(String word, char joint) {
    if (word.length() == HEX) {
      return word.chars().allMatch(letter -> Letters.isHex((char) letter));
    }
    boolean letter = false;
    for (int i = 0; i < word.length(); i++) {
      letter |= Letters.isUpper(word.charAt(i));
      if (!Letters.isUpper(word.charAt(i)) && !Letters.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return word.length() == CODE && letter && joint != ':' && !word.equals("XRP");
  }
}
