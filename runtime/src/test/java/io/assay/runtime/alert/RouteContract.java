package io.assay.runtime.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every route must do.
public abstract class RouteContract {
  private static final Notice FIRING =
      Notices.notice(
          "component_down-1",
          Notice.Kind.FIRING,
          Notices.alert(
              "component_down", "ledger", Alert.Severity.CRITICAL, "locked: see who holds it"),
          Notices.alert(
              "component_down", "sheets", Alert.Severity.CRITICAL, "no key: set sheets.key"));

  /// A route whose other side takes everything.
  protected abstract Route working() throws Exception;

  /// A route of the same kind whose other side is not there.
  protected abstract Route broken() throws Exception;

  /// What has arrived on the other side of [#working], as a person reads it, oldest first.
  protected abstract List<String> received() throws Exception;

  @Test
  void name_isAWordThatStaysTheSame() throws Exception {
    Route route = working();
    assertThat(route.name()).matches("[a-z][a-z0-9_]*").isEqualTo(route.name());
    assertThat(broken().name()).isEqualTo(route.name());
  }

  @Test
  void deliver_aNotice_saysEverythingThatMatters() throws Exception {
    working().deliver(FIRING);
    assertThat(received()).hasSize(1);
    assertThat(received().getFirst())
        .contains("CRITICAL", "component_down", "firing")
        .contains("ledger", "locked: see who holds it")
        .contains("sheets", "no key: set sheets.key");
  }

  @Test
  void deliver_everyKind_canBeToldApart() throws Exception {
    Route route = working();
    Alert alert = Notices.alert("disk_full", "", Alert.Severity.WARNING, "disk is full: clean");
    for (Notice.Kind kind : Notice.Kind.values()) {
      route.deliver(Notices.notice("disk_full-1", kind, alert));
    }
    assertThat(received()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void deliver_awkwardText_arrivesWhole() throws Exception {
    String awkward = "say \"no\" \\ <b>&amp;</b> {} %s ✓ 名";
    working()
        .deliver(
            Notices.notice(
                "odd-1",
                Notice.Kind.FIRING,
                Notices.alert("odd", "", Alert.Severity.INFO, awkward)));
    assertThat(received().getFirst()).contains(awkward);
  }

  @Test
  void deliver_theSameNoticeAgain_isNoFailure() throws Exception {
    Route route = working();
    route.deliver(FIRING);
    route.deliver(FIRING);
    assertThat(received()).isNotEmpty();
  }

  @Test
  void deliver_whereNobodyIs_throwsAndDoesNotBlameTheNotice() throws Exception {
    Route route = broken();
    Throwable failure = catchThrowable(() -> route.deliver(FIRING));
    assertThat(failure).isNotNull();
    assertThat(Fault.kindOf(failure)).isNotEqualTo(ErrorKind.BAD_ITEM);
  }
}
