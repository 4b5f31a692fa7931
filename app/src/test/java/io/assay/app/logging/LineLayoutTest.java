package io.assay.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineLayoutTest {
  private final LoggerContext context = new LoggerContext();

  private LoggingEvent event(Level level, String message, @Nullable Throwable failure) {
    context.putProperty(Logging.SYSTEM, "3fa9c2d1");
    LoggingEvent event =
        new LoggingEvent(
            "", context.getLogger("io.assay.runtime.Fold"), level, message, failure, new Object[0]);
    event.setInstant(Instant.parse("2026-02-03T04:05:06.789Z"));
    event.setThreadName("assay-fold");
    return event;
  }

  @Test
  void line_ofAnEvent_saysWhenWhoAndWhat() {
    assertThat(new LineLayout(false, true).doLayout(event(Level.INFO, "512 folded", null)))
        .isEqualTo("2026-02-03T04:05:06.789Z INFO  [3fa9c2d1] assay-fold Fold: 512 folded\n");
  }

  @Test
  void line_withColours_colourOnlyWhatIsWrong() {
    LineLayout layout = new LineLayout(true, false);
    assertThat(layout.doLayout(event(Level.ERROR, "x", null))).contains("\u001b[31mERROR\u001b[0m");
    assertThat(layout.doLayout(event(Level.WARN, "x", null))).contains("\u001b[33mWARN \u001b[0m");
    assertThat(layout.doLayout(event(Level.INFO, "x", null))).doesNotContain("\u001b");
  }

  @Test
  void line_ofWhatASenderWrote_isOneLineAndMovesNoCursor() {
    String forged = "hi\n2026-02-03T04:05:06.789Z ERROR all is lost\r\u001b[2J\u202e";
    String line = new LineLayout(false, true).doLayout(event(Level.INFO, forged, null));
    assertThat(line.lines()).hasSize(1);
    assertThat(line).doesNotContain("\u001b", "\r", "\u202e").contains("\\u000a", "\\u001b");
  }

  @Test
  void line_ofAFailure_onAConsole_isItsMessage() {
    String line =
        new LineLayout(false, false)
            .doLayout(event(Level.WARN, "not written", new IOException("disk\nfull")));
    assertThat(line).endsWith("Fold: not written (IOException: disk\\u000afull)\n");
  }

  @Test
  void line_ofAFailure_inAFile_isItsStackBehindIndents() {
    String text =
        new LineLayout(false, true)
            .doLayout(event(Level.WARN, "not written", new IOException("a\n2026 forged")));
    assertThat(text.lines().skip(1)).isNotEmpty().allSatisfy(l -> assertThat(l).startsWith("  "));
    assertThat(text).contains("at io.assay.app.logging.LineLayoutTest");
  }
}
