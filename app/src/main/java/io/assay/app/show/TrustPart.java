package io.assay.app.show;

import io.assay.app.record.Figures;
import io.assay.core.message.ChannelId;
import io.assay.core.output.Trust;
import io.assay.core.reputation.Badge;
import io.assay.core.reputation.Integrity;
import io.assay.core.reputation.RegimeBreak;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lasting badge of a channel, its last break of regime, and whether it leaves standing what it
/// said.
record TrustPart(ChannelId channel, Trust trust) implements Part {
  @Override
  public void print(Page page) {
    page.title("trust");
    Badge badge = trust.badges().get(channel);
    page.field("badge", badge == null ? "not yet: no call is mature" : words(badge));
    RegimeBreak moved = trust.breaks().get(channel);
    page.field("regime", moved == null ? "no break" : words(moved));
    if (trust.integrity().get(channel) instanceof Integrity.Scored scored) {
      page.field("integrity", words(scored));
    } else {
      page.field("integrity", "unknown: fewer than ten messages");
    }
  }

  private static String words(Badge badge) {
    String p = String.format(Locale.ROOT, " (p %.2g, valid at any time)", badge.p());
    return switch (badge.earned()) {
      case Badge.Earned.On(long day) -> "better than luck, since " + LocalDate.ofEpochDay(day) + p;
      case Badge.Earned.NotYet() -> "not yet" + p;
    };
  }

  private static String words(RegimeBreak moved) {
    return String.format(
        Locale.ROOT,
        "%s since %s, by %.1f standard deviations of a call, noticed %s",
        Figures.word(moved.direction()),
        LocalDate.ofEpochDay(moved.since()),
        Math.abs(moved.size()),
        LocalDate.ofEpochDay(moved.noticed()));
  }

  private static String words(Integrity.Scored scored) {
    String hides = scored.hidesLosers() ? "; deletes losers more than winners" : "";
    return String.format(
        Locale.ROOT,
        "%.0f of 100: %s of its messages edited, %s of its calls deleted%s (p %.2g)",
        scored.score(),
        Figures.share(scored.editRate()),
        Figures.share(scored.deleteRate()),
        hides,
        scored.selective());
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    Badge badge = trust.badges().get(channel);
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put(
        "badgeSince",
        badge != null && badge.earned() instanceof Badge.Earned.On(long day)
            ? LocalDate.ofEpochDay(day).toString()
            : null);
    one.put("badgeP", badge == null ? null : Figures.number(badge.p()));
    RegimeBreak moved = trust.breaks().get(channel);
    one.put("regime", moved == null ? null : Figures.word(moved.direction()));
    one.put("regimeSince", moved == null ? null : LocalDate.ofEpochDay(moved.since()).toString());
    Integrity.@Nullable Scored scored =
        trust.integrity().get(channel) instanceof Integrity.Scored known ? known : null;
    one.put("integrity", scored == null ? null : scored.score());
    one.put("editRate", scored == null ? null : scored.editRate());
    one.put("deleteRate", scored == null ? null : scored.deleteRate());
    one.put("selectiveP", scored == null ? null : scored.selective());
    json.put("trust", one);
  }
}
