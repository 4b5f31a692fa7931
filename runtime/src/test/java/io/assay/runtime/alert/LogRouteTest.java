package io.assay.runtime.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.health.LogLines;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class LogRouteTest extends RouteContract {
  private final LogLines log = new LogLines();
  private final List<String> received = new ArrayList<>();

  @Override
  protected Route working() {
    return new LogRoute(log.logger());
  }

  @Override
  protected Route broken() {
    Logger full =
        (Logger)
            Proxy.newProxyInstance(
                LogRouteTest.class.getClassLoader(),
                new Class<?>[] {Logger.class},
                (_, _, _) -> {
                  throw new Fault(ErrorKind.TEMPORARY, "disk full", null);
                });
    return new LogRoute(full);
  }

  @Override
  protected List<String> received() {
    received.addAll(log.take());
    return received;
  }

  @Test
  void deliver_takesTheLevelOfItsSeverity() throws Exception {
    Route route = working();
    for (Alert.Severity severity : Alert.Severity.values()) {
      Alert alert = Notices.alert("disk_full", "/data", severity, "full: clean");
      route.deliver(Notices.notice("1", Notice.Kind.FIRING, alert));
    }
    assertThat(received())
        .containsExactly(
            "INFO INFO disk_full: firing: disk_full//data: full: clean",
            "WARN WARNING disk_full: firing: disk_full//data: full: clean",
            "ERROR CRITICAL disk_full: firing: disk_full//data: full: clean");
  }

  @Test
  void deliver_whatIsOver_isInformation() throws Exception {
    Alert alert = Notices.alert("disk_full", "", Alert.Severity.CRITICAL, "full: clean");
    working().deliver(Notices.notice("1", Notice.Kind.RESOLVED, alert, alert));
    assertThat(received())
        .containsExactly(
            "INFO CRITICAL disk_full: resolved (2): disk_full: full: clean; disk_full: full: clean");
  }

  @Test
  void toLog_isTheLog() {
    assertThat(Route.toLog().name()).isEqualTo("log");
  }
}
