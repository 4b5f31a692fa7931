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

  static Fingerprint of(String text, List<String> targets) {
    MessageDigest digest = Sha256.digest();
    digest.update(nfc(text).stripTrailing().getBytes(StandardCharsets.UTF_8));
    for (String target : targets) {
      digest.update((byte) 0);
      digest.update(target.getBytes(StandardCharsets.UTF_8));
    }
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new Fingerprint(bytes.getLong(), bytes.getLong());
  }

  private static String nfc(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
