package io.assay.core.asset;

import io.assay.core.asset.AddressCheck.Fault;
import io.assay.core.text.Folded;
import io.assay.core.text.Letters;
import java.util.Locale;

/// The form of Sui and Aptos: `0x` and up to 64 hex digits, or the type of a coin,
/// `0x…::module::Name`, whose parameters are types again. In normal form an address has its full
/// length; Aptos keeps 0x0 to 0xf short (AIP-40).
final class MoveForm {
  private static final int DIGITS = 64;
  private static final int LONGEST = 1024;
  private static final int LONGEST_FOUND = 512;
  private static final int DEEPEST = 8;
  private static final int SHORT = 8;

  private final String text;
  private final boolean aptos;
  private final StringBuilder normal = new StringBuilder();
  private int at;

  private MoveForm(String text, boolean aptos) {
    this.text = text;
    this.aptos = aptos;
  }

  /// The chain that a coin's type tells: in Sui a coin's type is named as its module, in capitals.
  static Chain chain(String text) {
    String[] parts = text.split("::", 3);
    boolean witness =
        parts.length == 3
            && parts[2].equals(parts[1].toUpperCase(Locale.ROOT))
            && !parts[1].equals(parts[2]);
    return witness ? Chain.SUI : Chain.APTOS;
  }

  /// Where the names end that begin with the colons.
  static int namesEnd(Folded text, int colons) {
    int at = colons;
    int most = Math.min(text.length(), colons + LONGEST_FOUND);
    while (at < most && isName(text.at(at))) {
      at++;
    }
    while (text.at(at - 1) == ':') {
      at--;
    }
    return at;
  }

  /// Where the parameters end that follow the names; where those end if none follow.
  static int parametersEnd(Folded text, int names) {
    int depth = 0;
    int last = Math.min(names + LONGEST_FOUND, text.length());
    for (int at = names; at < last && isInside(text.at(at)); at++) {
      depth += text.at(at) == '<' ? 1 : text.at(at) == '>' ? -1 : 0;
      if (depth == 0 || depth > DEEPEST) {
        return at > names && depth == 0 ? at + 1 : names;
      }
    }
    return names;
  }

  private static boolean isName(char letter) {
    return Letters.isWord(letter) || letter == '_' || letter == ':';
  }

  private static boolean isInside(char letter) {
    return isName(letter) || letter == '<' || letter == '>' || letter == ',' || letter == ' ';
  }

  static AddressCheck check(Chain chain, String text) {
    if (text.length() > LONGEST) {
      return AddressCheck.rejected(Fault.LENGTH);
    }
    MoveForm form = new MoveForm(text, chain == Chain.APTOS);
    if (!form.account()) {
      return AddressCheck.rejected(form.atEnd() ? Fault.LENGTH : Fault.LETTER);
    }
    if (form.atEnd()) {
      return form.bare(chain);
    }
    return form.names() && form.parameters(0) && form.atEnd()
        ? new Address(chain, form.normal.toString(), text, false)
        : AddressCheck.rejected(Fault.FORM);
  }

  /// An address without a type: where it is short and none of Aptos' special ones, it may be any
  /// number.
  private AddressCheck bare(Chain chain) {
    int digits = text.length() - 2;
    boolean special = digits == 1 && aptos;
    if (digits < DIGITS - SHORT && !special) {
      return AddressCheck.rejected(Fault.LENGTH);
    }
    String full = normal.toString();
    boolean repeated = full.substring(3).equals(full.substring(2, full.length() - 1));
    return repeated && !special
        ? AddressCheck.rejected(Fault.PLACEHOLDER)
        : new Address(chain, full, text, false);
  }

  private boolean atEnd() {
    return at == text.length();
  }

  private boolean account() {
    if (!text.startsWith("0x", at)) {
      return false;
    }
    int from = at + 2;
    at = from;
    while (!atEnd() && Letters.isHex(text.charAt(at))) {
      at++;
    }
    int digits = at - from;
    if (digits == 0 || digits > DIGITS) {
      return false;
    }
    String lower = text.substring(from, at).toLowerCase(Locale.ROOT);
    String full = "0".repeat(DIGITS - digits) + lower;
    boolean special = aptos && full.startsWith("0".repeat(DIGITS - 1));
    normal.append("0x").append(special ? full.substring(DIGITS - 1) : full);
    return true;
  }

  /// `::module::Name`.
  private boolean names() {
    boolean module = name();
    return module && name();
  }

  private boolean name() {
    if (!text.startsWith("::", at)) {
      return false;
    }
    int from = at;
    at += 2;
    while (!atEnd() && isName(text.charAt(at)) && text.charAt(at) != ':') {
      at++;
    }
    normal.append(text, from, at);
    return at > from + 2 && !Letters.isDigit(text.charAt(from + 2));
  }

  /// `<type, type>`, or nothing.
  private boolean parameters(int depth) {
    if (atEnd() || text.charAt(at) != '<') {
      return true;
    }
    if (depth == DEEPEST) {
      return false;
    }
    do {
      normal.append(text.charAt(at++));
      blanks();
      if (!type(depth + 1)) {
        return false;
      }
      blanks();
    } while (!atEnd() && text.charAt(at) == ',');
    return closed();
  }

  private boolean closed() {
    if (atEnd() || text.charAt(at) != '>') {
      return false;
    }
    normal.append(text.charAt(at++));
    return true;
  }

  private void blanks() {
    while (!atEnd() && text.charAt(at) == ' ') {
      at++;
    }
  }

  /// A struct, or one of the language's own types.
  private boolean type(int depth) {
    if (text.startsWith("0x", at)) {
      return account() && names() && parameters(depth);
    }
    int from = at;
    while (!atEnd() && Letters.isWord(text.charAt(at))) {
      at++;
    }
    String word = text.substring(from, at);
    normal.append(word);
    return switch (word) {
      case "u8", "u16", "u32", "u64", "u128", "u256", "bool", "address", "signer" -> true;
      case "vector" -> !atEnd() && text.charAt(at) == '<' && parameters(depth);
      default -> false;
    };
  }
}
