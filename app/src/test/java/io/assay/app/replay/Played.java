package io.assay.app.replay;

import io.assay.core.asset.Majors;
import io.assay.core.call.CallRules;
import io.assay.core.canon.CanonWriter;
import io.assay.core.canon.Sha256;
import io.assay.core.flow.ReadMessage;
import io.assay.core.flow.Replay;
import io.assay.core.flow.Sighting;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Table;
import io.assay.core.message.EventBytes;
import io.assay.core.message.Fingerprint;
import io.assay.core.message.MessageEvent;
import io.assay.core.reading.Reader;
import io.assay.sim.History;
import io.assay.sim.HistoryPlan;
import io.assay.sim.SimulatedPrices;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;

/// Plays simulated histories into books, and compares ledgers.
final class Played {
  static final HistoryPlan SMALL =
      new HistoryPlan(
          5, 6, 1500, 40, 0.15, Instant.parse("2024-01-01T00:00:00Z"), 60, 32, Duration.ofHours(1));

  private static final Reader READER = new Reader();

  private Played() {}

  /// Plays a history to its end.
  static Replay.Run play(History history, Books books, int batch) {
    return play(history, sightings(history), books, batch);
  }

  /// Plays what was seen of a history to its end.
  static Replay.Run play(History history, Iterator<Sighting> sightings, Books books, int batch) {
    Replay replay =
        new Replay(
            books, new SimulatedPrices(history), new Replay.Limits(batch, Integer.MAX_VALUE));
    replay.order(CallRules.DEFAULT, Majors.shippedText(), history.titles(), history.plan().from());
    replay.hear(sightings);
    replay.pass(history.plan().end());
    return replay.run();
  }

  static Iterator<Sighting> sightings(History history) {
    return history.events().stream().map(Played::sighting).iterator();
  }

  static Sighting sighting(MessageEvent event) {
    CanonWriter out = new CanonWriter();
    EventBytes.write(event, out);
    return new Sighting(
        event,
        out.toBytes(),
        Fingerprint.of(event.content()),
        ReadMessage.of(READER, event.content()));
  }

  /// A digest of every row of every table.
  static Sha256 digest(Ledger ledger) {
    CanonWriter all = new CanonWriter();
    for (Table table : Table.values()) {
      all.text(table.word());
      ledger.scan(table, new byte[0], (key, value) -> all.blob(key).blob(value));
    }
    return Sha256.over(all.toBytes());
  }
}
