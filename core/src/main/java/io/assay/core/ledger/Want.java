package io.assay.core.ledger;

import io.assay.core.asset.Asset;
import io.assay.core.asset.AssetBytes;
import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.price.Provenance;
import io.assay.core.price.Question;
import java.time.Instant;
import java.util.Objects;

/// A question of the fold to the outside. Wants are due in order of (due, call).
///
/// @param due when it is to be answered: not before, since the answer may not exist yet
public record Want(WantId id, Question question, Instant due) implements Comparable<Want> {
  public Want {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(due, "due");
  }

  @Override
  public int compareTo(Want other) {
    int byDue = due.compareTo(other.due);
    return byDue != 0 ? byDue : id.compareTo(other.id);
  }

  public byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    id.write(out);
    out.instant(due);
    switch (question) {
      case Question.CandlesOf(Asset asset, Instant from, Instant to, Provenance pinned) -> {
        AssetBytes.write(asset, out.u8(0));
        pinned.write(out.instant(from).instant(to));
      }
      case Question.ChainOf(Asset.Token token) -> AssetBytes.write(token, out.u8(1));
      case Question.TokenOf(Asset.Token pool) -> AssetBytes.write(pool, out.u8(2));
      case Question.MarketOf(Asset asset, Instant at) -> {
        AssetBytes.write(asset, out.u8(3));
        out.instant(at);
      }
    }
    return out.toBytes();
  }

  public static Want ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, Want::read);
  }

  private static Want read(CanonReader in) {
    WantId id = WantId.read(in);
    Instant due = in.instant();
    return new Want(id, question(in), due);
  }

  private static Question question(CanonReader in) {
    int form = in.u8();
    Asset asset = AssetBytes.read(in);
    if (form == 0) {
      return new Question.CandlesOf(asset, in.instant(), in.instant(), Provenance.read(in));
    }
    if (form == 1 && asset instanceof Asset.Token token) {
      return new Question.ChainOf(token);
    }
    if (form == 2 && asset instanceof Asset.Token pool) {
      return new Question.TokenOf(pool);
    }
    if (form == 3) {
      return new Question.MarketOf(asset, in.instant());
    }
    throw new CanonException("no question of form " + form);
  }
}
