package io.assay.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValveTest {
  @Test
  void valve_closed_saysWhyUntilItIsOpen() {
    Valve valve = new Valve();
    assertThat(valve.isOpen()).isTrue();
    assertThat(valve.closed()).isEmpty();
    valve.close("memory");
    assertThat(valve.isOpen()).isFalse();
    assertThat(valve.closed()).isEqualTo("memory");
    valve.open();
    assertThat(valve.isOpen()).isTrue();
  }
}
