package io.assay.core.asset;

import io.assay.core.asset.AddressCheck.Fault;
import io.assay.core.text.Folded;
import io.assay.core.text.Letters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// A native token of Cardano in hex: the 28 bytes of its policy, and up to 32 bytes of a name, with
/// or without a point between. What reads like one has a name that can be read (CIP-67 puts a label
/// of four bytes before it), which by chance hardly any hash has.
final class CardanoToken {
  private static final int POLICY = 56;
  private static final int LONGEST = POLICY + 64;
  private static final int HASH = 64;

  /// Of fungible tokens, of collectibles with and without parts, and of what describes them.
  private static final List<String> LABELS =
      List.of("0014df10", "000de140", "001bc280", "000643b0");

  private CardanoToken() {}

  static boolean isForm(String text) {
    return text.length() >= POLICY && isHex(text, 0, POLICY);
  }

  static AddressCheck check(String text) {
    int name = text.length() > POLICY && text.charAt(POLICY) == '.' ? POLICY + 1 : POLICY;
    int length = POLICY + text.length() - name;
    if (length < POLICY || length > LONGEST || length % 2 != 0) {
      return AddressCheck.rejected(Fault.LENGTH);
    }
    if (!isHex(text, 0, POLICY) || !isHex(text, name, text.length())) {
      return AddressCheck.rejected(Fault.LETTER);
    }
    String normal = (text.substring(0, POLICY) + text.substring(name)).toLowerCase(Locale.ROOT);
    return isName(normal.substring(POLICY))
        ? new Address(Chain.CARDANO, normal, text, false)
        : AddressCheck.rejected(Fault.KIND);
  }

  /// Where the token ends that begins with the hex digits `[start, end)`: behind a point and more
  /// of them, if that is its name.
  static int end(Folded text, int start, int end) {
    if (end - start != POLICY || end + 1 >= text.length() || text.at(end) != '.') {
      return end;
    }
    int to = end + 1;
    while (to < text.length() && to - start <= LONGEST + 1 && Letters.isHex(text.at(to))) {
      to++;
    }
    boolean cut = to < text.length() && Letters.isWord(text.at(to));
    boolean token = to > end + 1 && !cut && check(text.text(start, to)) instanceof Address;
    return token ? to : end;
  }

  private static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Letters.isHex(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// A name of four bytes makes as many digits as a hash has, so it must be of capitals and digits;
  /// among many hashes some will have one, so that other words have to speak for it too.
  private static boolean isName(String hex) {
    boolean labelled = LABELS.stream().anyMatch(hex::startsWith);
    byte[] bytes = HexFormat.of().parseHex(labelled ? hex.substring(8) : hex);
    try {
      String name = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean plain = name.chars().allMatch(letter -> letter >= '0' && letter <= 'Z');
      boolean shown = name.codePoints().noneMatch(Character::isISOControl);
      boolean likeHash = hex.length() + POLICY == HASH;
      return (likeHash && !labelled) ? plain : shown;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
