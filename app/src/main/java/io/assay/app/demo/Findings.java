package io.assay.app.demo;

import io.assay.core.message.ChannelId;
import io.assay.core.output.Report;
import io.assay.core.output.TrackRecord;
import io.assay.core.reputation.Judged;
import io.assay.core.reputation.Verdict;
import io.assay.sim.crowd.Caller;
import io.assay.sim.play.World;
import io.assay.sim.truth.Ranks;
import io.assay.sim.truth.Skill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What was found out of a simulated world, beside what is true in it.
///
/// @param skills of the channels by their numbers
public record Findings(World world, List<Skill> skills, Report report) {
  /// Fewer mature calls say too little for a channel's place to be compared with its true one.
  private static final long COMPARED_FROM = 20;

  public Findings {
    skills = List.copyOf(skills);
  }

  /// A channel as it was judged and as it is.
  ///
  /// @param rank its place, 1 is the best
  public record Line(int rank, Caller caller, Skill skill, TrackRecord track) {
    /// Whether there is any judgement.
    boolean isJudged() {
      return track.judgement() instanceof TrackRecord.Judgement.Made;
    }

    /// Mature calls with a known return.
    long n() {
      return track.judgement() instanceof TrackRecord.Judgement.Made(Judged judged)
          ? judged.sample().n()
          : 0;
    }

    /// Lower bound of growth, what ranks; as bad as can be where there is no judgement.
    double lowerBound() {
      return track.judgement() instanceof TrackRecord.Judgement.Made(Judged judged)
          ? judged.growth().lower()
          : Double.NEGATIVE_INFINITY;
    }

    /// The verdict; UNPROVEN where there is no judgement.
    Verdict verdict() {
      return track.judgement() instanceof TrackRecord.Judgement.Made(Judged judged)
          ? judged.verdict()
          : Verdict.UNPROVEN;
    }
  }

  /// All channels, best first.
  public List<Line> lines() {
    Map<ChannelId, Caller> callers = new HashMap<>();
    world.crowd().callers().forEach(caller -> callers.put(caller.channel(), caller));
    List<Line> lines = new ArrayList<>();
    for (TrackRecord track : report.channels()) {
      Caller caller = callers.get(track.account().channel());
      if (caller != null) {
        lines.add(new Line(lines.size() + 1, caller, skills.get(caller.number()), track));
      }
    }
    return lines;
  }

  /// Message events that were heard.
  public long messages() {
    return report.channels().stream().mapToLong(track -> track.account().counts().messages()).sum();
  }

  /// Spearman's correlation of true skill with the lower bound, over channels of twenty calls or
  /// more; NaN where fewer than two have so many.
  public double rankCorrelation() {
    return correlation(Line::lowerBound);
  }

  /// The same with another rank.
  double correlation(ToDoubleFunction<Line> rank) {
    List<Line> compared = lines().stream().filter(line -> line.n() >= COMPARED_FROM).toList();
    return Ranks.correlation(
        compared.stream().mapToDouble(line -> line.skill().edge()).toArray(),
        compared.stream().mapToDouble(rank).toArray());
  }
}
