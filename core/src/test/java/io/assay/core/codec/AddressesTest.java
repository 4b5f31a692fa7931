package io.assay.core.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.junit.jupiter.api.Test;

class AddressesTest {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  private static String keccak(byte[] message) {
    return HexFormat.of().formatHex(Keccak.digest(message));
  }

  @Test
  void keccak_publishedVectors_areMet() {
    assertThat(keccak(new byte[0]))
        .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    assertThat(keccak("abc".getBytes(US_ASCII)))
        .isEqualTo("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
  }

  @Test
  void keccak_everyLengthAroundTheBlock_isBouncyCastles() {
    Random random = new Random(1);
    for (int length = 0; length < 420; length++) {
      byte[] message = new byte[length];
      random.nextBytes(message);
      KeccakDigest oracle = new KeccakDigest(256);
      oracle.update(message, 0, length);
      byte[] expected = new byte[32];
      oracle.doFinal(expected, 0);
      assertThat(Keccak.digest(message)).as("length " + length).isEqualTo(expected);
    }
  }

  @Test
  void isAddress_examplesOfTheProposal_areAddresses() {
    for (String address :
        new String[] {
          "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
          "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
          "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
          "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
        }) {
      assertThat(Eip55.isAddress(address)).as(address).isTrue();
      assertThat(Eip55.isAddress(address.toLowerCase(Locale.ROOT))).isTrue();
      String shouted = "0x" + address.substring(2).toUpperCase(Locale.ROOT);
      assertThat(Eip55.isAddress(shouted)).isTrue();
    }
  }

  @Test
  void isAddress_anyLetterInTheOtherCase_isNone() {
    String address = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    for (int i = 2; i < address.length(); i++) {
      char letter = address.charAt(i);
      if (Character.isLetter(letter)) {
        char other =
            Character.isUpperCase(letter)
                ? Character.toLowerCase(letter)
                : Character.toUpperCase(letter);
        String wrong = address.substring(0, i) + other + address.substring(i + 1);
        assertThat(Eip55.isAddress(wrong)).as(wrong).isFalse();
      }
    }
  }

  @Test
  void isAddress_otherForms_areNone() {
    assertThat(Eip55.isAddress("")).isFalse();
    assertThat(Eip55.isAddress("0x")).isFalse();
    assertThat(Eip55.isAddress("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")).isFalse();
    assertThat(Eip55.isAddress("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe")).isFalse();
    assertThat(Eip55.isAddress("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed1")).isFalse();
    assertThat(Eip55.isAddress("0xg" + "a".repeat(39))).isFalse();
  }

  @Test
  void isPlaceholder_zeroAndDead_areNobodysToken() {
    assertThat(Eip55.isPlaceholder("0x" + "0".repeat(40))).isTrue();
    assertThat(Eip55.isPlaceholder("0x000000000000000000000000000000000000dead")).isTrue();
    assertThat(Eip55.isPlaceholder("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed")).isFalse();
  }

  /// Base58 by long division: slow and obvious.
  private static String encode(byte[] bytes) {
    StringBuilder digits = new StringBuilder();
    BigInteger rest = new BigInteger(1, bytes);
    BigInteger base = BigInteger.valueOf(58);
    while (rest.signum() > 0) {
      BigInteger[] parts = rest.divideAndRemainder(base);
      digits.append(ALPHABET.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
      digits.append('1');
    }
    return digits.reverse().toString();
  }

  @Test
  void is32Bytes_everyLengthOfBytes_onlyThirtyTwo() {
    Random random = new Random(2);
    for (int round = 0; round < 400; round++) {
      for (int length = 22; length <= 36; length++) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        if (round % 4 == 0) {
          Arrays.fill(bytes, 0, 1 + random.nextInt(3), (byte) 0);
        }
        if (round % 7 == 0) {
          Arrays.fill(bytes, (byte) 0xFF);
        }
        String text = encode(bytes);
        assertThat(Base58.is32Bytes(text)).as(length + " bytes: " + text).isEqualTo(length == 32);
      }
    }
  }

  @Test
  void is32Bytes_systemProgram_isThirtyTwoZeroes() {
    assertThat(Base58.is32Bytes("1".repeat(32))).isTrue();
    assertThat(Base58.is32Bytes("1".repeat(33))).isFalse();
    assertThat(Base58.is32Bytes("1".repeat(31))).isFalse();
  }

  @Test
  void is32Bytes_lettersOutsideTheAlphabet_areNone() {
    String good = "So11111111111111111111111111111111111111112";
    assertThat(Base58.is32Bytes(good)).isTrue();
    for (char wrong : new char[] {'0', 'O', 'I', 'l', ' ', 'é', '\u4e00'}) {
      assertThat(Base58.is32Bytes(wrong + good.substring(1))).as("with " + wrong).isFalse();
      assertThat(Base58.isDigit(wrong)).isFalse();
    }
  }
}
