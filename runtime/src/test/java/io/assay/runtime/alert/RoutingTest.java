package io.assay.runtime.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The timeout is for a delivery that would hang; nothing here takes time.
@Timeout(30)
class RoutingTest {
  private static final Duration KEEP = Duration.ofHours(24);

  private final ManualTime time = new ManualTime();
  private final Scripted log = new Scripted("log");
  private final Scripted webhook = new Scripted("webhook");
  private final Scripted mail = new Scripted("mail");
  private final List<String> arrived = new ArrayList<>();
  private final List<Routing.Undelivered> dead = new ArrayList<>();
  private final Routing routing = routing(List.of(log), List.of(webhook, mail));

  /// A route that fails as long as it is told to.
  private static final class Scripted implements Route {
    private final String name;
    private final List<String> delivered = new ArrayList<>();
    private @Nullable Exception failure;
    private int attempts;

    Scripted(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void deliver(Notice notice) throws Exception {
      attempts++;
      if (failure != null) {
        throw failure;
      }
      delivered.add(notice.key());
    }
  }

  private Routing routing(List<Route> always, List<Route> inTurn) {
    return new Routing(
        time,
        new Routing.Settings(3, KEEP, failures -> Duration.ofSeconds(1L << (failures - 1))),
        new Routing.Routes(always, inTurn),
        notice -> arrived.add(notice.key()),
        dead::add);
  }

  private void accept(String... keys) {
    for (String key : keys) {
      routing.accept(Notices.notice(key));
    }
  }

  private void fail(Exception failure) {
    webhook.failure = failure;
    mail.failure = failure;
  }

  @Test
  void accept_deliversNothingItself() {
    accept("1");
    assertThat(log.attempts + webhook.attempts).isZero();
    assertThat(routing.waiting()).isEqualTo(1);
  }

  @Test
  void deliver_goesByEveryRouteThatAlwaysTakesPartAndTheFirstOfTheOthers() throws Exception {
    accept("1", "2");
    assertThat(routing.deliverDue()).isEqualTo(2);
    assertThat(log.delivered).containsExactly("1", "2");
    assertThat(webhook.delivered).containsExactly("1", "2");
    assertThat(mail.delivered).isEmpty();
    assertThat(routing.waiting()).isZero();
    assertThat(routing.deliverDue()).isZero();
    assertThat(log.delivered).hasSize(2);
  }

  @Test
  void deliver_aRouteThatFails_isReplacedByTheNextAndRests() throws Exception {
    webhook.failure = new IOException("refused");
    accept("1", "2");
    assertThat(routing.deliverDue()).isEqualTo(2);
    assertThat(mail.delivered).containsExactly("1", "2");
    assertThat(webhook.attempts).isEqualTo(1);
    assertThat(routing.routes())
        .containsExactly(
            new Routing.Standing("log", false, 0, "", Duration.ZERO),
            new Routing.Standing(
                "webhook", false, 1, "webhook: IOException: refused", Duration.ofSeconds(1)),
            new Routing.Standing("mail", false, 0, "", Duration.ZERO));
  }

  @Test
  void deliver_aRouteThatRested_isTriedAgainAndLonger() throws Exception {
    fail(new IOException("refused"));
    accept("1");
    assertThat(routing.deliverDue()).isZero();
    time.pass(Duration.ofMillis(999));
    assertThat(routing.deliverDue()).isZero();
    assertThat(webhook.attempts).isEqualTo(1);
    time.pass(Duration.ofMillis(1));
    assertThat(routing.deliverDue()).isZero();
    assertThat(webhook.attempts).isEqualTo(2);
    time.pass(Duration.ofMillis(1_999));
    assertThat(routing.deliverDue()).isZero();
    assertThat(webhook.attempts).isEqualTo(2);
    webhook.failure = null;
    time.pass(Duration.ofMillis(1));
    assertThat(routing.deliverDue()).isEqualTo(1);
    assertThat(webhook.delivered).containsExactly("1");
    assertThat(log.delivered).containsExactly("1");
    assertThat(routing.routes().get(1).failures()).isZero();
  }

  @Test
  void deliver_aWaitThatAServerDemands_isAFloor() throws Exception {
    fail(new Fault(ErrorKind.TEMPORARY, "slow down", Duration.ofSeconds(90), null));
    accept("1");
    assertThat(routing.deliverDue()).isZero();
    fail(new IOException("refused"));
    time.pass(Duration.ofSeconds(89));
    assertThat(routing.deliverDue()).isZero();
    assertThat(webhook.attempts).isEqualTo(1);
    time.pass(Duration.ofSeconds(1));
    assertThat(routing.deliverDue()).isZero();
    assertThat(webhook.attempts).isEqualTo(2);
  }

