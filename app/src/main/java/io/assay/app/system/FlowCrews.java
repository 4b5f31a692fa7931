package io.assay.app.system;

import io.assay.adapters.desk.Marks;
import io.assay.app.config.Settings;
import io.assay.app.config.TaskName;
import io.assay.app.house.FlowFigures;
import io.assay.app.house.House;
import io.assay.app.live.DataOutput;
import io.assay.app.live.DirectoryRefresh;
import io.assay.app.live.InboxMonitoring;
import io.assay.app.live.LiveIntake;
import io.assay.app.live.MessageLetters;
import io.assay.app.live.MessageProcessing;
import io.assay.app.live.PriceUpdates;
import io.assay.app.live.StandardInput;
import io.assay.app.live.Valve;
import io.assay.app.market.OpenMarket;
import io.assay.runtime.Criticality;
import io.assay.runtime.Time;
import io.assay.runtime.task.RestartPolicy;
import io.assay.runtime.task.Task;
import io.assay.runtime.task.TaskSpec;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The tasks through which messages go: sources, the writer, prices, tables.
///
/// @param settings in force at the moment they are asked
/// @param market asked for what the candle files do not answer, and for lists of coins
/// @param marks when the lists of coins were asked last
/// @param input read for messages, one a line; null: none
/// @param outside brings messages and answers for prices in place of all others; null: none
record FlowCrews(
    Supplier<Settings> settings,
    Ledger ledger,
    House.Flow flow,
    Intake intake,
    FlowFigures figures,
    OpenMarket market,
    Marks marks,
    @Nullable InputStream input,
    @Nullable Outside outside,
    Time time) {
  private static final Duration LONG_WORK = Duration.ofMinutes(10);

  /// The file of the books, and how its one writer opens it.
  record Ledger(Path file, MessageProcessing.Opening opening) {}

  /// What takes messages, and what holds them back.
  ///
  /// @param backfill closed while history has to wait
  /// @param optional closed while what nobody waits for has to
  record Intake(LiveIntake live, MessageLetters letters, Valve backfill, Valve optional) {}

  /// What brings messages.
  List<TaskSpec> sources() {
    if (outside != null) {
      TaskName name = TaskName.TELEGRAM_MONITORING;
      return List.of(inPlace(name, () -> outside.messages(intake.live)));
    }
    Path inbox = settings.get().inbox();
    List<TaskSpec> sources = new ArrayList<>();
    sources.add(
        TaskSpec.of(
                TaskName.TELEGRAM_MONITORING.toString(),
                () ->
                    new InboxMonitoring(
                        inbox,
                        () -> settings.get().watch().interval(),
                        new InboxMonitoring.Ways(intake.live, flow.lanes(), intake.backfill),
                        flow.letters(),
                        time))
            .with(Criticality.DEGRADABLE)
            .with(LONG_WORK));
    if (input != null) {
      StandardInput.Pipe pipe = new StandardInput.Pipe(input);
      sources.add(
          TaskSpec.of(
                  TaskName.STANDARD_INPUT.toString(),
                  () -> new StandardInput(pipe, intake.live, flow.letters(), time))
              .with(Criticality.DEGRADABLE)
              .with(RestartPolicy.Kind.TRANSIENT));
    }
    return sources;
  }

  /// A task of another world in the place of one of ours.
  private static TaskSpec inPlace(TaskName name, Supplier<Task> task) {
    return TaskSpec.of(name.toString(), task).with(Criticality.DEGRADABLE).with(LONG_WORK);
  }

  /// The one writer of the books.
  List<TaskSpec> processing() {
    return List.of(
        TaskSpec.of(
            TaskName.MESSAGE_PROCESSING.toString(),
            () ->
                new MessageProcessing(
                    ledger.opening, flow.lanes(), intake.letters, flow.books(), time)));
  }

  /// What answers the fold's questions, and says what symbols mean where anybody lists them.
  List<TaskSpec> pricing() {
    if (outside != null) {
      TaskName name = TaskName.PRICE_UPDATES;
      return List.of(inPlace(name, () -> outside.prices(flow.lanes(), figures)));
    }
    Path candles = settings.get().candles();
    List<TaskSpec> pricing = new ArrayList<>();
    pricing.add(
        TaskSpec.of(
                TaskName.PRICE_UPDATES.toString(),
                () ->
                    new PriceUpdates(
                        new PriceUpdates.Sources(candles, market.asking()),
                        () -> settings.get().prices().interval(),
                        flow.lanes(),
                        figures,
                        time))
            .with(Criticality.DEGRADABLE)
            .with(LONG_WORK));
    if (!market.listings().isEmpty()) {
      pricing.add(
          TaskSpec.of(
                  TaskName.DIRECTORY_REFRESH.toString(),
                  () ->
                      new DirectoryRefresh(
                          market.listings()::draft,
                          new DirectoryRefresh.OnDesk(marks, market.listings()::words),
                          () -> settings.get().prices().directoryInterval(),
                          flow.lanes(),
                          time))
              .with(Criticality.OPTIONAL)
              .with(LONG_WORK));
    }
    return pricing;
  }

  /// What writes for others to read.
  List<TaskSpec> output() {
    DataOutput.Places places = new DataOutput.Places(ledger.file, settings.get().tables());
    DataOutput.Pace pace =
        new DataOutput.Pace(() -> settings.get().outputs().csv().interval(), intake.optional);
    return List.of(
        TaskSpec.of(
                TaskName.DATA_OUTPUT.toString(),
                () -> new DataOutput(places, pace, flow.output(), figures, time))
            .with(Criticality.DEGRADABLE)
            .with(LONG_WORK));
  }
}
