package io.assay.adapters.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.canon.CanonWriter;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.Flaw;
import io.assay.core.message.Flaws;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageRef;
import io.assay.core.message.MessageSource;
import io.assay.core.message.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChronicleIT {
  private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

  @TempDir Path folder;

  /// Sources of random messages, many at the same instant, some told twice.
  private static List<MessageSource> sources(long seed, int count, int each) {
    SplittableRandom random = new SplittableRandom(seed);
    List<MessageSource> sources = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      List<MessageEvent> events = new ArrayList<>();
      for (int i = 0; i < each; i++) {
        Instant at = NOON.plusSeconds(random.nextInt(500));
        MessageRef ref = new MessageRef(new ChannelId(random.nextInt(3)), random.nextInt(200));
        Content content = Content.of("text " + random.nextInt(50) + " ".repeat(random.nextInt(99)));
        events.add(MessageEvent.imported(ref, Timing.imported(at), content));
      }
      int number = s;
      sources.add(listener -> {
        events.forEach(listener::heard);
        listener.named(new ChannelId(1), "title " + number);
        listener.flawed(new Flaw("source " + number, 0, -1, "odd"));
      });
    }
    return sources;
  }

  private List<Told> order(List<MessageSource> sources, long bytes, int threads)
      throws IOException {
    List<Told> order = new ArrayList<>();
    try (Chronicle chronicle =
            Chronicle.of(sources, new Chronicle.Settings(folder, bytes, threads));
        Tellings tellings = chronicle.open()) {
      tellings.forEachRemaining(order::add);
      assertThat(chronicle.extent().size()).isEqualTo(order.size());
    }
    assertNothingLeft();
    return order;
  }

  private void assertNothingLeft() throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private static List<Told> plain(List<MessageSource> sources) throws IOException {
    List<Told> all = new ArrayList<>();
    CanonWriter scratch = new CanonWriter();
    for (MessageSource source : sources) {
      source.tell(
          new MessageSource.Listener() {
            @Override
            public void heard(MessageEvent event) {
              all.add(Told.of(event, scratch));
            }

            @Override
            public void named(ChannelId channel, String title) {}

            @Override
            public void flawed(Flaw flaw) {}
          });
    }
    Collections.sort(all);
    return all;
  }

  @Test
  void open_whateverTheMemoryThreadsAndSources_isTheSameOrder() throws IOException {
    List<MessageSource> sources = sources(1, 7, 300);
    List<Told> wanted = plain(sources);
    for (long bytes : new long[] {1, 5_000, 100_000, 1 << 30}) {
      for (int threads : new int[] {1, 2}) {
        Collections.shuffle(sources, new Random(bytes));
        List<Told> got = order(sources, bytes, threads);
        assertThat(got).as("%d bytes, %d threads", bytes, threads).isEqualTo(wanted);
        assertThat(got.getFirst().fingerprint()).isEqualTo(wanted.getFirst().fingerprint());
      }
    }
  }

  @Test
  void of_sources_keepsFlawsInTheirOrderAndTheLastTitle() throws IOException {
    for (int threads : new int[] {1, 2}) {
      try (Chronicle chronicle =
          Chronicle.of(sources(2, 9, 20), new Chronicle.Settings(folder, 1000, threads))) {
        assertThat(chronicle.flaws())
            .allMatch(flaws -> flaws.count() == 1)
            .extracting(flaws -> flaws.first().getFirst().where())
            .containsExactly(
                "source 0",
                "source 1",
                "source 2",
                "source 3",
                "source 4",
                "source 5",
                "source 6",
                "source 7",
                "source 8");
        assertThat(chronicle.titles()).containsEntry(new ChannelId(1), "title 8");
      }
    }
  }

  @Test
  void of_aSourceFullOfFlaws_keepsTheFirstOfThemAndCountsAll() throws IOException {
    MessageSource broken =
        listener -> {
          for (int line = 1; line <= 100_000; line++) {
            listener.flawed(new Flaw("broken", line, -1, "is no message"));
          }
        };
    MessageSource other = listener -> listener.flawed(new Flaw("other", 3, -1, "is no message"));
    try (Chronicle chronicle =
        Chronicle.of(List.of(broken, other), new Chronicle.Settings(folder, 1000, 2))) {
      assertThat(chronicle.flaws()).extracting(Flaws::count).containsExactly(100_000L, 1L);
      assertThat(chronicle.flaws().getFirst().first())
          .hasSize(Flaws.SHOWN)
          .last()
          .hasToString("broken:50: is no message");
      assertThat(chronicle.flaws().getLast().first()).hasSize(1);
    }
  }

  @Test
  void extent_ofEvents_isTheirFirstAndLast() throws IOException {
    List<MessageSource> sources = sources(3, 2, 50);
    List<Told> all = plain(sources);
    try (Chronicle chronicle = Chronicle.of(sources, new Chronicle.Settings(folder, 999, 2))) {
      assertThat(chronicle.extent().first().toEpochMilli()).isEqualTo(all.getFirst().at());
      assertThat(chronicle.extent().last().toEpochMilli()).isEqualTo(all.getLast().at());
    }
  }

  @Test
  void of_nothing_isEmpty() throws IOException {
    assertThat(order(List.of(), 1000, 2)).isEmpty();
  }

  @Test
  void of_aSourceThatBreaks_leavesNothingBehind() throws IOException {
    List<MessageSource> sources = sources(4, 3, 100);
    sources.add(_ -> {
      throw new IOException("the disk is gone");
    });
    assertThatThrownBy(() -> Chronicle.of(sources, new Chronicle.Settings(folder, 500, 2)))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is gone");
    assertNothingLeft();
  }
}
