package io.assay.core.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real trades of an exchange, and the candles that another project made of them. All of these
/// agree, in every decimal: there is nothing to explain.
@Tag("data")
class TradeCandlesDataIT {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Instant KNOWN = Instant.parse("2020-01-01T00:00:00Z");

  private static Path file(String name) {
    String folder = Objects.requireNonNull(System.getenv("ASSAY_DATA"), "ASSAY_DATA");
    return Path.of(folder, "prices/freqtrade-testdata", name);
  }

  private static List<Trade> trades() throws IOException {
    List<Trade> trades = new ArrayList<>();
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(file("XRP_ETH-trades.json.gz")))) {
      for (JsonNode row : JSON.readTree(in)) {
        Instant at = Instant.ofEpochMilli(row.get(0).asLong());
        String price = row.get(4).decimalValue().toString();
        String amount = row.get(5).decimalValue().toString();
        trades.add(new Trade(row.get(1).asString(), at, price, amount));
      }
    }
    return trades;
  }

  private static CandleBlock made(List<Trade> trades, int minutes) {
    TradeCandles candles = new TradeCandles(Duration.ofMinutes(minutes));
    trades.forEach(candles::add);
    return candles.seal(KNOWN);
  }

  private static Map<Long, List<BigDecimal>> numbers(List<String> lines) {
    Map<Long, List<BigDecimal>> numbers = new HashMap<>();
    for (String line : lines) {
      String[] fields = line.split(",", -1);
      long openAt =
          fields[0].contains("T")
              ? Instant.parse(fields[0]).getEpochSecond()
              : Long.parseLong(fields[0]);
      numbers.put(
          openAt,
          Arrays.stream(fields)
              .skip(1)
              .map(field -> new BigDecimal(field).stripTrailingZeros())
              .toList());
    }
    return numbers;
  }

  @ParameterizedTest
  @CsvSource({"1, 2469", "5, 706"})
  void seal_12477RealTrades_areAllTheOraclesCandlesAndNoOther(int minutes, int candles)
      throws IOException {
    List<Trade> trades = trades();
    assertThat(trades).hasSize(12_477);
    String text = new String(made(trades, minutes).text(), StandardCharsets.UTF_8);
    List<String> oracle = Files.readAllLines(file("XRP_ETH-" + minutes + "m.csv"));
    assertThat(numbers(text.lines().skip(1).toList()))
        .hasSize(candles)
        .isEqualTo(numbers(oracle.subList(1, oracle.size())));
  }

  @Test
  void seal_theSameTradesShuffledAndTwice_areTheSameBytes() throws IOException {
    List<Trade> trades = trades();
    CandleBlock expected = made(trades, 5);
    trades.addAll(List.copyOf(trades));
    Collections.shuffle(trades, new Random(1));
    assertThat(made(trades, 5).digest()).isEqualTo(expected.digest());
  }
}
