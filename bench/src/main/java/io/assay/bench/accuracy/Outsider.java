package io.assay.bench.accuracy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;

/// A second opinion on addresses, which shares no line with what it judges: big integers for base
/// 58, Bouncy Castle's digests, the textbook form of each checksum. Slow, and it tells the chain by
/// the form alone.
final class Outsider {
  private static final String BITCOIN =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };

  private Outsider() {}

  /// The chain of whose form the text is a sound address: `evm` for all of those, `move` for Sui
  /// and Aptos; empty where of none.
  static String chain(String text) {
    if (text.matches("0x[0-9a-fA-F]{40}")) {
      return isEvm(text) ? "evm" : "";
    }
    if (text.matches("0x[0-9a-fA-F]{1,64}(::\\w+::.+)?")) {
      return "move";
    }
    if (text.matches("(0|-1):[0-9a-fA-F]{64}") || isTon(text)) {
      return "ton";
    }
    String bech32 = bech32(text);
    if (!bech32.isEmpty()) {
      return bech32;
    }
    String joined = joined(text);
    return joined.isEmpty() ? base58(text) : joined;
  }

  /// Tokens that are written as two things.
  private static String joined(String text) {
    if (text.matches("[0-9a-fA-F]{56}(\\.?([0-9a-fA-F]{2}){1,32})?")) {
      return "cardano";
    }
    for (String issuer : text.split("[/.+:-]", -1)) {
      if (!issuer.equals(text) && isRipple(issuer)) {
        return "xrp";
      }
    }
    return "";
  }

  static boolean isEvm(String text) {
    String hex = text.substring(2);
    boolean oneCase =
        hex.equals(hex.toLowerCase(Locale.ROOT)) || hex.equals(hex.toUpperCase(Locale.ROOT));
    byte[] hash =
        digest(
            new KeccakDigest(256),
            hex.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
    boolean right = true;
    for (int i = 0; i < hex.length(); i++) {
      int nibble = (hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xF;
      char wanted = Character.toLowerCase(hex.charAt(i));
      right &= hex.charAt(i) == (nibble >= 8 ? Character.toUpperCase(wanted) : wanted);
    }
    return oneCase || right;
  }

  private static byte[] digest(Digest digest, byte[] bytes) {
    byte[] hash = new byte[digest.getDigestSize()];
    digest.update(bytes, 0, bytes.length);
    digest.doFinal(hash, 0);
    return hash;
  }

  private static String base58(String text) {
    if (isRipple(text)) {
      return "xrp";
    }
    byte[] bytes = decode(text, BITCOIN);
    if (bytes.length == 25 && isChecked(bytes)) {
      return switch (bytes[0] & 0xFF) {
        case 0x00, 0x05 -> "bitcoin";
        case 0x30, 0x32 -> "litecoin";
        case 0x1E, 0x16 -> "dogecoin";
        case 0x41 -> "tron";
        default -> "";
      };
    }
    if (bytes.length > 40) {
      return isByron(bytes) ? "cardano" : "";
    }
    return bytes.length == 32 ? "solana" : "";
  }

  private static boolean isRipple(String text) {
    byte[] bytes = decode(text, RIPPLE);
    boolean account = text.startsWith("r") && bytes.length == 25;
    boolean extended = text.startsWith("X") && bytes.length == 35;
    return (account || extended) && isChecked(bytes);
  }

  /// The bytes that the text writes; none where it is not of that alphabet.
  private static byte[] decode(String text, String alphabet) {
    BigInteger number = BigInteger.ZERO;
    int zeros = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = alphabet.indexOf(text.charAt(i));
      if (digit < 0 || text.length() > 130) {
        return new byte[0];
      }
      number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
      zeros += digit == 0 && zeros == i ? 1 : 0;
    }
    byte[] bytes = number.signum() == 0 ? new byte[0] : number.toByteArray();
    int sign = bytes.length > 0 && bytes[0] == 0 ? 1 : 0;
    byte[] whole = new byte[zeros + bytes.length - sign];
    System.arraycopy(bytes, sign, whole, zeros, bytes.length - sign);
    return whole;
  }

  private static boolean isChecked(byte[] bytes) {
    byte[] payload = Arrays.copyOf(bytes, bytes.length - 4);
    byte[] sum = digest(new SHA256Digest(), digest(new SHA256Digest(), payload));
    return Arrays.equals(sum, 0, 4, bytes, bytes.length - 4, bytes.length);
  }

  /// Byron's address: what is between `83 00 d8 18 58 xx` and the last five bytes, and its sum.
  private static boolean isByron(byte[] bytes) {
    int length = bytes.length < 10 ? 0 : bytes[4] & 0xFF;
    if (bytes.length != 5 + length + 5 || bytes[0] != (byte) 0x82) {
      return false;
    }
    CRC32 sum = new CRC32();
    sum.update(bytes, 5, length);
    long told = new BigInteger(1, Arrays.copyOfRange(bytes, 6 + length, bytes.length)).longValue();
    return sum.getValue() == told;
  }

  private static boolean isTon(String text) {
    if (!text.matches("[EUk0][Qf][A-Za-z0-9_+/-]{46}")) {
      return false;
    }
    byte[] bytes = Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
    int sum = 0;
    for (int i = 0; i < 34; i++) {
      sum ^= (bytes[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum & 0x8000) == 0 ? sum << 1 : sum << 1 ^ 0x1021;
      }
    }
    return (sum & 0xFFFF) == ((bytes[34] & 0xFF) << 8 | (bytes[35] & 0xFF));
  }

  private static String bech32(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int one = lower.lastIndexOf('1');
    boolean oneCase = text.equals(lower) || text.equals(text.toUpperCase(Locale.ROOT));
    if (one < 1 || !oneCase) {
      return "";
    }
    int sum = 1;
    for (int i = 0; i < one; i++) {
      sum = step(sum, lower.charAt(i) >> 5);
    }
    sum = step(sum, 0);
    for (int i = 0; i < one; i++) {
      sum = step(sum, lower.charAt(i) & 31);
    }
    for (int i = one + 1; i < lower.length(); i++) {
      int value = BECH32.indexOf(lower.charAt(i));
      if (value < 0) {
        return "";
      }
      sum = step(sum, value);
    }
    boolean holds = sum == 1 || sum == 0x2bc830a3;
    return holds ? ofPrefix(lower.substring(0, one)) : "";
  }

  private static int step(int sum, int value) {
    int top = sum >>> 25;
    int next = (sum & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >> i & 1) == 0 ? 0 : GENERATOR[i];
    }
    return next;
  }

  private static String ofPrefix(String prefix) {
    return switch (prefix) {
      case "bc" -> "bitcoin";
      case "ltc" -> "litecoin";
      case "addr", "stake", "asset" -> "cardano";
      default -> "";
    };
  }
}
