package io.assay.bench.statistics;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The benchmark of the judgement, T1 to T5: what Assay's figures are on channels whose skill is
/// known, beside what they must be and what others would have made of the same data. Neither seeds
/// nor populations nor thresholds are for choosing. Exits 1 if a figure falls short.
public final class Statistics {
  private Statistics() {}

  public static void main(String[] words) {
    Board board = new Board(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    Skill skill = Skill.measure();
    board.title("The game");
    board.say(
        "A call varies by sigma = %.5f of log wealth. Without skill it gives %.5f and wins %.1f %%;"
            + " luck is reckoned as %.5f and %.1f %%.",
        skill.fair().deviation(),
        skill.fair().growth(),
        100 * skill.fair().winRate(),
        World.LUCK.growth(),
        100 * World.LUCK.winRate());
    board.say(
        "A wilder token (100 %% for 60 %% a day) moves luck by %.4f sigma.",
        (skill.luck(1.0) - skill.luck(0.6)) / skill.fair().deviation());
    new RankingTrials(skill, board).report();
    new DiscoveryTrials(board).report();
    System.exit(board.end());
  }
}
