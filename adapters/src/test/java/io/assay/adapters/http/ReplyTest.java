package io.assay.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplyTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static Fault fault(int status) {
    return new Reply(status, "7").fault("the webhook", NOON);
  }

  private static Duration leastWait(String retryAfter) {
    return new Reply(429, retryAfter).fault("the webhook", NOON).leastWait();
  }

  @Test
  void isSuccess_twoHundreds_only() {
    for (int status : new int[] {200, 201, 202, 204, 299}) {
      assertThat(new Reply(status, "").isSuccess()).as("%d", status).isTrue();
    }
    for (int status : new int[] {101, 199, 300, 302, 400, 500}) {
      assertThat(new Reply(status, "").isSuccess()).as("%d", status).isFalse();
    }
  }

  @Test
  void fault_whatPassesByItself_isTemporaryWithItsWait() {
    for (int status : new int[] {408, 425, 429, 500, 502, 503, 504, 599}) {
      assertThat(fault(status).kind()).as("%d", status).isEqualTo(ErrorKind.TEMPORARY);
      assertThat(fault(status).leastWait()).as("%d", status).isEqualTo(Duration.ofSeconds(7));
    }
  }

  @Test
  void fault_whatSomebodyMustPutRight_isOperational() {
    for (int status : new int[] {301, 302, 304, 308, 400, 401, 403, 404, 405, 410, 413, 422, 101}) {
      assertThat(fault(status).kind()).as("%d", status).isEqualTo(ErrorKind.OPERATIONAL);
      assertThat(fault(status)).hasMessageStartingWith("the webhook answers " + status + ": ");
    }
  }

  @Test
  void leastWait_inSeconds_isThat() {
    assertThat(leastWait("0")).isEqualTo(Duration.ZERO);
    assertThat(leastWait(" 120 ")).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void leastWait_untilAnInstant_isFromNow() {
    assertThat(leastWait("Sun, 01 Mar 2026 12:01:30 GMT")).isEqualTo(Duration.ofSeconds(90));
    assertThat(leastWait("Sun, 01 Mar 2026 11:00:00 GMT")).isEqualTo(Duration.ZERO);
  }

  @Test
  void leastWait_absentOrARiddle_isNone() {
    for (String text : new String[] {"", "soon", "-5", "1.5", "9".repeat(40), "Sun, 99 Mar"}) {
      assertThat(leastWait(text)).as(text).isEqualTo(Duration.ZERO);
    }
  }

  @Test
  void leastWait_absurdlyLong_isADay() {
    assertThat(leastWait("999999999")).isEqualTo(Duration.ofDays(1));
    assertThat(leastWait("Fri, 01 Mar 2126 12:00:00 GMT")).isEqualTo(Duration.ofDays(1));
  }
}
