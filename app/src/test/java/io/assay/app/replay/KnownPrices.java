package io.assay.app.replay;

import io.assay.core.canon.Sha256;
import io.assay.core.price.Answer;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.PriceSource;
import io.assay.core.price.Question;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Prices as far as they were known at an instant: whole candles that had closed, and of the one
/// under way its open.
final class KnownPrices implements PriceSource {
  private final Recut recut;

  KnownPrices(PriceSource all, Instant at) {
    long now = at.toEpochMilli();
    recut =
        new Recut(
            all,
            line -> {
              if (line.closeMillis() <= now) {
                return Optional.of(line.text());
              }
              String open = line.fields()[1];
              String underWay =
                  "%s,%s,%s,%s,%s,0".formatted(line.fields()[0], open, open, open, open);
              return line.openMillis() <= now ? Optional.of(underWay) : Optional.empty();
            });
  }

  @Override
  public Answer answer(Question question) {
    return recut.answer(question);
  }

  /// A fault: each candle bears the time of the day before, so that whoever asks what has been is
  /// told what will be.
  record Tomorrow(PriceSource honest) implements PriceSource {
    private static final long DAY = 86_400;

    @Override
    public Answer answer(Question question) {
      return new Recut(
              honest,
              line -> {
                long at = Long.parseLong(line.fields()[0]) - DAY;
                return Optional.of(at + line.text().substring(line.text().indexOf(',')));
              })
          .answer(question);
    }
  }

  /// A line of a candle block.
  @SuppressWarnings("ArrayRecordComponent") // read, never compared
  private record Line(String text, String[] fields, long openMillis, long closeMillis) {
    static Line of(String text, long step) {
      String[] fields = text.split(",", -1);
      long open = Long.parseLong(fields[0]) * 1000;
      return new Line(text, fields, open, open + step);
    }
  }

  /// Prices line by line made anew.
  private static final class Recut implements PriceSource {
    private final PriceSource from;
    private final Function<Line, Optional<String>> cut;
    private final Map<Sha256, Optional<CandleBlock>> made = new HashMap<>();

    Recut(PriceSource from, Function<Line, Optional<String>> cut) {
      this.from = from;
      this.cut = cut;
    }

    @Override
    public Answer answer(Question question) {
      Answer answer = from.answer(question);
      if (!(answer
          instanceof Answer.CandlesFound(List<CandleBlock> blocks, var told, var market))) {
        return answer;
      }
      List<CandleBlock> left = new ArrayList<>();
      for (CandleBlock block : blocks) {
        made.computeIfAbsent(block.digest(), _ -> made(block)).ifPresent(left::add);
      }
      return new Answer.CandlesFound(left, told, market);
    }

    private Optional<CandleBlock> made(CandleBlock block) {
      long step = block.candles().step().toMillis();
      List<String> lines =
          new String(block.text(), StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .map(line -> cut.apply(Line.of(line, step)))
              .flatMap(Optional::stream)
              .toList();
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(CandleBlock.of(block.candles().step(), lines));
    }
  }
}
