package io.assay.core.message;

import io.assay.core.canon.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.List;

/// The first 128 bits of the SHA-256 over what makes two tellings of a post the same: the text
/// after NFC with trailing space cut, and the link targets, nothing else. The same post heard
/// through an export, a bot or the public preview has the same fingerprint.
public record Fingerprint(long high, long low) {

  public static Fingerprint of(Content content) {
    return of(content.text(), content.linkTargets());
  }

  /// The same, by who has the text in UTF-8 already.
  public static Fingerprint of(Content content, byte[] utf8) {
    String text = content.text();
    String normal = nfc(text).stripTrailing();
    byte[] bytes = normal.length() == text.length() && normal.equals(text) ? utf8 : utf8(normal);
    return of(bytes, content.linkTargets());
  }

  static Fingerprint of(String text, List<String> targets) {
    return of(utf8(nfc(text).stripTrailing()), targets);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Fingerprint of(byte[] text, List<String> targets) {
    MessageDigest digest = Sha256.shared();
    digest.update(text);
    for (String target : targets) {
      digest.update((byte) 0);
      digest.update(utf8(target));
    }
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new Fingerprint(bytes.getLong(), bytes.getLong());
  }

  private static String nfc(String text) {
    return isPlain(text) || Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /// Whether all characters are of blocks in which NFC changes none and combines none: Latin,
  /// Cyrillic letters, dashes and quotes, arrows and dingbats, emoji. Nearly all posts are.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean plain =
          letter < 0x300
              || (letter >= 0x400 && letter <= 0x482)
              || (letter >= 0x200B && letter <= 0x205E)
              || (letter >= 0x2190 && letter <= 0x2328)
              || (letter >= 0x2460 && letter <= 0x2ADB)
              || (letter >= 0x2B00 && letter <= 0x2BFF)
              || letter == 0xFE0F
              || (letter >= 0xD83C && letter <= 0xD83E)
              || Character.isLowSurrogate(letter);
      if (!plain) {
        return false;
      }
    }
    return true;
  }
}
