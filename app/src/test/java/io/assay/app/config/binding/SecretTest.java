package io.assay.app.config.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SecretTest {
  private final Secret<String> secret = new Secret<>("hunter2");

  private record Holder(Secret<String> token, Secret<URI> url) {}

  @Test
  void print_alone_isTheMask() {
    assertThat(secret).hasToString("<secret>");
    assertThat(String.format("%s", secret)).doesNotContain("hunter2");
  }

  @Test
  void print_insideARecord_isTheMask() {
    Holder holder = new Holder(secret, new Secret<>(URI.create("https://example.org/hunter2")));
    assertThat(holder.toString()).doesNotContain("hunter2");
  }

  @Test
  void serialise_aSecret_saysNothing() {
    assertThat(secret).isNotInstanceOf(java.io.Serializable.class);
    assertThat(
            JsonMapper.shared()
                .writeValueAsString(new Holder(secret, new Secret<>(URI.create("http://a")))))
        .doesNotContain("hunter2");
  }

  @Test
  void equals_comparesWhatItHolds_andItsHashSaysNothing() {
    assertThat(secret).isEqualTo(new Secret<>("hunter2")).isNotEqualTo(new Secret<>("hunter3"));
    assertThat(secret).hasSameHashCodeAs(new Secret<>("another"));
  }

  @Test
  void reveal_isTheOnlyWayToIt() {
    assertThat(secret.reveal()).isEqualTo("hunter2");
  }
}
