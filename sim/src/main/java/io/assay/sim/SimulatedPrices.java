package io.assay.sim;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.price.Answer;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.PriceSource;
import io.assay.core.price.Provenance;
import io.assay.core.price.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The prices of a simulated market, as a source that knows them all. Holds every candle that it
/// was asked for in memory: for histories with long candles.
public final class SimulatedPrices implements PriceSource {
  private static final int BLOCK_CANDLES = 4096;

  private final History history;
  private final Map<String, Token> byAsset = new HashMap<>();
  private final Map<String, Chain> byAddress = new HashMap<>();
  private final Map<Integer, List<CandleBlock>> blocks = new HashMap<>();

  public SimulatedPrices(History history) {
    this.history = history;
    for (Token token : history.tokens()) {
      byAsset.put(token.asset().id(), token);
      if (token.asset() instanceof Asset.Token address) {
        byAddress.put(address.address(), address.chain());
      }
    }
  }

  @Override
  public Answer answer(Question question) {
    return switch (question) {
      case Question.CandlesOf(Asset asset, Instant from, Instant to, var _) ->
          candles(asset, from, to);
      case Question.ChainOf(Asset.Token token) -> {
        Chain chain = byAddress.get(token.address());
        yield chain == null
            ? new Answer.Unanswerable("no such token in this market")
            : new Answer.ChainFound(chain);
      }
      case Question.TokenOf _ -> new Answer.Unanswerable("no pools in this market");
      case Question.MarketOf _ -> new Answer.Unanswerable("candles are all that this market tells");
    };
  }

  private Answer candles(Asset asset, Instant from, Instant to) {
    Token token = byAsset.get(asset.id());
    if (token == null) {
      return new Answer.Unanswerable("no such asset in this market");
    }
    List<CandleBlock> asked = new ArrayList<>();
    for (CandleBlock block : blocks.computeIfAbsent(token.number(), _ -> blocks(token))) {
      var candles = block.candles();
      boolean early = candles.openAt(candles.size() - 1).isBefore(from);
      if (!early && candles.openAt(0).isBefore(to)) {
        asked.add(block);
      }
    }
    return new Answer.CandlesFound(asked, Provenance.of("sim"));
  }

  private List<CandleBlock> blocks(Token token) {
    List<CandleBlock> made = new ArrayList<>();
    Course course = history.course(token);
    long step = history.plan().step().toSeconds();
    List<String> lines = new ArrayList<>();
    long end = history.plan().end().getEpochSecond();
    for (long at = history.plan().from().getEpochSecond(); at < end; at += step) {
      StringBuilder line = new StringBuilder();
      course.write(course.next(at), line);
      lines.add(line.substring(0, line.length() - 1));
      if (lines.size() == BLOCK_CANDLES) {
        made.add(CandleBlock.of(history.plan().step(), lines));
        lines.clear();
      }
    }
    if (!lines.isEmpty()) {
      made.add(CandleBlock.of(history.plan().step(), lines));
    }
    return made;
  }
}
