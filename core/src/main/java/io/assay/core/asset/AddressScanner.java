package io.assay.core.asset;

import io.assay.core.codec.Base58;
import io.assay.core.codec.Eip55;
import io.assay.core.text.Folded;
import io.assay.core.text.Letters;
import io.assay.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds what is written like an address in a stretch of text or in a link, in one pass over its
/// words. Says nothing of what it is for.
public final class AddressScanner {
  private static final int SHORTEST = 25;
  private static final int LONGEST = 128;
  private static final int HASH = 64;
  private static final int BARE = 40;
  private static final int FRIENDLY = 48;
  private static final int KEY = 44;
  private static final int SHORTEST_SIGNATURE = 86;
  private static final int LONGEST_SIGNATURE = 88;

  private final Folded text;
  private final Words words;
  private final List<Found> found = new ArrayList<>(0);
  private int resume;

  /// What was found.
  public enum Kind {
    ADDRESS,
    /// 64 hex digits, which may be a transaction or an address of Sui or Aptos; or a signature.
    HASH,
    /// 40 hex digits without their 0x: an address only if the words say so.
    BARE,
    /// An address at which nobody's token is.
    NOBODYS
  }

  /// How it is made.
  public enum Make {
    WHOLE,
    /// With blanks or a line break inside.
    SPLIT,
    /// With a name glued to it.
    GLUED
  }

  /// Something that is written like an address, at `[start, end)` of the folded text.
  public record Found(Kind kind, Address address, int start, int end, Make make) {}

  private AddressScanner(Folded text, Words words) {
    this.text = text;
    this.words = words;
  }

  /// Everything in the words of a text, in its order.
  public static List<Found> scan(Folded text, Words words) {
    AddressScanner scanner = new AddressScanner(text, words);
    for (int word = 0; word < words.size(); word++) {
      if (words.start(word) >= scanner.resume) {
        scanner.look(word);
      }
    }
    return scanner.found;
  }

  private void look(int word) {
    int start = words.start(word);
    int end = words.end(word);
    boolean piece = end - start >= Splits.SHORTEST_PIECE || text.at(start) == '0';
    if (!piece && !isFriendlyBeginning(start)) {
      return;
    }
    if (isPrefix(start, end) || end - start >= Eip55.LENGTH) {
      if (hex(start, end)) {
        return;
      }
    }
    if (isFriendlyBeginning(start) && friendly(start)) {
      return;
    }
    if (end - start >= SHORTEST && words.isAscii(word) && whole(start, end)) {
      return;
    }
    int joined = Splits.end(text, words, word);
    if (joined > 0) {
      split(start, joined);
    }
  }

  private boolean isPrefix(int at, int end) {
    return at + 1 < end && text.at(at) == '0' && text.at(at + 1) == 'x';
  }

  /// Looks at every 0x of a word, since names get glued before and after.
  private boolean hex(int start, int end) {
    int before = found.size();
    int at = start;
    while (at + 1 < end) {
      if (isPrefix(at, end)) {
        int past = hexEnd(at + 2, end);
        prefixed(at, past, past - at == Eip55.LENGTH && at == start && past == end);
        at = isPrefix(past - 1, end) ? past - 1 : past;
      } else {
        at++;
      }
    }
    return found.size() > before;
  }

  private int hexEnd(int from, int end) {
    int at = from;
    while (at < end && Letters.isHex(text.at(at))) {
      at++;
    }
    return at;
  }

  private void prefixed(int at, int past, boolean alone) {
    int digits = past - at - 2;
    if (digits > 0 && digits <= HASH && isColons(past)) {
      coinType(at, past);
    } else if (digits == BARE) {
      evm(at, past, alone ? Make.WHOLE : Make.GLUED);
    } else if (digits == HASH) {
      hash(at, past);
    }
  }

  private boolean isColons(int at) {
    return at + 1 < text.length() && text.at(at) == ':' && text.at(at + 1) == ':';
  }

  private void evm(int start, int end, Make make) {
    String written = text.text(start, end);
    switch (Addresses.check(Chain.EVM, written)) {
      case Address address -> add(Kind.ADDRESS, address, start, end, make);
      case AddressCheck.Rejected(var fault) -> {
        if (fault == AddressCheck.Fault.PLACEHOLDER) {
          add(Kind.NOBODYS, lower(Chain.EVM, written), start, end, make);
        }
      }
    }
  }

  private static Address lower(Chain chain, String written) {
    return new Address(chain, written.toLowerCase(Locale.ROOT), written, false);
  }

  private void hash(int start, int end) {
    String written = text.text(start, end);
    char last = written.charAt(written.length() - 1);
    if (!written.endsWith(String.valueOf(last).repeat(HASH))) {
      add(Kind.HASH, lower(Chain.EVM, written), start, end, Make.WHOLE);
    }
  }

