package io.assay.app.house;

import io.assay.app.api.Controls;
import io.assay.app.live.Errand;
import io.assay.app.live.Lane;
import io.assay.core.call.CallId;
import io.assay.core.flow.Live;
import io.assay.core.ledger.Command;
import io.assay.core.message.ChannelId;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What an operator may have the system do.
public final class HouseControls implements Controls {
  private static final String OPERATOR = "operator";
  private static final Duration PATIENCE = Duration.ofSeconds(8); // who asks gives up after ten

  private final House house;
  private final Supplier<Reloaded> reload;
  private final Map<String, Retry> retries;

  /// Works a dead letter of some origin again.
  @FunctionalInterface
  public interface Retry {
    /// Works it.
    ///
    /// @throws Exception if it cannot be worked now either
    void work(DeadLetter letter) throws Exception;
  }

  /// Controls of a house.
  ///
  /// @param reload reads the configuration again
  /// @param retries by origin of the letters
  public HouseControls(House house, Supplier<Reloaded> reload, Map<String, Retry> retries) {
    this.house = house;
    this.reload = reload;
    this.retries = Map.copyOf(retries);
  }

  @Override
  public Reloaded reload() {
    return reload.get();
  }

  @Override
  public boolean restart(String task) {
    return house.life().supervisor().restart(task);
  }

  @Override
  public boolean acknowledge(String key) {
    return house.health().alerts().alerts().stream()
        .map(Alert::id)
        .filter(id -> AlertKeys.of(id).equals(key))
        .anyMatch(id -> house.health().alerts().acknowledge(id, OPERATOR));
  }

  @Override
  public @Nullable Silence silence(Wish wish) {
    if (!AlertKeys.isOfARule(wish.alert())) {
      return null;
    }
    Instant until = house.time().instant().plus(wish.duration());
    house
        .health()
        .alerts()
        .silence(
            new io.assay.runtime.alert.Silence(
                wish.alert(),
                AlertKeys.rule(wish.alert()),
                AlertKeys.instance(wish.alert()),
                until,
                OPERATOR,
                wish.comment()));
    return new Silence(wish.alert(), wish.alert(), until, wish.comment());
  }

  @Override
  public boolean unsilence(String id) {
    return house.health().alerts().unsilence(id);
  }

  /// The letter goes when it was worked. One that fails again has been kept anew by whoever failed.
  @Override
  public boolean replay(long id) {
    DeadLetter letter = house.flow().letters().find(id);
    if (letter == null) {
      return false;
    }
    Retry retry = retries.get(letter.origin());
    if (retry == null) {
      String message = "letters of " + letter.origin() + " cannot be worked again; drop it";
      throw new Fault(ErrorKind.BAD_ITEM, message, null);
    }
    try {
      retry.work(letter);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(ErrorKind.TEMPORARY, "interrupted while working the letter", e);
    } catch (Exception e) {
      throw new Fault(Fault.kindOf(e), Fault.lineOf(e), e);
    }
    house.flow().letters().drop(id);
    return true;
  }

  @Override
  public boolean declareVoid(CallId call, Reason reason) {
    Command.CallVoided order = new Command.CallVoided(call, reason.reason());
    return ask(live -> {
      requireFolded(live);
      boolean held = live.holds(call);
      if (held) {
        live.order(house.time().instant(), order);
      }
      return held;
    });
  }

  /// Which calls there are is known when all is folded that was heard.
  private static void requireFolded(Live live) {
    if (live.lag() > 0) {
      throw new Fault(ErrorKind.TEMPORARY, "the fold lags behind the journal; try again", null);
    }
  }

  @Override
  public void admitBackfill(ChannelId channel) {
    var _ = ask(live -> live.order(house.time().instant(), new Command.BackfillAdmitted(channel)));
  }

  private <R> R ask(Errand<R> errand) {
    try {
      return house.flow().lanes().call(Lane.LIVE, errand, PATIENCE, () -> {});
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(ErrorKind.TEMPORARY, "interrupted while waiting for the ledger", e);
    }
  }
}
