package io.assay.core.call;

import io.assay.core.canon.CanonWriter;
import io.assay.core.message.ChannelId;
import io.assay.core.reading.Side;
import java.util.Objects;

/// What makes two mentions the same call: the same channel betting the same way on the same asset.
///
/// @param asset its id
public record EpisodeKey(ChannelId channel, String asset, Side side) {
  public EpisodeKey {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(side, "side");
  }

  public byte[] toBytes() {
    return new CanonWriter().fixed64(channel.value()).text(asset).one(side).toBytes();
  }
}
