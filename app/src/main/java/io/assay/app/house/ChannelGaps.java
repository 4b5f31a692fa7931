package io.assay.app.house;

import io.assay.core.message.ChannelId;
import io.assay.runtime.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long each channel is usually silent between two messages: the median of its last gaps, as
/// they were heard live in this run. Safe for any thread.
public final class ChannelGaps {
  /// Less says nothing of what is usual.
  static final int LEAST_GAPS = 5;

  private static final int MOST_GAPS = 50;
  private static final int MOST_CHANNELS = 10_000;

  private final Time time;

  /// Those that were heard last come last.
  private final Map<ChannelId, Gaps> channels = new LinkedHashMap<>();

  public ChannelGaps(Time time) {
    this.time = time;
  }

  private static final class Gaps {
    private final long[] nanos = new long[MOST_GAPS];
    private long count;
    private long lastNanos;

    void add(long gap) {
      nanos[(int) (count++ % MOST_GAPS)] = gap;
    }

    Duration usual() {
      long[] sorted = Arrays.copyOf(nanos, (int) Math.min(count, MOST_GAPS));
      Arrays.sort(sorted);
      return Duration.ofNanos(sorted[sorted.length / 2]);
    }
  }

  /// A channel has said something.
  public synchronized void heard(ChannelId channel) {
    long now = time.nanos();
    Gaps gaps = channels.remove(channel);
    if (gaps == null) {
      gaps = new Gaps();
    } else {
      gaps.add(now - gaps.lastNanos);
    }
    gaps.lastNanos = now;
    channels.put(channel, gaps);
    if (channels.size() > MOST_CHANNELS) {
      channels.remove(channels.keySet().iterator().next());
    }
  }

  /// A channel that is silent for longer than it should be.
  public record Silent(ChannelId channel, Duration silence, Duration usual) {}

  /// How the channels are.
  ///
  /// @param known how many have a usual gap
  /// @param silent those of them that say nothing, the longest silence first
  public record Reading(int known, List<Silent> silent) {
    public Reading {
      silent = List.copyOf(silent);
    }

    /// Whether nothing is heard of anybody: then it is not the channels that are silent.
    public boolean isDeaf() {
      return known > 0 && silent.size() == known;
    }
  }

  /// Which channels are silent.
  ///
  /// @param times how many usual gaps that takes; 0: none is ever
  /// @param least but no less than this
  public synchronized Reading read(long times, Duration least) {
    int known = 0;
    List<Silent> silent = new ArrayList<>();
    for (Map.Entry<ChannelId, Gaps> each : channels.entrySet()) {
      Gaps gaps = each.getValue();
      if (times > 0 && gaps.count >= LEAST_GAPS) {
        known++;
        Duration usual = gaps.usual();
        Duration most = usual.multipliedBy(times);
        Duration silence = time.since(gaps.lastNanos);
        if (silence.compareTo(most.compareTo(least) > 0 ? most : least) > 0) {
          silent.add(new Silent(each.getKey(), silence, usual));
        }
      }
    }
    return new Reading(known, silent);
  }
}
