package io.assay.core.lineage;

import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.MessageRef;
import io.assay.core.message.Origin;
import java.util.Objects;

/// How a call was told: what may show that it is somebody else's. The journal keeps no id of a
/// photo or a film, so that the same picture is no evidence here.
///
/// @param origin where the message was forwarded from
public record Telling(Signature signature, Origin origin) {
  /// Nobody kept how it was told.
  public static final Telling UNTOLD = new Telling(Signature.EMPTY, Origin.NONE);

  public Telling {
    Objects.requireNonNull(signature, "signature");
    Objects.requireNonNull(origin, "origin");
  }

  /// How a message tells what it calls.
  public static Telling of(Content content) {
    return new Telling(Signature.of(content.text()), content.context().origin());
  }

  /// Canonical bytes.
  public byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    signature.write(out);
    out.signed(origin.message().chat().value()).signed(origin.message().id());
    return out.instant(origin.sentAt()).toBytes();
  }

  /// The telling that has these bytes.
  ///
  /// @throws io.assay.core.canon.CanonException if none has
  public static Telling ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, Telling::read);
  }

  private static Telling read(CanonReader in) {
    Signature signature = Signature.read(in);
    MessageRef message = new MessageRef(new ChannelId(in.signed()), in.signed());
    return new Telling(signature, new Origin(message, in.instant()));
  }
}
