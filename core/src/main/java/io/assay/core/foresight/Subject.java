package io.assay.core.foresight;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.message.ChannelId;
import java.util.List;
import java.util.Objects;

/// Whose next call something is expected of. Each has one row of
/// [io.assay.core.reputation.ExpectedRoi]; a settled call moves three of them, see [#of].
public sealed interface Subject {
  /// All calls of a channel.
  record Channel(ChannelId channel) implements Subject {
    public Channel {
      Objects.requireNonNull(channel, "channel");
    }
  }

  /// A channel's calls of one asset.
  ///
  /// @param asset its id, such as `coin:bitcoin`
  record ChannelCoin(ChannelId channel, String asset) implements Subject {
    public ChannelCoin {
      Objects.requireNonNull(channel, "channel");
      Objects.requireNonNull(asset, "asset");
    }
  }

  /// Everybody's calls of one asset.
  ///
  /// @param asset its id
  record Coin(String asset) implements Subject {
    public Coin {
      Objects.requireNonNull(asset, "asset");
    }
  }

  /// The subjects that a call teaches something about.
  ///
  /// @param asset its id
  static List<Subject> of(ChannelId channel, String asset) {
    return List.of(new Channel(channel), new ChannelCoin(channel, asset), new Coin(asset));
  }

  /// What the bytes of a channel's coins begin with, and no others'.
  static byte[] coinsOf(ChannelId channel) {
    return new CanonWriter().u8(1).fixed64(channel.value()).toBytes();
  }

  /// Canonical bytes. In byte order, the coins of a channel are neighbours.
  default byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    switch (this) {
      case Channel(ChannelId channel) -> out.u8(0).fixed64(channel.value());
      case ChannelCoin(ChannelId channel, String asset) ->
          out.u8(1).fixed64(channel.value()).text(asset);
      case Coin(String asset) -> out.u8(2).text(asset);
    }
    return out.toBytes();
  }

  /// The subject that has these bytes.
  ///
  /// @throws CanonException if none has
  static Subject ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, Subject::read);
  }

  private static Subject read(CanonReader in) {
    int form = in.u8();
    return switch (form) {
      case 0 -> new Channel(new ChannelId(in.fixed64()));
      case 1 -> new ChannelCoin(new ChannelId(in.fixed64()), in.text());
      case 2 -> new Coin(in.text());
      default -> throw new CanonException("no subject of form " + form);
    };
  }
}