  /// Takes a type's names and its parameters in angle brackets; the names alone where what follows
  /// are no parameters.
  private void coinType(int start, int colons) {
    int names = MoveForm.namesEnd(text, colons);
    int whole = MoveForm.parametersEnd(text, names);
    if (!type(start, whole) && whole > names) {
      type(start, names);
    }
  }

  private boolean type(int start, int end) {
    if (Addresses.recognise(text.text(start, end)) instanceof Address address) {
      add(Kind.ADDRESS, address, start, end, Make.WHOLE);
      return true;
    }
    return false;
  }

  private boolean isFriendlyBeginning(int at) {
    return at + FRIENDLY <= text.length()
        && TonForm.isFriendlyBeginning(text.at(at), text.at(at + 1));
  }

  private boolean friendly(int start) {
    int end = start + FRIENDLY;
    for (int i = start; i < end; i++) {
      if (!isBase64(text.at(i))) {
        return false;
      }
    }
    boolean more = end < text.length() && Letters.isWord(text.at(end));
    if (!more && Addresses.recognise(text.text(start, end)) instanceof Address address) {
      add(Kind.ADDRESS, address, start, end, Make.WHOLE);
      return true;
    }
    return false;
  }

  private static boolean isBase64(char letter) {
    return Letters.isWord(letter)
        || letter == '-'
        || letter == '_'
        || letter == '+'
        || letter == '/';
  }

  private boolean whole(int start, int end) {
    int length = end - start;
    if (hexEnd(start, end) == end) {
      return digits(start, end);
    }
    if (length > LONGEST) {
      return false;
    }
    String written = text.text(start, end);
    if (hasDigit(written) && Addresses.recognise(written) instanceof Address address) {
      add(Kind.ADDRESS, address, start, end, Make.WHOLE);
      if (address.chain() == Chain.XRP) {
        token(Chain.XRP, RippleToken.start(text, start), RippleToken.end(text, end));
      }
      return true;
    }
    if (length >= SHORTEST_SIGNATURE && length <= LONGEST_SIGNATURE) {
      return signature(written, start, end);
    }
    return length > KEY && glued(start, end);
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(letter -> Letters.isDigit((char) letter));
  }

  /// Takes a token instead of the parts of it that were found.
  private boolean token(Chain chain, int start, int end) {
    if (!(Addresses.check(chain, text.text(start, end)) instanceof Address token)
        || !token.isTokenOnly()) {
      return false;
    }
    while (!found.isEmpty() && found.getLast().end() > start) {
      found.removeLast();
    }
    add(Kind.ADDRESS, token, start, end, Make.WHOLE);
    return true;
  }

  /// Hex digits without 0x: behind `0:` an address of TON, else a hash or perhaps an address.
  private boolean digits(int start, int end) {
    int length = end - start;
    if (length > BARE
        && length != HASH
        && token(Chain.CARDANO, start, CardanoToken.end(text, start, end))) {
      return true;
    }
    if (length == HASH) {
      int from = TonForm.workchain(text, start);
      if (from < start
          && Addresses.check(Chain.TON, text.text(from, end)) instanceof Address address) {
        add(Kind.ADDRESS, address, from, end, Make.WHOLE);
      } else {
        hash(start, end);
      }
    } else if (length == BARE) {
      String full = "0x" + text.text(start, end);
      if (Addresses.check(Chain.EVM, full) instanceof Address address) {
        Address bare =
            new Address(Chain.EVM, address.normal(), text.text(start, end), address.proven());
        add(Kind.BARE, bare, start, end, Make.WHOLE);
      }
    }
    return true;
  }

  private boolean signature(String written, int start, int end) {
    byte[] bytes = Base58.BITCOIN.decode(written);
    if (bytes == null || bytes.length != HASH) {
      return false;
    }
    add(Kind.HASH, new Address(Chain.SOLANA, written, written, false), start, end, Make.WHOLE);
    return true;
  }

  private boolean glued(int start, int end) {
    Address mint = Splits.mintAtEnd(text.text(start, end));
    if (mint != null) {
      add(Kind.ADDRESS, mint, end - mint.display().length(), end, Make.GLUED);
    }
    return mint != null;
  }

  private void split(int start, int end) {
    String joined = Splits.joined(text, start, end);
    if (Addresses.recognise(joined) instanceof Address address) {
      add(Kind.ADDRESS, address, start, end, Make.SPLIT);
    }
  }

  /// Adds what was found, unless it is written with letters of another alphabet: whoever copies
  /// that has no address, and it is not repaired into one.
  private void add(Kind kind, Address address, int start, int end, Make make) {
    if (!text.hasLookAlike(start, end)) {
      found.add(new Found(kind, address, start, end, make));
    }
    resume = end;
  }
}
