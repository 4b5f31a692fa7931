package io.assay.app.show;

import io.assay.app.record.CallFields;
import io.assay.app.record.Figures;
import io.assay.core.call.Call;
import io.assay.core.call.Entry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What followers paid: the caller's own claim, a program, a human; and what waiting lost. The
/// human's entry is the one that is judged, and is among the fields of the claim.
record EntryPart(Call call) implements Part {
  @Override
  public void print(Page page) {
    page.title("entry");
    Entry human = call.track().entry();
    Entry.Early early = call.track().early();
    print("at the post", early.claimed(), human, page);
    print("a program's", early.bot(), human, page);
    switch (human) {
      case Entry.Awaited() -> page.field("a human's", "awaited");
      case Entry.Unpriced(String cause) -> page.field("a human's", "none: " + cause);
      case Entry.Priced priced -> page.field("a human's", words(priced) + "; this is judged");
    }
    if (early.runUp().isPresent()) {
      page.field("hour before", Figures.gain(early.runUp()) + " before anybody was told");
    }
  }

  private void print(String whose, Entry entry, Entry human, Page page) {
    if (entry instanceof Entry.Priced priced) {
      OptionalDouble lost = entry.lostUntil(human, call.isShort());
      String words = lost.isPresent() ? "; waiting lost " + Figures.gain(lost) : "";
      page.field(whose, words(priced) + words);
    }
  }

  private String words(Entry.Priced priced) {
    Duration after = Duration.between(call.claim().at(), priced.at());
    String later =
        after.toMinutes() > 0
            ? after.toMinutes() + " min " + after.toSecondsPart() + " s"
            : after.toSeconds() + " s";
    return priced.at() + "  " + Figures.usd(priced.usd()) + " USD, " + later + " after the call";
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    Entry.Early early = call.track().early();
    Entry human = call.track().entry();
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("claimed", CallFields.entry(early.claimed()));
    one.put("bot", CallFields.entry(early.bot()));
    one.put("human", CallFields.entry(human));
    one.put("decay", Figures.number(early.claimed().lostUntil(human, call.isShort())));
    one.put("runUpHour", Figures.number(early.runUp()));
    json.put("entries", one);
  }
}
