package io.assay.adapters.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Flaw;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;

/// Any bytes at all, put to every importer: what cannot be understood is a flaw.
@Tag("fuzz")
class ImportFuzzTest {
  private static final MessageSource.Listener NOBODY =
      new MessageSource.Listener() {
        @Override
        public void heard(MessageEvent event) {
          assertThat(event.content()).isNotNull();
        }

        @Override
        public void named(ChannelId channel, String title) {}

        @Override
        public void flawed(Flaw flaw) {
          assertThat(flaw.cause()).isNotEmpty();
        }
      };

  private static ByteArrayInputStream bytes(FuzzedDataProvider data) {
    return new ByteArrayInputStream(data.consumeRemainingAsBytes());
  }

  private static Telling telling() {
    return new Telling("fuzz", NOBODY, InstantSource.system());
  }

  @FuzzTest
  void lines_ofAnyBytes_areMessagesOrFlaws(FuzzedDataProvider data) throws IOException {
    JsonLines.read(bytes(data), telling());
  }

  @FuzzTest
  void desktop_ofAnyBytes_isMessagesOrFlaws(FuzzedDataProvider data) throws IOException {
    Desktop.read(bytes(data), telling());
  }

  @FuzzTest
  void telethon_ofAnyBytes_isMessagesOrFlaws(FuzzedDataProvider data) {
    Telethon.read(bytes(data), telling());
  }

  @FuzzTest
  void html_ofAnyBytes_isMessagesOrFlaws(FuzzedDataProvider data) throws IOException {
    Html.read(bytes(data), telling());
  }

  @FuzzTest
  void line_ofAnyText_isToldOrBroken(FuzzedDataProvider data) {
    String line = new String(data.consumeRemainingAsBytes(), StandardCharsets.UTF_8);
    assertThatCode(() -> MessageLine.read(line)).doesNotThrowAnyException();
  }
}
