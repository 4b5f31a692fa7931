package io.assay.core.canon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CanonBytesTest {
  private enum Fruit {
    APPLE,
    PEAR
  }

  @Test
  void write_anything_readsBackAndEndsWhereItEnds() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 2000; round++) {
      long signed = random.nextLong() >> random.nextInt(64);
      long count = random.nextLong() >>> (1 + random.nextInt(63));
      double number = Double.longBitsToDouble(random.nextLong());
      String text = "ü€😀\u0000".repeat(random.nextInt(5)) + Long.toHexString(signed);
      CanonWriter out = new CanonWriter();
      out.signed(signed).count(count).f64(number).text(text).fixed64(signed);
      out.bool(count % 2 == 0).one(Fruit.PEAR).instant(Instant.ofEpochMilli(signed));

      CanonReader in = new CanonReader(out.toBytes());
      assertThat(in.signed()).isEqualTo(signed);
      assertThat(in.count()).isEqualTo(count);
      assertThat(in.f64()).isEqualTo(number);
      assertThat(in.text()).isEqualTo(text);
      assertThat(in.fixed64()).isEqualTo(signed);
      assertThat(in.bool()).isEqualTo(count % 2 == 0);
      assertThat(in.one(Fruit.values())).isEqualTo(Fruit.PEAR);
      assertThat(in.instant()).isEqualTo(Instant.ofEpochMilli(signed));
      in.end();
    }
  }

  @Test
  void write_smallNumbers_areOneByte() {
    assertThat(new CanonWriter().signed(0).signed(-1).signed(63).count(127).toBytes())
        .containsExactly(0, 1, 126, 127);
  }

  @Test
  void fixed64_ofNumbersFromZero_sortsAsTheyDo() {
    byte[] less = new CanonWriter().fixed64(255).toBytes();
    byte[] more = new CanonWriter().fixed64(256).toBytes();
    assertThat(java.util.Arrays.compareUnsigned(less, more)).isNegative();
  }

  @Test
  void f64_anyNaN_isTheOneNaN() {
    double odd = Double.longBitsToDouble(0x7ff8000000000123L);
    assertThat(new CanonWriter().f64(odd).toBytes())
        .isEqualTo(new CanonWriter().f64(Double.NaN).toBytes());
  }

  @Test
  void count_negative_isRefused() {
    assertThatThrownBy(() -> new CanonWriter().count(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void read_whatNobodyWrote_isRefused() {
    assertRefused(reader(), CanonReader::u8);
    assertRefused(reader(2), CanonReader::bool);
    assertRefused(reader(9), in -> in.one(Fruit.values()));
    assertRefused(reader(5, 'a'), CanonReader::text);
    assertRefused(reader(1, 2, 3), CanonReader::fixed64);
    assertRefused(reader(1, 2, 3), CanonReader::digest);
    assertRefused(reader(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1), CanonReader::count);
    assertRefused(reader(-1, -1, -1, -1, -1, -1, -1, -1, -1, 1), CanonReader::count);
    assertRefused(reader(-1, -1, -1, -1, 7), CanonReader::size);
    assertRefused(reader(0), CanonReader::end);
  }

  private static CanonReader reader(int... bytes) {
    byte[] given = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      given[i] = (byte) bytes[i];
    }
    return new CanonReader(given);
  }

  private static void assertRefused(CanonReader in, java.util.function.Consumer<CanonReader> use) {
    assertThatThrownBy(() -> use.accept(in)).isInstanceOf(CanonException.class);
  }

  @Test
  void sha256_ofAbc_isTheStandardsVector() {
    byte[] abc = {'a', 'b', 'c'};
    assertThat(Sha256.over(abc))
        .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Sha256.over(new byte[] {'a'}, new byte[] {'b', 'c'})).isEqualTo(Sha256.over(abc));
  }
}
