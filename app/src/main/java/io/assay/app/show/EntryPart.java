package io.assay.app.show;

import io.assay.app.record.Figures;
import io.assay.core.call.Call;
import io.assay.core.call.Entry;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a follower paid, and how long after the post. Its fields are among those of the claim.
record EntryPart(Call call) implements Part {
  @Override
  public void print(Page page) {
    page.title("entry");
    switch (call.track().entry()) {
      case Entry.Awaited() -> page.line("awaited");
      case Entry.Unpriced(String cause) -> page.line("none: " + cause);
      case Entry.Priced(var at, double usd) -> {
        Duration after = Duration.between(call.claim().at(), at);
        String later =
            after.toMinutes() > 0
                ? after.toMinutes() + " min " + after.toSecondsPart() + " s"
                : after.toSeconds() + " s";
        page.line(at + "  " + Figures.usd(usd) + " USD, " + later + " after the call");
      }
    }
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {}
}
