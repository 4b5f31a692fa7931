package io.assay.core.ledger;

import io.assay.core.call.CallId;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.util.Objects;

/// Names a want by the call that asks, and the how-manieth of its questions it is.
///
/// @param stage [#ASSET], [#MARKET], or else the call's stage
public record WantId(CallId call, int stage) implements Comparable<WantId> {
  /// The stage of a call of which only an address or a pool is known yet.
  public static final int ASSET = -1;

  /// The stage of the question what the market is at the call. Nothing waits for its answer.
  public static final int MARKET = -2;

  public WantId {
    Objects.requireNonNull(call, "call");
  }

  @Override
  public int compareTo(WantId other) {
    int byCall = call.compareTo(other.call);
    return byCall != 0 ? byCall : Integer.compare(stage, other.stage);
  }

  public void write(CanonWriter out) {
    call.write(out);
    out.signed(stage);
  }

  public static WantId read(CanonReader in) {
    return new WantId(CallId.read(in), (int) in.signed());
  }

  public byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    write(out);
    return out.toBytes();
  }

  @Override
  public String toString() {
    return switch (stage) {
      case ASSET -> call + "?asset";
      case MARKET -> call + "?market";
      default -> call + "?" + stage;
    };
  }
}
