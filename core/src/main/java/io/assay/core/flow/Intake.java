package io.assay.core.flow;

import io.assay.core.canon.CanonWriter;
import io.assay.core.ledger.Seen;
import io.assay.core.message.EventBytes;
import io.assay.core.message.EventKind;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import org.jspecify.annotations.Nullable;

/// Lets each event in once.
///
/// A text that is known is heard again and changes nothing; so does another text without a later
/// edit instant, which is the same post told by another source. A later text is an edit, whatever
/// the source called it. A message is deleted once, whether or not anything else was heard of it.
/// How it was answered is news where it was looked at later than before; an earlier look that
/// arrives late would change nothing, and is let go.
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
    MessageRef place = Seen.place(event.ref(), event.kind());
    long revision = revision(event);
    Seen.Sight known = seen.find(place);
    if (known != null && !isNews(sighting, revision, known)) {
      return null;
    }
    seen.note(place, new Seen.Sight(revision, sighting.fingerprint()));
    boolean text = event.kind() == EventKind.POSTED || event.kind() == EventKind.EDITED;
    return known == null || !text ? sighting : edited(sighting);
  }

  private static boolean isNews(Sighting sighting, long revision, Seen.Sight known) {
    return switch (sighting.event().kind()) {
      case POSTED, EDITED ->
          revision > known.revision() && !sighting.fingerprint().equals(known.fingerprint());
      case DELETED -> false;
      case ENGAGEMENT -> revision > known.revision();
    };
  }

  /// Which of a message's events of its kind it is: 0 for its first text and its deletion, else the
  /// instant of the edit or the look in milliseconds.
  static long revision(MessageEvent event) {
    return switch (event.kind()) {
      case POSTED, EDITED -> event.timing().isRevised() ? event.at().toEpochMilli() : 0;
      case DELETED -> 0;
      case ENGAGEMENT -> event.at().toEpochMilli();
    };
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