  @Test
  void deliver_afterAnOutage_keepsTheOrder() throws Exception {
    fail(new IOException("refused"));
    accept("1", "2");
    assertThat(routing.deliverDue()).isZero();
    accept("3");
    webhook.failure = null;
    time.pass(Duration.ofSeconds(1));
    assertThat(routing.deliverDue()).isEqualTo(3);
    assertThat(webhook.delivered).containsExactly("1", "2", "3");
    assertThat(log.delivered).containsExactly("1", "2", "3");
  }

  @Test
  void deliver_aRouteThatAlwaysTakesPart_isRetriedAlone() throws Exception {
    log.failure = new IOException("disk full");
    accept("1");
    assertThat(routing.deliverDue()).isZero();
    assertThat(webhook.delivered).containsExactly("1");
    log.failure = null;
    time.pass(Duration.ofSeconds(1));
    assertThat(routing.deliverDue()).isEqualTo(1);
    assertThat(log.delivered).containsExactly("1");
    assertThat(webhook.attempts).isEqualTo(1);
  }

  @Test
  void deliver_withTheLogAlone_isDeliveredByIt() throws Exception {
    Routing alone = routing(List.of(log), List.of());
    alone.accept(Notices.notice("1"));
    assertThat(alone.deliverDue()).isEqualTo(1);
    assertThat(dead).isEmpty();
  }

  @Test
  void deliver_untilItIsTooOld_thenGoesToTheDeadLetters() throws Exception {
    fail(new IOException("refused"));
    accept("1");
    assertThat(routing.deliverDue()).isZero();
    time.pass(KEEP);
    assertThat(routing.deliverDue()).isZero();
    assertThat(dead).isEmpty();
    time.pass(Duration.ofNanos(1));
    assertThat(routing.deliverDue()).isEqualTo(1);
    assertThat(dead)
        .containsExactly(
            new Routing.Undelivered(Notices.notice("1"), 5, "mail: IOException: refused"));
    assertThat(routing.waiting()).isZero();
  }

  @Test
  void deliver_many_beatsBeforeEach() throws Exception {
    List<Integer> arrivedBefore = new ArrayList<>();
    accept("1", "2", "3");
    assertThat(routing.deliverDue(() -> arrivedBefore.add(arrived.size()))).isEqualTo(3);
    assertThat(arrivedBefore).containsExactly(0, 1, 2);
  }

  @Test
  void settle_whatReachesNobody_isADeadLetter_andTheRestArrives() throws Exception {
    accept("1");
    routing.settle();
    assertThat(arrived).containsExactly("1");
    fail(new IOException("refused"));
    accept("2", "3");
    routing.settle();
    assertThat(dead).extracting(each -> each.notice().key()).containsExactly("2", "3");
    assertThat(arrived).containsExactly("1");
    assertThat(routing.waiting()).isZero();
  }

  @Test
  void settle_whatCannotBeKeptEither_isSaid() {
    Routing stubborn =
        new Routing(
            time,
            new Routing.Settings(3, KEEP, _ -> Duration.ofSeconds(1)),
            new Routing.Routes(List.of(), List.of(webhook)),
            _ -> {},
            _ -> {
              throw new Fault(ErrorKind.TEMPORARY, "disk full", null);
            });
    webhook.failure = new IOException("refused");
    stubborn.accept(Notices.notice("1"));
    assertThatThrownBy(stubborn::settle)
        .hasMessage("1 notices could be neither delivered nor kept");
  }

  @Test
  void deliver_deadLettersThatTakeNothing_keepTheNotice() throws Exception {
    Routing stubborn =
        new Routing(
            time,
            new Routing.Settings(3, KEEP, _ -> Duration.ofSeconds(1)),
            new Routing.Routes(List.of(), List.of(webhook)),
            _ -> {},
            _ -> {
              throw new Fault(ErrorKind.TEMPORARY, "disk full", null);
            });
    webhook.failure = new IOException("refused");
    stubborn.accept(Notices.notice("1"));
    time.pass(KEEP.plusSeconds(1));
    assertThat(stubborn.deliverDue()).isZero();
    assertThat(stubborn.waiting()).isEqualTo(1);
    webhook.failure = null;
    time.pass(Duration.ofSeconds(1));
    assertThat(stubborn.deliverDue()).isEqualTo(1);
    assertThat(webhook.delivered).containsExactly("1");
  }

