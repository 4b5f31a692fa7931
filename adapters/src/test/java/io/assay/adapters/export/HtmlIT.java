package io.assay.adapters.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.message.Button;
import io.assay.core.message.ChannelId;
import io.assay.core.message.EntityKind;
import io.assay.core.message.Flaw;
import io.assay.core.message.Media;
import io.assay.core.message.MessageEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Pages of a Desktop export as HTML.
class HtmlIT extends Hearing {
  @Test
  void html_aPage_isReadWhole() throws IOException {
    read(HTML);
    assertThat(flaws).isEmpty();
    ChannelId channel = ChannelId.ofTitle("Pump Room");
    assertThat(titles).containsEntry(channel, "Pump Room");
    assertThat(ids()).containsExactly(5L, 6L, 7L);
    MessageEvent post = events.get(1);
    assertThat(post.chat()).isEqualTo(channel);
    assertThat(post.at()).isEqualTo(Instant.parse("2021-01-28T11:19:09Z"));
    assertThat(post.content().text()).isEqualTo("Buy $XRP now\nchart 0xabc");
    assertThat(post.content().entities())
        .extracting(e -> e.kind() + ":" + e.of(post.content().text()))
        .containsExactly("CASHTAG:$XRP", "BOLD:now", "TEXT_LINK:chart", "CODE:0xabc");
    assertThat(post.content().entities().get(0).kind()).isEqualTo(EntityKind.CASHTAG);
    assertThat(post.content().context().replyTo()).isEqualTo(5);
    assertThat(events.get(0).content().media()).isEqualTo(Media.SERVICE);
    assertThat(events.get(2).content().media()).isEqualTo(Media.PHOTO);
    assertThat(events.get(2).at()).isEqualTo(Instant.parse("2021-01-28T21:19:10Z"));
  }

  private static long line(String page, String at) {
    return page.substring(0, page.indexOf(at) + 1).lines().count();
  }

  private static int bytes(String page, String before) {
    return page.substring(0, page.indexOf(before)).getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void html_flawedMessages_areNamedWithLineAndByteAndTheRestGoesOn() throws IOException {
    String six = "<div class=\"message default clearfix\" id=\"message6\">";
    String seven = "<div class=\"message default clearfix joined\" id=\"message7\">";
    String page =
        HTML.replace("A joined", "Zoë 😀 joined")
            .replace("28.01.2021 21:19:09", "soon")
            .replace(" title=\"28.01.2021 21:19:10\"", "");
    read(page);
    assertThat(ids()).isEmpty();
    assertThat(causes())
        .containsExactly(
            "in:4 (byte "
                + bytes(page, "<div class=\"message service\" id=\"message5\">")
                + "): "
                + "message5: message 5 has no date",
            "in:"
                + line(page, six)
                + " (byte "
                + bytes(page, six)
                + "): message6: “soon UTC+10:00” is no time",
            "in:"
                + line(page, seven)
                + " (byte "
                + bytes(page, seven)
                + "): message7: has no date");
  }

  @Test
  void html_aMessageWithoutAnId_isNamed() throws IOException {
    String page = HTML.replace(" id=\"message6\"", "").replace("message7", "messageX");
    read(page);
    assertThat(ids()).containsExactly(5L);
    assertThat(causes())
        .containsExactly(
            "in:5 (byte " + bytes(page, "<div class=\"message default clearfix\">") + "): " + NO_ID,
            "in:11 (byte "
                + bytes(page, "<div class=\"message default clearfix joined")
                + "): messageX: the id is no number");
  }

  @Test
  void html_bytesThatAreNoUtf8_moveNoFlaw() throws IOException {
    String page = HTML.replace("A joined", "A??? joined").replace("message7", "messageX");
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    int at = page.indexOf("???");
    bytes[at] = (byte) 0xE2;
    bytes[at + 1] = (byte) 0x82;
    bytes[at + 2] = (byte) 0xFF;
    read(bytes);
    assertThat(ids()).containsExactly(5L, 6L);
    assertThat(flaws)
        .extracting(Flaw::offset)
        .containsExactly((long) bytes(page, "<div class=\"message default clearfix joined"));
  }

  @Test
  void html_aPageCutOff_saysSo() throws IOException {
    String half = HTML.substring(0, HTML.indexOf("<code>"));
    read(half);
    assertThat(ids()).containsExactly(5L, 6L);
    assertThat(causes())
        .containsExactly(
            "in:10 (byte "
                + half.length()
                + "): the page ends early, maybe within its last message");
  }

  @Test
  void html_buttonsThatLink_areButtons() throws IOException {
    String button =
        """
        <table class="bot_buttons_table"><tbody><tr><td class="bot_button_row">
        <div class="bot_button"><a href="https://a.b/token"><div>Chart</div></a></div>
        <div class="bot_button"><div>Not a link</div></div></td></tr></tbody></table>
        """;
    read(HTML.replace("<code>0xabc</code></div>", "<code>0xabc</code></div>" + button));
    assertThat(events.get(1).content().buttons())
        .containsExactly(new Button("Chart", "https://a.b/token"));
  }
}
