package io.assay.bench.statistics;

import io.assay.core.message.ChannelId;
import io.assay.core.reputation.Badge;
import io.assay.core.reputation.DayCell;
import io.assay.core.reputation.DayKey;
import io.assay.core.reputation.FairGame;
import io.assay.core.reputation.Judged;
import io.assay.core.reputation.Judgements;
import io.assay.core.reputation.Utility;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;

/// Sixty days of calls, and what is known of them at the end: the cells that Assay keeps, and what
/// others count. Channels are numbered from 1 in the order of their callers.
final class World {
  /// What luck gives a call, as Assay reckons it.
  static final FairGame LUCK = FairGame.of(Market.COST);

  private static final long FIRST_DAY = 20_000;
  private static final double DAYS = 60;
  private static final double MATURES = 7;
  private static final String POOL = "solana/micro";

  private final Map<DayKey, DayCell> cells = new HashMap<>();
  private final Peer[] peers;

  private World(int channels) {
    peers = new Peer[channels];
  }

  /// Plays a world.
  ///
  /// @param whole whether peaks are needed
  static World play(SplittableRandom random, List<Caller> callers, boolean whole) {
    World world = new World(callers.size());
    for (int i = 0; i < callers.size(); i++) {
      world.peers[i] = world.play(random, new ChannelId(i + 1L), callers.get(i), whole);
    }
    return world;
  }

  private Peer play(SplittableRandom random, ChannelId channel, Caller caller, boolean whole) {
    Peer peer = new Peer();
    for (int call = 0; call < caller.posted(); call++) {
      double matures = DAYS * random.nextDouble() + MATURES;
      Market.Course course = Market.play(random, caller.volatility(), caller.drift(), whole);
      boolean deleted = random.nextDouble() < caller.deletes() && course.gross() < 1;
      if (matures <= DAYS) {
        add(channel, FIRST_DAY + (long) matures, DayCell.EMPTY.plus(Utility.of(course.gross())));
        peer.add(course, caller.pumped(), deleted);
      }
    }
    return peer;
  }

  private void add(ChannelId channel, long day, DayCell cell) {
    cells.merge(new DayKey(channel, POOL, day), cell, DayCell::plus);
  }

  /// The same world with so many more channels for each, which post all that it posts.
  World copied(int copies) {
    World world = new World(peers.length * copies);
    cells.forEach((key, cell) -> {
      for (int copy = 0; copy < copies; copy++) {
        long id = key.channel().value() + (long) copy * peers.length;
        world.cells.put(new DayKey(new ChannelId(id), key.pool(), key.epochDay()), cell);
      }
    });
    return world;
  }

  SortedMap<ChannelId, Judged> judged() {
    return Judgements.of(cells, FIRST_DAY + (long) DAYS, LUCK.growth());
  }

  /// What lasts: as if every day had been looked at.
  SortedMap<ChannelId, Badge> badges() {
    return Badge.of(cells, FIRST_DAY + (long) DAYS);
  }

  /// What others count of a channel.
  Peer peer(ChannelId channel) {
    return peers[(int) channel.value() - 1];
  }
}
