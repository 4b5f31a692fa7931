package io.assay.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.assay.core.mention.Mention;
import io.assay.core.mention.Place;
import io.assay.core.message.Button;
import io.assay.core.message.Content;
import io.assay.core.message.Context;
import io.assay.core.message.EntityKind;
import io.assay.core.message.Media;
import io.assay.core.message.TextEntity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;

/// Any message at all: nothing throws, and what is found stands where it is said to.
@Tag("fuzz")
class ReaderFuzzTest {
  private static final int MOST = 8;
  private static final Reader READER = new Reader();

  @FuzzTest
  void read_anyText_staysWithinIt(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    assertWithin(READER.read(Content.of(text)), Content.of(text));
  }

  @FuzzTest
  void read_anyEntitiesAndButtons_staysWithinTheText(FuzzedDataProvider data) {
    List<TextEntity> entities = new ArrayList<>();
    List<Button> buttons = new ArrayList<>();
    for (int i = data.consumeInt(0, MOST); i > 0; i--) {
      EntityKind kind = data.pickValue(EntityKind.values());
      int start = data.consumeInt(0, Integer.MAX_VALUE);
      int length = data.consumeInt(0, Integer.MAX_VALUE);
      entities.add(new TextEntity(kind, start, length, data.consumeString(200)));
    }
    for (int i = data.consumeInt(0, MOST); i > 0; i--) {
      buttons.add(new Button(data.consumeString(20), data.consumeString(200)));
    }
    Media media = data.pickValue(Media.values());
    String text = data.consumeRemainingAsString();
    Content content = new Content(text, entities, buttons, media, Context.NONE);
    Reading reading = READER.read(content);
    assertThat(reading).isEqualTo(READER.read(content));
    assertWithin(reading, content);
  }

  private static void assertWithin(Reading reading, Content content) {
    String text = content.text();
    int label = content.buttons().stream().mapToInt(one -> one.label().length()).max().orElse(0);
    for (Mention mention : reading.mentions()) {
      int longest = mention.span().place() == Place.BUTTON ? label : text.length();
      assertThat(mention.span().start()).isNotNegative();
      assertThat(mention.span().end()).isBetween(mention.span().start(), longest);
    }
    for (SymbolMention symbol : reading.symbols()) {
      assertThat(symbol.end()).isBetween(symbol.start(), text.length());
    }
  }
}
