package io.assay.core.call;

import io.assay.core.asset.Asset;
import io.assay.core.asset.AssetBytes;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.market.Costs;
import io.assay.core.market.SizeTier;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Evidence;
import io.assay.core.price.MarketSeen;
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
  /// @param plan where the caller said to get out
  public record Claim(
      Asset asset, Side side, Instant at, Evidence evidence, boolean pump, Plan plan) {
    private static final Side[] SIDES = Side.values();
    private static final Evidence[] EVIDENCE = Evidence.values();

    public Claim {
      Objects.requireNonNull(asset, "asset");
      Objects.requireNonNull(side, "side");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(evidence, "evidence");
      Objects.requireNonNull(plan, "plan");
    }

    /// A claim that does not say where to get out.
    public Claim(Asset asset, Side side, Instant at, Evidence evidence, boolean pump) {
      this(asset, side, at, evidence, pump, Plan.NONE);
    }

    /// The same claim about another asset, once it is known which.
    public Claim of(Asset found) {
      return new Claim(found, side, at, evidence, pump, plan);
    }

    public void write(CanonWriter out) {
      AssetBytes.write(asset, out);
      out.one(side).instant(at).one(evidence).bool(pump);
      plan.write(out);
    }

    public static Claim read(CanonReader in) {
      Asset asset = AssetBytes.read(in);
      Side side = in.one(SIDES);
      return new Claim(asset, side, in.instant(), in.one(EVIDENCE), in.bool(), Plan.read(in));
    }
  }

  /// A call as it is opened.
  public static Call opened(CallId id, Claim claim) {
    return new Call(id, claim, CallState.OPEN, claim.at(), 0, Track.before(claim));
  }

  public ChannelId channel() {
    return id.opener().chat();
  }

  public EpisodeKey episode() {
    return new EpisodeKey(channel(), claim.asset().id(), claim.side());
  }

  /// Whether the caller bets on a fall.
  public boolean isShort() {
    return claim.side() == Side.SHORT;
  }

  /// What a follower of it pays: with the impact of his trades where the liquidity at the call is
  /// known.
  public Costs costs(CallRules rules) {
    return Costs.of(rules.feePerSide(), rules.ticketUsd(), track.market().liquidityUsd());
  }

  /// How large the asset was when it was called.
  public SizeTier tier() {
    return SizeTier.of(track.market().marketCapUsd());
  }

  /// Whether the price fell to a tenth of the entry within a day, and nobody trades it any more.
  public boolean isRugged() {
    return state == CallState.DEAD && track.course().fell();
  }

  /// The same call with what was told of its market. What was told more than the tolerated lateness
  /// after the call, or after the follower came in, is of another time and changes nothing.
  public Call in(MarketSeen market, CallRules rules) {
    boolean timely = !market.at().isAfter(claim.at().plus(rules.lateness()));
    return stage == 0 && !state.isOver() && timely && !market.isUntold()
        ? new Call(id, claim, state, stateSince, stage, track.in(market.rounded()))
        : this;
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
    out.one(state).signed(stateSince.toEpochMilli() - claim.at().toEpochMilli()).count(stage);
    track.write(out, claim.at());
    return out.toBytes();
  }

  public static Call ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, Call::read);
  }

  private static Call read(CanonReader in) {
    CallId id = CallId.read(in);
    Claim claim = Claim.read(in);
    CallState state = in.one(STATES);
    Instant since = claim.at().plusMillis(in.signed());
    return new Call(id, claim, state, since, (int) in.count(), Track.read(in, claim.at()));
  }
}
