package io.assay.core.output;

import io.assay.core.reputation.Classic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Channels in an order that somebody wishes. Whatever the order, and whoever is left out, a
/// channel keeps the rank that it has among all: by the lower bound of what a follower gains a
/// call.
public final class Leaderboard {
  private Leaderboard() {}

  /// A channel and its rank among all, from 1.
  public record Place(int rank, TrackRecord channel) {
    public Place {
      Objects.requireNonNull(channel, "channel");
    }
  }

  /// What channels are ordered by: the highest first, what is not known last; titles from A.
  public enum Order {
    /// The rank itself.
    LOWER,
    WIN,
    MEDIAN,
    MEAN,
    CLASSIC,
    CALLS,
    /// Mature calls.
    N,
    TITLE;

    private Comparator<Place> comparator() {
      Comparator<Place> first =
          this == TITLE
              ? Comparator.comparing(
                  place -> place.channel().account().title(), String.CASE_INSENSITIVE_ORDER)
              : Comparator.<Place>comparingDouble(place -> figure(place.channel())).reversed();
      return first.thenComparingInt(Place::rank);
    }

    private double figure(TrackRecord channel) {
      Returns returns = channel.returns();
      return switch (this) {
        case LOWER -> channel.rank();
        case WIN -> known(returns, returns.winRate());
        case MEDIAN -> known(returns, returns.median());
        case MEAN -> known(returns, returns.mean());
        case CLASSIC -> channel.classic() instanceof Classic.Rated rated ? rated.score() : UNKNOWN;
        case CALLS -> channel.callsInAll();
        case N -> returns.n();
        case TITLE -> 0;
      };
    }
  }

  private static final double UNKNOWN = Double.NEGATIVE_INFINITY;

  private static double known(Returns returns, double figure) {
    return returns.isEmpty() ? UNKNOWN : figure;
  }

  /// Everybody, by rank.
  public static List<Place> of(Report report) {
    List<Place> places = new ArrayList<>();
    for (TrackRecord channel : report.channels()) {
      places.add(new Place(places.size() + 1, channel));
    }
    return List.copyOf(places);
  }

  /// Those with so many mature calls at least, in that order.
  ///
  /// @param leastCalls how many calls a channel must have made at all
  /// @param leastMature how many of them must be mature and priced
  public static List<Place> of(Report report, Order order, long leastCalls, long leastMature) {
    return of(report).stream()
        .filter(place -> place.channel().callsInAll() >= leastCalls)
        .filter(place -> place.channel().returns().n() >= leastMature)
        .sorted(order.comparator())
        .toList();
  }
}
