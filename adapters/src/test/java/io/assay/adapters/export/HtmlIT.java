package io.assay.adapters.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.message.ChannelId;
import io.assay.core.message.EntityKind;
import io.assay.core.message.Media;
import io.assay.core.message.MessageEvent;
import java.io.IOException;
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
}