  @Test
  void deliver_aNoticeThatARouteWillNeverTake_leavesTheRouteToOthers() throws Exception {
    fail(new Fault(ErrorKind.BAD_ITEM, "too long", null));
    accept("1");
    assertThat(routing.deliverDue()).isEqualTo(1);
    assertThat(dead).extracting(Routing.Undelivered::cause).containsExactly("mail: too long");
    webhook.failure = null;
    accept("2");
    assertThat(routing.deliverDue()).isEqualTo(1);
    assertThat(webhook.delivered).containsExactly("2");
  }

  @Test
  void deliver_aBug_endsAfterThreeAttemptsOnOneNotice() throws Exception {
    fail(new IllegalStateException("bug"));
    accept("1");
    for (int i = 0; i < 2; i++) {
      assertThat(routing.deliverDue()).isZero();
      time.pass(Duration.ofSeconds(8));
    }
    assertThat(routing.deliverDue()).isEqualTo(1);
    assertThat(webhook.attempts).isEqualTo(3);
    assertThat(dead).hasSize(1);
  }

  @Test
  void accept_moreThanItHolds_dropsTheOldestAndSaysSo() throws Exception {
    fail(new IOException("refused"));
    accept("1", "2", "3");
    assertThat(routing.deliverDue()).isZero();
    accept("4", "5");
    assertThat(routing.waiting()).isEqualTo(3);
    assertThat(routing.dropped()).isEqualTo(2);
    webhook.failure = null;
    time.pass(Duration.ofSeconds(1));
    assertThat(routing.deliverDue()).isEqualTo(4);
    assertThat(webhook.delivered)
        .hasSize(4)
        .endsWith("3", "4", "5")
        .first()
        .asString()
        .startsWith("notices_dropped-");
    assertThat(routing.deliverDue()).isZero();
    assertThat(routing.dropped()).isEqualTo(2);
  }

  @Test
  void accept_dropsWhileTheNoticeOfThemWaits_areSaidAfterIt() throws Exception {
    List<String> texts = new ArrayList<>();
    Route telling =
        new Route() {
          @Override
          public String name() {
            return "telling";
          }

          @Override
          public void deliver(Notice notice) {
            texts.add(notice.text());
          }
        };
    Routing told = routing(List.of(), List.of(telling));
    for (int round = 1; round <= 2; round++) {
      for (int i = 0; i < 3 + round; i++) {
        told.accept(Notices.notice("n" + i));
      }
      assertThat(told.deliverDue()).isEqualTo(4);
    }
    assertThat(texts.stream().filter(text -> text.startsWith("notices_dropped")))
        .containsExactly(
            "notices_dropped: 1 notices were dropped, because more than 3 waited: see that a route"
                + " works again",
            "notices_dropped: 2 notices were dropped, because more than 3 waited: see that a route"
                + " works again");
  }

  @Test
  void deliver_interrupted_keepsTheNoticeAndBlamesNobody() throws Exception {
    webhook.failure = new InterruptedException();
    accept("1");
    assertThatThrownBy(routing::deliverDue).isInstanceOf(InterruptedException.class);
    assertThat(routing.waiting()).isEqualTo(1);
    assertThat(routing.routes().get(1).failures()).isZero();
    webhook.failure = null;
    assertThat(routing.deliverDue()).isEqualTo(1);
    assertThat(webhook.delivered).containsExactly("1");
    assertThat(log.delivered).containsExactly("1");
  }

  @Test
  void deliver_aRouteThatHangs_isSteppedAroundByTheNextCall() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Route hanging =
        new Route() {
          @Override
          public String name() {
            return "hanging";
          }

          @Override
          public void deliver(Notice notice) throws InterruptedException {
            entered.countDown();
            release.await();
          }
        };
    Routing stuck = routing(List.of(), List.of(hanging, mail));
    stuck.accept(Notices.notice("1"));
    FutureTask<Integer> first = new FutureTask<>(stuck::deliverDue);
    Thread thread = Thread.ofPlatform().daemon().name("assay-notices-1").start(first);
    entered.await();
    stuck.accept(Notices.notice("2"));
    assertThat(stuck.routes().getFirst().busy()).isTrue();
    assertThat(stuck.deliverDue()).isEqualTo(2);
    assertThat(mail.delivered).containsExactly("1", "2");
    release.countDown();
    thread.join();
    assertThat(stuck.waiting()).isZero();
    assertThat(stuck.routes().getFirst().busy()).isFalse();
    assertThat(dead).isEmpty();
  }

  @Test
  void routes_thatMeanNothing_areRefused() {
    assertThatThrownBy(() -> new Routing.Routes(List.of(log), List.of(new Scripted("log"))))
        .hasMessage("there are two routes named log");
    assertThatThrownBy(() -> new Routing.Routes(List.of(), List.of()))
        .hasMessageContaining("one route at least");
    assertThatThrownBy(() -> new Routing.Settings(0, KEEP, _ -> KEEP))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
