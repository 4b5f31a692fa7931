package io.assay.runtime.measure;

import io.assay.runtime.measure.Reclaimable.Answer;
import java.util.EnumSet;
import java.util.Set;

/// How close the process is to the end of its memory. A stage is entered at its threshold, from any
/// other, and left only well below it, so that it does not flutter.
public enum Pressure {
  /// Nothing is asked.
  NORMAL,
  /// Caches give back what they can spare.
  TRIM,
  /// What is optional is not worked.
  SHED,
  /// History is not read up any further; what is live still is.
  PAUSE_BACKFILL,
  /// Nothing is taken in; the journal keeps what is owed.
  REFUSE;

  private static final double BAND = 0.05;
  private static final double DISK_BAND = 0.02;

  /// How full the disk is where the data is.
  public enum DiskStage {
    AMPLE,
    /// What policy lets go is cleaned; evidence never is.
    CLEAN,
    /// Nothing is taken in.
    FULL;

    /// The stage after this one; left 0.02 below its threshold, and at twice the floor.
    DiskStage next(Usage usage, DiskSteps steps) {
      DiskStage reached = steps.at(usage, 0, 1);
      DiskStage held = steps.at(usage, DISK_BAND, 2);
      return reached.compareTo(this) >= 0 ? reached : held.compareTo(this) < 0 ? held : this;
    }
  }

  /// Where each stage of memory begins, as shares of it: 0 < trim < shed < pauseBackfill < refuse ≤
  /// 1.
  public record Steps(double trim, double shed, double pauseBackfill, double refuse) {
    public static final Steps DEFAULT = new Steps(0.70, 0.80, 0.90, 0.95);

    public Steps {
      boolean rising = 0 < trim && trim < shed && shed < pauseBackfill && pauseBackfill < refuse;
      if (!rising || refuse > 1) {
        throw new IllegalArgumentException(
            "the stages of memory must rise from above 0 to at most 1: %s, %s, %s, %s"
                .formatted(trim, shed, pauseBackfill, refuse));
      }
    }

    private Pressure at(double load) {
      if (load >= refuse) {
        return REFUSE;
      }
      if (load >= pauseBackfill) {
        return PAUSE_BACKFILL;
      }
      return load >= shed ? SHED : load >= trim ? TRIM : NORMAL;
    }
  }

  /// Where each stage of the disk begins: 0 < clean < full ≤ 1, or the floor.
  ///
  /// @param clean share of the disk in use
  /// @param full share of the disk in use
  /// @param floor bytes; with fewer left the disk is full, whatever the share
  public record DiskSteps(double clean, double full, long floor) {
    public static final DiskSteps DEFAULT = new DiskSteps(0.85, 0.98, 256L << 20);

    public DiskSteps {
      if (!(0 < clean && clean < full && full <= 1) || floor < 0) {
        throw new IllegalArgumentException(
            "the stages of the disk must rise from above 0 to at most 1, over a floor of bytes:"
                + " %s, %s, %d".formatted(clean, full, floor));
      }
    }

    private DiskStage at(Usage usage, double band, int floors) {
      if (usage.disk().usable().isBelow((double) floor * floors)) {
        return DiskStage.FULL;
      }
      return usage.diskLoad() instanceof Figure.Known(double load) && load >= clean - band
          ? load >= full - band ? DiskStage.FULL : DiskStage.CLEAN
          : DiskStage.AMPLE;
    }
  }

  /// What the process may use.
  ///
  /// @param memory bytes; a tighter limit of the container counts instead
  /// @param cpu share of the cores, 0 to 1
  /// @param answers false: it is measured, and nothing is done about it
  public record Limits(long memory, double cpu, Steps steps, DiskSteps disk, boolean answers) {
    /// 2 GB, 80 % of the cores.
    public static final Limits DEFAULT =
        new Limits(2L << 30, 0.80, Steps.DEFAULT, DiskSteps.DEFAULT, true);

    public Limits {
      if (memory <= 0) {
        throw new IllegalArgumentException("a memory limit is above 0 bytes: " + memory);
      }
      if (!(cpu > 0 && cpu <= 1)) {
        throw new IllegalArgumentException("a CPU limit is a share above 0, at most 1: " + cpu);
      }
    }

    /// The memory limit that counts, bytes: the tighter of this one and the container's.
    public long memoryFor(Usage usage) {
      return usage.memory().containerLimit() instanceof Figure.Known(double container)
          ? Math.min(memory, (long) container)
          : memory;
    }

    /// How full the memory is: the greater share of heap and of real memory.
    public Figure load(Usage usage) {
      return usage.heapLoad().max(usage.residentLoad(memoryFor(usage)));
    }

    /// Whether the CPU is over its limit; once over, it is until well below.
    boolean isHot(Usage usage, boolean hot) {
      return usage.cpu().ratio().isAbove(hot ? cpu - BAND : cpu);
    }
  }

  /// Where the process stands.
  ///
  /// @param hot the processor was over its limit three times in a row, and has not come down
  public record Standing(Pressure memory, DiskStage disk, boolean hot) {
    static final Standing CALM = new Standing(Pressure.NORMAL, DiskStage.AMPLE, false);

    /// What is done about it.
    Set<Answer> answers() {
      Set<Answer> answers = EnumSet.noneOf(Answer.class);
      answers.addAll(
          switch (memory) {
            case NORMAL -> Set.of();
            case TRIM -> Set.of(Answer.TRIM);
            case SHED -> Set.of(Answer.TRIM, Answer.SHED);
            case PAUSE_BACKFILL -> Set.of(Answer.TRIM, Answer.SHED, Answer.PAUSE_BACKFILL);
            case REFUSE -> Set.of(Answer.TRIM, Answer.SHED, Answer.PAUSE_BACKFILL, Answer.REFUSE);
          });
      answers.addAll(
          switch (disk) {
            case AMPLE -> Set.of();
            case CLEAN -> Set.of(Answer.CLEAN);
            case FULL -> Set.of(Answer.CLEAN, Answer.REFUSE);
          });
      if (hot) {
        answers.add(Answer.SHED);
      }
      return answers;
    }

    /// Whether a cache is asked now that its answer is in force: a processor that is hot is not
    /// cooled by what is dropped.
    boolean isFor(Reclaimable.Cache cache) {
      return cache.answer() != Answer.SHED || memory.compareTo(SHED) >= 0;
    }

    boolean isWorseThan(Standing other) {
      return memory.compareTo(other.memory) > 0
          || disk.compareTo(other.disk) > 0
          || (hot && !other.hot);
    }

    @Override
    public String toString() {
      return "memory %s, disk %s%s".formatted(memory, disk, hot ? ", CPU over its limit" : "");
    }
  }

  /// The stage after this one; left 0.05 below its threshold. A load that is not known asks for
  /// nothing.
  Pressure next(Figure load, Steps steps) {
    if (!(load instanceof Figure.Known(double share))) {
      return NORMAL;
    }
    Pressure reached = steps.at(share);
    Pressure held = steps.at(share + BAND);
    return reached.compareTo(this) >= 0 ? reached : held.compareTo(this) < 0 ? held : this;
  }
}
