package io.assay.bench;

import io.assay.adapters.export.ExportFile;
import io.assay.core.asset.Chain;
import io.assay.core.mention.Mentions;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Content;
import io.assay.core.message.Flaw;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.MessageSource;
import io.assay.core.reading.Reader;
import io.assay.core.reading.Sentiment;
import io.assay.core.terms.Terms;
import io.assay.core.text.Folded;
import io.assay.core.text.Words;
import io.assay.sim.History;
import io.assay.sim.HistoryPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Reading messages, beside the two regular expressions with which tools of this kind look for
/// addresses. The expressions find less and judge nothing; they are the yardstick, not a rival.
///
/// Reads the posts of the system property `bench.export`, a file or a folder of them, else those of
/// the samples. The parts say where the time of a reading goes; what is in none of them are the
/// rules of the lexicon, the tickers and the verdict.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ExtractionBench {
  private static final Pattern EVM = Pattern.compile("\\b0x[0-9a-fA-F]{40}\\b");
  private static final Pattern SOLANA = Pattern.compile("\\b[1-9A-HJ-NP-Za-km-z]{32,44}\\b");

  private final Reader reader = new Reader();
  private Content[] posts = {};
  private int next;

  @Setup
  public void load() throws IOException {
    List<Content> all = new ArrayList<>();
    String export = System.getProperty("bench.export", "");
    if (export.isEmpty()) {
      History.of(HistoryPlan.samples()).events().forEach(event -> all.add(event.content()));
    } else {
      Path given = Path.of(export);
      try (Stream<Path> files = Files.isDirectory(given) ? Files.list(given) : Stream.of(given)) {
        files.sorted().forEach(file -> tell(file, all));
      }
    }
    posts = all.stream().filter(post -> !post.text().isEmpty()).toArray(Content[]::new);
  }

  private static void tell(Path file, List<Content> all) {
    new ExportFile(file)
        .tell(
            new MessageSource.Listener() {
              @Override
              public void heard(MessageEvent event) {
                all.add(event.content());
              }

              @Override
              public void named(ChannelId channel, String title) {}

              @Override
              public void flawed(Flaw flaw) {}
            });
  }

  private Content post() {
    next = next + 1 < posts.length ? next + 1 : 0;
    return posts[next];
  }

  /// Messages read a second, one thread.
  @Benchmark
  public Object assay() {
    return reader.read(post());
  }

  /// Folded and divided into words, and no more: the first part of every reading.
  @Benchmark
  public Object partWords() {
    return Words.of(Folded.of(post().text()));
  }

  /// Words, and the addresses among them.
  @Benchmark
  public Object partWordsAndMentions() {
    Content post = post();
    Folded folded = Folded.of(post.text());
    return Mentions.of(post, folded, Words.of(folded), Chain.EVM);
  }

  /// Words, and the terms of a trade.
  @Benchmark
  public Object partWordsAndTerms() {
    Folded folded = Folded.of(post().text());
    return Terms.of(folded, Words.of(folded));
  }

  /// Words, and how they feel.
  @Benchmark
  public Object partWordsAndSentiment() {
    Folded folded = Folded.of(post().text());
    return Sentiment.of(folded, Words.of(folded));
  }

  /// Messages searched a second by the two expressions.
  @Benchmark
  public int twoExpressions() {
    String text = post().text();
    int found = 0;
    for (Pattern pattern : new Pattern[] {EVM, SOLANA}) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found++;
      }
    }
    return found;
  }
}
