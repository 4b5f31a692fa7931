package io.assay.core.flow;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.Sha256;
import io.assay.core.ledger.Archive;
import io.assay.core.ledger.RecordedAnswer;
import io.assay.core.price.Answer;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.Candles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Archived candle blocks, decoded, the recently used at hand up to a bound.
final class BlockShelf {
  private static final long AT_HAND_BYTES = 48L << 20;

  private final Archive archive;
  private final Map<Sha256, CandleBlock> blocks = new LinkedHashMap<>(64, 0.75f, true);
  private long weight;

  BlockShelf(Archive archive) {
    this.archive = archive;
  }

  /// Archives what an answer brought and gives the form in which the journal keeps it.
  RecordedAnswer record(Answer answer) {
    return switch (answer) {
      case Answer.CandlesFound(var found, var told, var market) -> {
        found.forEach(this::keep);
        yield new RecordedAnswer.CandlesCited(
            found.stream().map(CandleBlock::digest).toList(), told, market);
      }
      case Answer.MarketFound(var market) -> new RecordedAnswer.MarketTold(market);
      case Answer.ChainFound(var chain) -> new RecordedAnswer.ChainTold(chain);
      case Answer.TokenFound(var token) -> new RecordedAnswer.TokenTold(token);
      case Answer.Unanswerable(String cause) -> new RecordedAnswer.NoAnswer(cause);
    };
  }

  private void keep(CandleBlock block) {
    if (!blocks.containsKey(block.digest())) {
      if (!archive.holds(block.digest())) {
        archive.keep(block.digest(), block.text());
      }
      hold(block);
    }
  }

  /// The candles of archived blocks, in the order of their names.
  ///
  /// @throws CanonException if the archive does not hold one, or holds something else
  List<Candles> candles(List<Sha256> digests) {
    List<Candles> runs = new ArrayList<>(digests.size());
    for (Sha256 digest : digests) {
      CandleBlock block = blocks.get(digest);
      runs.add((block != null ? block : fetch(digest)).candles());
    }
    return runs;
  }

  private CandleBlock fetch(Sha256 digest) {
    CandleBlock block = CandleBlock.parse(fetchText(digest));
    if (!block.digest().equals(digest)) {
      throw new CanonException("the archive holds something else under " + digest);
    }
    CandleBlock numbers = block.fetching(() -> fetchText(digest));
    hold(numbers);
    return numbers;
  }

  private byte[] fetchText(Sha256 digest) {
    byte[] text = archive.find(digest);
    if (text == null) {
      throw new CanonException("the archive does not hold " + digest);
    }
    return text;
  }

  private void hold(CandleBlock block) {
    blocks.put(block.digest(), block);
    weight += block.weight();
    var oldest = blocks.values().iterator();
    while (weight > AT_HAND_BYTES && blocks.size() > 1) {
      weight -= oldest.next().weight();
      oldest.remove();
    }
  }
}
