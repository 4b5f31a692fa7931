package io.assay.core.flow;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.canon.CanonWriter;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.Table;
import io.assay.core.price.Answer;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.PriceSource;
import io.assay.core.price.Provenance;
import io.assay.core.price.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Texts, prices and comparisons for tests of the flow.
final class FlowSamples {
  static final String SOLANA = "So11111111111111111111111111111111111111112";
  static final String EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  private FlowSamples() {}

  static String call(String asset) {
    return "BUY NOW " + asset + " huge potential, entry here, target 2x";
  }

  /// An address of 32 bytes, one of four.
  static String token(int number) {
    char digit = "ABCDEFGHJKLMN".charAt(number % 4);
    return SOLANA.substring(0, 20) + digit + SOLANA.substring(21);
  }

  /// Every row of every table of the ledger.
  static byte[] rows(Books books) {
    CanonWriter out = new CanonWriter();
    for (Table table : Table.values()) {
      out.text(table.name());
      books.ledger().scan(table, new byte[0], (key, value) -> out.blob(key).blob(value));
    }
    return out.toBytes();
  }

  /// The same price for ever, on one chain.
  record Flat(Chain chain, double price) implements PriceSource {
    @Override
    public Answer answer(Question question) {
      return switch (question) {
        case Question.ChainOf _ -> new Answer.ChainFound(chain);
        case Question.TokenOf _ -> new Answer.Unanswerable("no pools here");
        case Question.MarketOf _ -> new Answer.Unanswerable("candles know no market");
        case Question.CandlesOf(Asset _, Instant from, Instant to, var _) -> {
          List<String> lines = new ArrayList<>();
          long first = Math.floorDiv(from.getEpochSecond(), 3600) * 3600;
          for (long at = first; at < to.getEpochSecond(); at += 3600) {
            lines.add(at + "," + price + "," + price + "," + price + "," + price + ",1");
          }
          yield new Answer.CandlesFound(
              List.of(CandleBlock.of(Duration.ofHours(1), lines)), Provenance.of("flat"));
        }
      };
    }
  }

  /// One of many addresses of 32 bytes.
  static String address(int number) {
    String digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    char high = digits.charAt(number / digits.length());
    char low = digits.charAt(number % digits.length());
    return SOLANA.substring(0, 20) + high + low + SOLANA.substring(22);
  }

  /// Tokens that stand at 1 until their hour, and at another price from there on.
  ///
  /// @param steps by address
  record Stepped(Map<String, Step> steps) implements PriceSource {
    /// A price from an hour on.
    record Step(Instant at, double price) {}

    @Override
    public Answer answer(Question question) {
      return switch (question) {
        case Question.ChainOf _ -> new Answer.ChainFound(Chain.SOLANA);
        case Question.TokenOf _ -> new Answer.Unanswerable("no pools here");
        case Question.MarketOf _ -> new Answer.Unanswerable("no market here");
        case Question.CandlesOf(Asset asset, Instant from, Instant to, var _) ->
            candles(((Asset.Token) asset).address(), from, to);
      };
    }

    private Answer candles(String address, Instant from, Instant to) {
      Step step = steps.getOrDefault(address, new Step(Instant.MAX, 1));
      List<String> lines = new ArrayList<>();
      for (long at = Math.floorDiv(from.getEpochSecond(), 3600) * 3600;
          at < to.getEpochSecond();
          at += 3600) {
        double price = at < step.at.getEpochSecond() ? 1 : step.price;
        lines.add(at + "," + price + "," + price + "," + price + "," + price + ",1");
      }
      return new Answer.CandlesFound(
          List.of(CandleBlock.of(Duration.ofHours(1), lines)), Provenance.of("stepped"));
    }
  }
}
