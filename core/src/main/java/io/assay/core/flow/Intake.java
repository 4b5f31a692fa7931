package io.assay.core.flow;

import io.assay.core.canon.CanonWriter;
import io.assay.core.ledger.Seen;
import io.assay.core.message.EventBytes;
import io.assay.core.message.EventKind;
import io.assay.core.message.MessageEvent;
import org.jspecify.annotations.Nullable;

/// Lets each text of a message in once. A text that is known is heard again and changes nothing; so
/// does another text without a later edit instant, which is the same post told by another source. A
/// later text is an edit, whatever the source called it.
final class Intake {
  private final Seen seen;

  Intake(Seen seen) {
    this.seen = seen;
  }

  /// What is to be journaled for a sighting.
  ///
  /// @return null if it was heard before
  @Nullable Sighting admit(Sighting sighting) {
    MessageEvent event = sighting.event();
    long revision = event.timing().isRevised() ? event.at().toEpochMilli() : 0;
    Seen.Sight known = seen.find(event.ref());
    if (known == null) {
      seen.note(event.ref(), new Seen.Sight(revision, sighting.fingerprint()));
      return sighting;
    }
    if (revision <= known.revision() || sighting.fingerprint().equals(known.fingerprint())) {
      return null;
    }
    seen.note(event.ref(), new Seen.Sight(revision, sighting.fingerprint()));
    return edited(sighting);
  }

  private static Sighting edited(Sighting sighting) {
    MessageEvent post = sighting.event();
    MessageEvent edit =
        new MessageEvent(
            post.ref(), EventKind.EDITED, post.timing(), post.content(), post.engagement());
    CanonWriter out = new CanonWriter();
    EventBytes.write(edit, out);
    return new Sighting(edit, out.toBytes(), sighting.fingerprint(), sighting.read());
  }
}
