package io.assay.app.cli.books;

import io.assay.app.record.Titles;
import io.assay.core.message.ChannelId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why words do not name one thing, in one line, with what they may have meant.
final class Candidates {
  private static final int SHOWN = 8;

  private Candidates() {}

  /// Of channels.
  ///
  /// @param found none, or several
  static String channels(String words, List<ChannelId> found, Titles titles) {
    return found.isEmpty()
        ? "there is no channel “" + words + "”; all of them: assay channels"
        : several(words, found.stream().map(id -> "“%s” (%s)".formatted(titles.of(id), id)));
  }

  /// Of anything.
  static String several(String words, Stream<String> found) {
    List<String> all = found.toList();
    String shown = all.stream().limit(SHOWN).collect(Collectors.joining(", "));
    int more = all.size() - SHOWN;
    return "“%s” may be %s%s".formatted(words, shown, more > 0 ? " and " + more + " more" : "");
  }
}
