package io.assay.adapters.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.runtime.ManualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WebhookTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Test case 2 of RFC 4231.
  @Test
  void signature_ofTheRfcsExample_isTheRfcsAnswer() {
    assertThat(Webhook.signature(bytes("Jefe"), bytes("what do ya want for nothing?")))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void headerValue_aPlainKey_isItself() {
    assertThat(Webhook.headerValue("component_down/prices@7")).isEqualTo("component_down/prices@7");
  }

  @Test
  void headerValue_whatNoHeaderMayHold_isItsDigest() {
    for (String key :
        new String[] {"", "two words", "line\r\nX-Evil: 1", "Überschrift", "k".repeat(201)}) {
      assertThat(Webhook.headerValue(key)).as(key).matches("[0-9a-f]{64}");
    }
    assertThat(Webhook.headerValue("a b")).isNotEqualTo(Webhook.headerValue("a c"));
  }

  @Test
  void open_whatIsNoUrl_isRefusedWithoutSayingIt() {
    for (String url :
        new String[] {"s3cret", "ftp://h/s3cret", "http:///s3cret", "http://h/ s3cret", ""}) {
      assertThatThrownBy(() -> new Webhook(url, null, new ManualTime(), Duration.ofSeconds(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the address of the webhook is no http or https URL")
          .hasNoCause();
    }
  }

  @Test
  void open_anEmptySecret_isRefused() {
    assertThatThrownBy(() -> new Webhook("http://h/", "", new ManualTime(), Duration.ofSeconds(1)))
        .hasMessage("the secret of the webhook is empty");
  }
}
