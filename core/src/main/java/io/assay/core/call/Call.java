package io.assay.core.call;

import io.assay.core.asset.Asset;
import io.assay.core.asset.AssetBytes;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Evidence;
import io.assay.core.reading.Side;
import java.time.Instant;
import java.util.Objects;

/// One call: a channel said that an asset would rise (or fall), and this is what came of it. Fixed
/// at first sight; only its course is learned.
///
/// @param claim what was said
/// @param state where it stands
/// @param stateSince when that became known
/// @param stage how many of its questions have been answered
public record Call(
    CallId id, Claim claim, CallState state, Instant stateSince, int stage, Track track) {
  private static final CallState[] STATES = CallState.values();

  public Call {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(stateSince, "stateSince");
    Objects.requireNonNull(track, "track");
  }

  /// What was said.
  ///
  /// @param at the clock of the call: when the post, or the edit that brought the asset, was made
  /// @param pump whether it is the reveal of a coordinated pump
  public record Claim(Asset asset, Side side, Instant at, Evidence evidence, boolean pump) {
    private static final Side[] SIDES = Side.values();
    private static final Evidence[] EVIDENCE = Evidence.values();

    public Claim {
      Objects.requireNonNull(asset, "asset");
      Objects.requireNonNull(side, "side");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(evidence, "evidence");
    }

    /// The same claim about another asset, once it is known which.
    public Claim of(Asset found) {
      return new Claim(found, side, at, evidence, pump);
    }

    public void write(CanonWriter out) {
      AssetBytes.write(asset, out);
      out.one(side).instant(at).one(evidence).bool(pump);
    }

    public static Claim read(CanonReader in) {
      Asset asset = AssetBytes.read(in);
      return new Claim(asset, in.one(SIDES), in.instant(), in.one(EVIDENCE), in.bool());
    }
  }

  /// A call as it is opened.
  public static Call opened(CallId id, Claim claim, CallRules rules) {
    Track track = Track.before(claim.at().plus(rules.latency()));
    return new Call(id, claim, CallState.OPEN, claim.at(), 0, track);
  }

  public ChannelId channel() {
    return id.opener().chat();
  }

  public EpisodeKey episode() {
    return new EpisodeKey(channel(), claim.asset().id(), claim.side());
  }

  /// The same call, one answer further.
  Call with(CallState next, Instant knownAt, int nextStage, Track learned) {
    return new Call(id, claim, next, next == state ? stateSince : knownAt, nextStage, learned);
  }

  /// The same call over, because nobody has prices for it.
  public Call unpriceable(Instant knownAt, String cause) {
    return with(CallState.UNPRICEABLE, knownAt, stage, track.unpriced(cause));
  }

  public byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    id.write(out);
    claim.write(out);
    out.one(state).instant(stateSince).count(stage);
    track.write(out);
    return out.toBytes();
  }

  public static Call ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, Call::read);
  }

  private static Call read(CanonReader in) {
    CallId id = CallId.read(in);
    Claim claim = Claim.read(in);
    return new Call(id, claim, in.one(STATES), in.instant(), (int) in.count(), Track.read(in));
  }
}
