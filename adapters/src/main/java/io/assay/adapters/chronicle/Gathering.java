package io.assay.adapters.chronicle;

import io.assay.core.canon.CanonWriter;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Flaw;
import io.assay.core.message.Flaws;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What one thread hears from sources, as sorted runs of bounded size.
final class Gathering {
  private final Path scratch;
  private final long bytes;
  private final CanonWriter writer = new CanonWriter();
  private final List<Run> runs = new ArrayList<>();
  private List<Told> held = new ArrayList<>();
  private long heldBytes;
  private long size;
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;

  Gathering(Path scratch, long bytes) {
    this.scratch = scratch;
    this.bytes = bytes;
  }

  /// What one source said beside its events.
  record Aside(Flaws flaws, TreeMap<ChannelId, String> titles) {}

  /// Hears a source to its end.
  ///
  /// @throws IOException if the scratch folder cannot be written
  Aside hear(MessageSource source) throws IOException {
    Flaws.Gathered flaws = new Flaws.Gathered();
    TreeMap<ChannelId, String> titles = new TreeMap<>();
    try {
      source.tell(
          new MessageSource.Listener() {
            @Override
            public void heard(MessageEvent event) {
              hold(event);
            }

            @Override
            public void named(ChannelId channel, String title) {
              titles.put(channel, title);
            }

            @Override
            public void flawed(Flaw flaw) {
              flaws.add(flaw);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new Aside(flaws.flaws(), titles);
  }

  private void hold(MessageEvent event) {
    Told told = Told.of(event, writer);
    held.add(told);
    heldBytes += told.weight();
    size++;
    Instant at = event.at();
    first = at.isBefore(first) ? at : first;
    last = at.isAfter(last) ? at : last;
    if (heldBytes > bytes) {
      spill();
    }
  }

  private void spill() {
    held.sort(null);
    try {
      Path file = Files.createTempFile(scratch, "run", ".zst");
      runs.add(Run.Spilled.write(file, new Run.Held(held).open()));
    } catch (IOException e) {
      throw new UncheckedIOException(Run.unsorted(scratch, e));
    }
    held = new ArrayList<>();
    heldBytes = 0;
  }

  /// Ends: what is still in memory becomes the last run, and stays there.
  void end() {
    if (!held.isEmpty()) {
      held.sort(null);
      runs.add(new Run.Held(held));
      held = new ArrayList<>();
    }
  }

  List<Run> runs() {
    return runs;
  }

  Chronicle.Extent extent() {
    return new Chronicle.Extent(size, first, last);
  }
}
