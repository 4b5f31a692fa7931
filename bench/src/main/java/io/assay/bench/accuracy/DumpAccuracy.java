package io.assay.bench.accuracy;

import io.assay.adapters.export.MessageLine;
import io.assay.core.mention.Mention;
import io.assay.core.message.Button;
import io.assay.core.message.Content;
import io.assay.core.message.Media;
import io.assay.core.message.TextEntity;
import io.assay.core.reading.Reader;
import io.assay.core.reading.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Every message of the dump: nothing throws, nothing invalid comes out, and the EVM addresses that
/// a dumb search of the line finds are found, by the place where they stand.
final class DumpAccuracy {
  private static final Pattern EVM = Pattern.compile("0x[0-9a-fA-F]{40}(?![0-9a-fA-F])");

  private final Dump dump;
  private final Reader reader = new Reader();
  private final Map<String, long[]> places = new TreeMap<>();
  private final Map<String, Long> chains = new TreeMap<>();
  private final Found byChain = new Found();
  private final Moods moods = new Moods();
  private long mentions;
  private long messages;
  private long broken;
  private long thrown;
  private long invalid;
  private long wrongChecksums;

  DumpAccuracy(Path data) {
    dump = new Dump(data);
  }

  void report(Accuracy report) throws IOException {
    dump.read((_, line) -> read(line));
    report.title("Every message: " + messages + ", " + broken + " broken lines");
    report.row("chain", "mentions");
    chains.forEach((chain, count) -> report.row(chain, count));
    report.goal("messages read without an exception", share(messages - thrown, messages), 1);
    report.goal("addresses that are valid", 1 - (double) invalid / Math.max(1, mentions), 1);
    report.title("EVM addresses, against a search of the raw line");
    report.row("place", "there", "found", "recall");
    long there = 0;
    long found = 0;
    for (Map.Entry<String, long[]> place : places.entrySet()) {
      long[] counts = place.getValue();
      report.row(place.getKey(), counts[0], counts[1], Matrix.text(share(counts[1], counts[0])));
      there += counts[0];
      found += counts[1];
    }
    report.row("wrong checksum, rejected", wrongChecksums);
    for (Map.Entry<String, long[]> place : places.entrySet()) {
      long[] counts = place.getValue();
      report.goal("EVM recall, " + place.getKey(), share(counts[1], counts[0]), 0.99);
    }
    report.goal("EVM recall", share(found, there), 0.99);
    byChain.report(report);
    moods.report(report);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  private void read(String line) {
    if (!(MessageLine.read(line) instanceof MessageLine.Told(Content content, _))) {
      broken++;
      return;
    }
    messages++;
    Reading reading;
    try {
      reading = reader.read(content);
    } catch (RuntimeException | StackOverflowError e) {
      thrown++;
      System.err.println("a message throws " + e);
      return;
    }
    Set<String> found =
        reading.mentions().stream()
            .map(Mention::display)
            .map(DumpAccuracy::lower)
            .collect(Collectors.toSet());
    for (Mention mention : reading.mentions()) {
      chains.merge(mention.token().chain().word(), 1L, Long::sum);
      mentions++;
      invalid += Validity.isValid(mention) ? 0 : 1;
    }
    search(content, line, found);
    byChain.compare(content, reading);
    moods.hear(content, reading.sentiment());
  }

  private void search(Content content, String line, Set<String> found) {
    Set<String> seen = new HashSet<>();
    boolean shows = content.media() != Media.NONE && content.media() != Media.WEB_PAGE;
    for (TextEntity entity : content.entities()) {
      switch (entity.kind()) {
        case TEXT_LINK -> count("hidden link", entity.target(), found, seen);
        case CODE, PRE -> count("code", entity.of(content.text()), found, seen);
        default -> {}
      }
    }
    for (Button button : content.buttons()) {
      count("button", button.target(), found, seen);
    }
    count(shows ? "caption" : "text", content.text(), found, seen);
    count("anywhere in the line", said(line), found, seen);
  }

  /// Only what the message says: the preview of a page that it links to is not the channel's word.
  private static String said(String line) {
    var json = Dump.json(line);
    return json.path("message") + " " + json.path("entities") + " " + json.path("reply_markup");
  }

  private void count(String place, String text, Set<String> found, Set<String> seen) {
    Matcher matcher = EVM.matcher(text);
    while (matcher.find()) {
      String address = matcher.group();
      if (!seen.add(lower(address)) && !place.equals("code")) {
        continue;
      }
      if (Validity.isEvm(address)) {
        long[] counts = places.computeIfAbsent(place, _ -> new long[2]);
        counts[0]++;
        counts[1] += found.contains(lower(address)) ? 1 : 0;
      } else {
        wrongChecksums++;
      }
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
