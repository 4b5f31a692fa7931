package io.assay.app.demo;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.app.replay.Progress;
import io.assay.app.replay.ReadAhead;
import io.assay.app.replay.ScratchFolder;
import io.assay.core.asset.Majors;
import io.assay.core.call.CallRules;
import io.assay.core.flow.CallFlow;
import io.assay.core.flow.Replay;
import io.assay.core.message.MessageEvent;
import io.assay.core.output.Report;
import io.assay.sim.crowd.Scenario;
import io.assay.sim.play.Feed;
import io.assay.sim.play.World;
import io.assay.sim.truth.Skill;
import io.assay.sim.truth.Truth;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Plays a simulated world through the real flow as fast as it goes: journal, fold, and books in a
/// scratch folder, on the world's own time. Nothing is served and nothing is kept.
public final class HeadlessDemo {
  private HeadlessDemo() {}

  /// Plays it.
  ///
  /// @throws IOException if the scratch folder cannot be used
  /// @throws io.assay.adapters.sqlite.BooksException if the books in it cannot
  public static Findings play(Scenario scenario, Progress progress) throws IOException {
    World world = World.of(scenario);
    CompletableFuture<List<Skill>> truth =
        CompletableFuture.supplyAsync(() -> Truth.of(world.crowd(), CallRules.DEFAULT));
    try (ScratchFolder scratch = ScratchFolder.make();
        SqliteBooks books = SqliteBooks.open(scratch.path().resolve("assay.db"))) {
      Replay replay = new Replay(books, world.market(), Replay.Limits.BULK);
      hear(world, replay, progress);
      replay.pass(scenario.end());
      Report report = Report.of(books.ledger(), CallFlow.VERSION);
      return new Findings(world, truth.join(), report);
    } catch (CompletionException e) {
      throw new IllegalStateException("the truth could not be found out", e.getCause());
    }
  }

  private static void hear(World world, Replay replay, Progress progress) {
    replay.order(
        CallRules.DEFAULT, Majors.shippedText(), world.crowd().titles(), world.scenario().from());
    Feed feed = world.feed();
    progress.begin("playing", feed.size());
    ReadOnce reader = new ReadOnce();
    try (ReadAhead<MessageEvent> ahead = new ReadAhead<>(feed, reader::sighting, 1)) {
      replay.hear(progress.counting(ahead));
    } finally {
      progress.end();
    }
  }
}
