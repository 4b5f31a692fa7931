package io.assay.core.flow;

import io.assay.core.call.Call;
import io.assay.core.call.CallId;
import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.ledger.Result;
import io.assay.core.reading.Importance;
import io.assay.core.score.Score;
import java.util.ArrayList;
import java.util.List;

/// A message that waits to learn which tokens it is about: on which chains, or traded in which
/// pools.
///
/// @param best what it came to so far: deferred, unless another of its assets did better
/// @param claims what would be opened, each under the id it would have
record Deferral(Result best, List<Pending> claims) {
  Deferral {
    claims = List.copyOf(claims);
  }

  /// A claim whose asset is awaited.
  ///
  /// @param message what the message is worth, for the score of the call
  record Pending(CallId id, Call.Claim claim, Importance message) {}

  byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    out.u8(rank(best)).count(claims.size());
    for (Pending pending : claims) {
      pending.id.write(out);
      pending.claim.write(out);
      Score.write(pending.message, out);
    }
    return out.toBytes();
  }

  static Deferral ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, Deferral::read);
  }

  private static Deferral read(CanonReader in) {
    Result best = ranked(in.u8());
    int size = in.size();
    List<Pending> claims = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      claims.add(new Pending(CallId.read(in), Call.Claim.read(in), Score.readMessage(in)));
    }
    return new Deferral(best, claims);
  }

  /// The better of two results of one message: opening beats repeating beats waiting.
  static Result better(Result one, Result other) {
    return rank(one) >= rank(other) ? one : other;
  }

  private static int rank(Result result) {
    return switch (result) {
      case Result.Opened _ -> 2;
      case Result.Repeated() -> 1;
      case Result.Deferred(), Result.Ignored _, Result.Failed _ -> 0;
    };
  }

  private static Result ranked(int rank) {
    return switch (rank) {
      case 0 -> new Result.Deferred();
      case 1 -> new Result.Repeated();
      case 2 -> new Result.Opened(List.of());
      default -> throw new CanonException("no result of rank " + rank);
    };
  }
}
