package io.assay.app.house;

import io.assay.adapters.notice.Webhook;
import io.assay.app.config.AlertSettings;
import io.assay.app.config.Settings;
import io.assay.runtime.Backoff;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.DeadLetters;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import io.assay.runtime.alert.Alerts;
import io.assay.runtime.alert.Notice;
import io.assay.runtime.alert.Route;
import io.assay.runtime.alert.Routing;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Alerts, and the ways by which they are told: always the log, and a webhook where one is
/// configured.
public final class Notices implements AutoCloseable {
  /// What notices that reached nobody are called among the dead letters.
  public static final String ORIGIN = "alert_delivery";

  private static final int MOST_WAITING = 1_000;
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Alerts alerts;
  private final Routing routing;
  private final @Nullable NoticeRoute webhook;

  /// Alerts without rules yet, and their ways.
  public Notices(Settings settings, DeadLetters letters, Alerts.Memory memory, Time time) {
    AlertSettings set = settings.alerts();
    webhook = webhook(settings, time);
    List<Route> inTurn = webhook == null ? List.of() : List.of(webhook);
    Backoff.Policy waits = Backoff.Policy.DEFAULT;
    SplittableRandom random = new SplittableRandom();
    routing =
        new Routing(
            time,
            new Routing.Settings(MOST_WAITING, KEPT, failures -> waits.jittered(failures, random)),
            new Routing.Routes(List.of(Route.toLog()), inTurn),
            this::delivered,
            undelivered -> letters.keep(letter(undelivered, settings, time)));
    Alerts.Settings usual = Alerts.Settings.DEFAULTS;
    alerts =
        new Alerts(
            time,
            new Alerts.Settings(
                set.groupWait(), set.repeatInterval(), usual.keepResolved(), usual.damping()),
            List.of(),
            routing,
            memory);
  }

  private void delivered(Notice notice) {
    alerts.delivered(notice);
  }

  private static @Nullable NoticeRoute webhook(Settings settings, Time time) {
    AlertSettings.Webhook set = settings.alerts().webhook();
    if (set.url() == null) {
      return null;
    }
    String secret = set.secret() == null ? null : set.secret().reveal();
    return new NoticeRoute(
        new Webhook(set.url().reveal().toString(), secret, time, PATIENCE),
        settings.system().name());
  }

  private static DeadLetter letter(Routing.Undelivered undelivered, Settings settings, Time time) {
    return new DeadLetter(
        0,
        ORIGIN,
        undelivered.notice().key(),
        undelivered.cause(),
        Math.max(1, undelivered.attempts()),
        time.instant(),
        NoticeRoute.json(undelivered.notice(), settings.system().name()));
  }

  public Alerts alerts() {
    return alerts;
  }

  public Routing routing() {
    return routing;
  }

  /// Delivers a notice that reached nobody.
  public void retry(DeadLetter letter) throws InterruptedException {
    if (webhook == null) {
      String message = "there is no way to deliver it any more; set alerts.webhook.url or drop it";
      throw new Fault(ErrorKind.OPERATIONAL, message, null);
    }
    webhook.webhook().post(letter.item(), letter.payload());
  }

  @Override
  public void close() {
    if (webhook != null) {
      webhook.webhook().close();
    }
  }
}
