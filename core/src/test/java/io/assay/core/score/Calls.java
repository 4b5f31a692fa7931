package io.assay.core.score;

import io.assay.core.call.CallId;
import io.assay.core.message.ChannelId;
import io.assay.core.message.MessageRef;
import io.assay.core.reading.Importance;
import io.assay.core.reading.Importance.Hdrb;
import io.assay.core.reading.Importance.Part;
import io.assay.core.reputation.Realised;
import io.assay.core.reputation.Realised.Confidence;
import java.time.Duration;
import java.util.List;

/// Calls and messages for tests of scores.
final class Calls {
  static final Hdrb UNANSWERED = new Hdrb(Double.NaN, Double.NaN);

  private Calls() {}

  static CallId id(long message) {
    return new CallId(new MessageRef(new ChannelId(7), message), 0, 0);
  }

  static Realised call(double gain, long hours, double confidence) {
    return new Realised(gain, gain > 0, Duration.ofHours(hours), new Confidence.Scored(confidence));
  }

  static Realised unscored(double gain, long hours) {
    return new Realised(gain, gain > 0, Duration.ofHours(hours), new Confidence.Unscored());
  }

  /// A message with these points for all that is known before anybody answers.
  static Importance message(double points) {
    return new Importance(
        List.of(
            new Importance.Factor(Part.RELEVANCE, points, "call"),
            new Importance.Factor(Part.STRENGTH, points, "4 of side, entry, targets and stop"),
            new Importance.Factor(Part.TIMING, points, "speaks of now")));
  }
}
