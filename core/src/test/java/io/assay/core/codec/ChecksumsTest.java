package io.assay.core.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumsTest {
  private static final String BITCOIN =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String WITNESS = "bc1q2t63ewm3mvh0ztmnmezxm7s0tefknenxlrlwrk";

  /// Base58 by long multiplication: slow and obvious.
  private static BigInteger value(String text) {
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      int digit = BITCOIN.indexOf(text.charAt(i));
      value = value.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
    }
    return value;
  }

  @Test
  void base58_anyBytes_comeBackAndAreTheNumber() {
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      byte[] bytes = new byte[1 + random.nextInt(70)];
      random.nextBytes(bytes);
      if (round % 3 == 0) {
        bytes[0] = 0;
      }
      String text = Base58.BITCOIN.encode(bytes);
      assertThat(Base58.BITCOIN.decode(text)).isEqualTo(bytes);
      assertThat(value(text)).isEqualTo(new BigInteger(1, bytes));
      assertThat(Base58.RIPPLE.decode(Base58.RIPPLE.encode(bytes))).isEqualTo(bytes);
      assertThat(Base58.RIPPLE.decodeChecked(Base58.RIPPLE.encodeChecked(bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void decode_lettersOutsideTheAlphabetOrTooMany_isNone() {
    assertThat(Base58.BITCOIN.decode("1l")).isNull();
    assertThat(Base58.BITCOIN.decode("1é")).isNull();
    assertThat(Base58.BITCOIN.decode("2".repeat(129))).isNull();
    assertThat(Base58.BITCOIN.decode("")).isEmpty();
  }

  @Test
  void decodeChecked_anyLetterChanged_isNone() {
    String text = "12KYrjTdVGjFMtaxERSk3gphreJ5US8aUP";
    assertThat(Base58.BITCOIN.decodeChecked(text)).hasSize(21);
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'z' ? 'y' : 'z';
      String wrong = text.substring(0, i) + other + text.substring(i + 1);
      assertThat(Base58.BITCOIN.decodeChecked(wrong)).as(wrong).isNull();
    }
    assertThat(Base58.BITCOIN.decodeChecked("1111")).isNull();
  }

  @Test
  void crc16_checkValueOfTheCatalogue_isMet() {
    byte[] bytes = "123456789".getBytes(US_ASCII);
    assertThat(Crc16.of(bytes, 9)).isEqualTo(0x31C3);
    assertThat(Crc16.of(bytes, 0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"A12UEL5L", "a12uel5l", "?1ezyfcl"})
  void decode_validBech32_hasItsPrefix(String text) {
    assertThat(Bech32.decode(text, Bech32.LONGEST))
        .isNotNull()
        .satisfies(read -> {
          assertThat(read.variant()).isEqualTo(Bech32.Variant.BECH32);
          assertThat(read.prefix()).isEqualTo(text.substring(0, 1).toLowerCase(Locale.ROOT));
          assertThat(read.size()).isZero();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "pzry9x0s0muk",
        "1pzry9x0s0muk",
        "x1b4n0q5v",
        "li1dgmt3",
        "A12uEL5L",
        "a12uel5m",
        "a1\u00e92uel5l",
        " 1nwldj5"
      })
  void decode_brokenBech32_isNone(String text) {
    assertThat(Bech32.decode(text, Bech32.LONGEST)).isNull();
  }

  @Test
  void decode_longerThanAllowed_isNone() {
    assertThat(Bech32.decode(WITNESS, WITNESS.length())).isNotNull();
    assertThat(Bech32.decode(WITNESS, WITNESS.length() - 1)).isNull();
  }

  @Test
  void witnessProgram_anyLetterChanged_isNone() {
    assertThat(Bech32.witnessProgram(WITNESS, "bc")).hasSize(21);
    assertThat(Bech32.witnessProgram(WITNESS, "ltc")).isNull();
    for (int i = 3; i < WITNESS.length(); i++) {
      char other = WITNESS.charAt(i) == 'q' ? 'p' : 'q';
      String wrong = WITNESS.substring(0, i) + other + WITNESS.substring(i + 1);
      assertThat(Bech32.witnessProgram(wrong, "bc")).as(wrong).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7k7grplx",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",
        "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
        "bc1rw5uspcuh",
        "bc1gmk9yu"
      })
  void witnessProgram_wrongVariantLengthOrVersion_isNone(String text) {
    assertThat(Bech32.witnessProgram(text, "bc")).isNull();
  }

  @Test
  void isPlaceholder_repeatedDigits_areNobodys() {
    for (String part : new String[] {"a", "ab", "dead", "12345", "deadbeef", "0123456789"}) {
      assertThat(Eip55.isPlaceholder("0x" + part.repeat(40 / part.length()))).as(part).isTrue();
    }
    assertThat(Eip55.isPlaceholder("0x" + "ab".repeat(19) + "ac")).isFalse();
  }
}
