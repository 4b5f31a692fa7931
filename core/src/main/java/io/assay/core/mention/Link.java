package io.assay.core.mention;

import io.assay.core.text.Letters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A link as it bears on one address in it, taken apart in one pass. Where a link holds another one
/// (`?url=https://…`, `%3A%2F%2F` too), it is the inner one that the address is in. Everything is
/// in lower case, with `%2F` and `&amp;` as what they stand for.
///
/// @param host without `www.`, user and port; empty where there is none
/// @param segments of the path, then those of a path in the fragment: `#/swap`
/// @param queries the pairs behind the `?`
/// @param anchor a fragment that is no path
/// @param here the part that the address is in; null where it is in none
/// @param written how the address is written
record Link(
    String host,
    List<String> segments,
    List<Part> queries,
    String anchor,
    @Nullable Part here,
    Form written) {
  Link {
    segments = List.copyOf(segments);
    queries = List.copyOf(queries);
  }

  /// A piece of a link.
  ///
  /// @param segment its number among the segments; [#QUERY] or [#ANCHOR]
  /// @param name of a pair; else empty
  /// @param text the value of a pair, or the whole piece
  /// @param before as much of the text as stands before the address, if it is in this part
  record Part(int segment, String name, String text, String before) {
    static final int QUERY = -1;
    static final int ANCHOR = -2;

    boolean isPair(String of) {
      return segment == QUERY && name.equals(of);
    }
  }

  /// How an address is written.
  ///
  /// @param lower whether without a capital letter
  /// @param suffix the word joined to its end by `-` or `_`; empty where none is
  record Form(boolean lower, String suffix) {
    static Form of(String link, int position) {
      boolean capital = false;
      int end = position;
      while (end < link.length() && Letters.isWord(link.charAt(end))) {
        capital |= Letters.isUpper(link.charAt(end));
        end++;
      }
      boolean joined = end < link.length() && (link.charAt(end) == '-' || link.charAt(end) == '_');
      int from = joined ? end + 1 : end;
      int to = from;
      while (joined && to < link.length() && Letters.isWord(link.charAt(to))) {
        to++;
      }
      return new Form(
          end > position && !capital, link.substring(from, to).toLowerCase(Locale.ROOT));
    }
  }

  /// The link about the address that begins at the position.
  static Link at(String link, int position) {
    return new Pass(link, position).link();
  }

  /// A pass over a link.
  private static final class Pass {
    private static final Set<String> TELEGRAM = Set.of("telegram.me", "telegram.dog", "resolve");
    private static final List<String> PREFIXES = List.of("www.", "m.", "mobile.");
    private static final int NOWHERE = -1;

    private final String source;
    private final int position;
    private final StringBuilder word = new StringBuilder();
    private final List<String> segments = new ArrayList<>();
    private final List<Part> queries = new ArrayList<>();
    private State state = State.HOST;
    private String host = "";
    private String name = "";
    private String anchor = "";
    private @Nullable Part here;
    private int mark = NOWHERE;
    private int at;

    private enum State {
      HOST,
      PATH,
      NAME,
      VALUE,
      ANCHOR
    }

    Pass(String source, int position) {
      this.source = source;
      this.position = position;
    }

    Link link() {
      while (at < source.length()) {
        if (at >= position && mark == NOWHERE) {
          mark = word.length();
        }
        boolean before = at < position;
        char letter = next();
        if (letter == ':' && before && areSlashes()) {
          host = "";
          clear(State.HOST);
        } else {
          take(letter, before);
        }
      }
      if (mark == NOWHERE) {
        mark = word.length();
      }
      put();
      return new Link(host, segments, queries, anchor, here, Form.of(source, position));
    }

    /// The next character, with what stands for it passed over.
    private char next() {
      char letter = source.charAt(at++);
      if (letter == '&') {
        while (source.startsWith("amp;", at)) {
          at += 4;
        }
      } else if (letter == '%') {
        int digits = at;
        while (source.startsWith("25", digits)) {
          digits += 2;
        }
        int code = digits + 2 <= source.length() ? hex(digits) : NOWHERE;
        if (code >= ' ' && code < 0x7F) {
          at = digits + 2;
          return (char) code;
        }
      }
      return letter;
    }

    private int hex(int digits) {
      int high = Character.digit(source.charAt(digits), 16);
      int low = Character.digit(source.charAt(digits + 1), 16);
      return high < 0 || low < 0 ? NOWHERE : high << 4 | low;
    }

    /// Passes over two slashes if they come next.
    private boolean areSlashes() {
      int back = at;
      for (int i = 0; i < 2; i++) {
        if (at == source.length() || next() != '/') {
          at = back;
          return false;
        }
      }
      return true;
    }

    /// Begins anew with a link inside.
    private void clear(State next) {
      segments.clear();
      queries.clear();
      anchor = "";
      name = "";
      word.setLength(0);
      state = next;
    }

    private void take(char letter, boolean before) {
      switch (letter) {
        case '/', '\\' -> slash(before);
        case '?' -> {
          put();
          state = State.NAME;
        }
        case '#' -> {
          put();
          state = State.ANCHOR;
        }
        case '&' -> ampersand();
        case '=' -> equal();
        default -> word.append(Character.toLowerCase(letter));
      }
    }

    private void slash(boolean before) {
      switch (state) {
        case HOST, PATH -> {
          put();
          state = State.PATH;
        }
        case VALUE, NAME -> {
          if (before && isHost()) {
            host = host(word.toString());
            clear(State.PATH);
          } else {
            word.append('/');
          }
        }
        case ANCHOR -> {
          if (word.isEmpty() || word.charAt(0) == '!') {
            word.setLength(0);
            state = State.PATH;
          } else {
            word.append('/');
          }
        }
      }
    }

    private void ampersand() {
      if (state == State.NAME || state == State.VALUE) {
        put();
        state = State.NAME;
      } else {
        word.append('&');
      }
    }

    private void equal() {
      if (state == State.NAME) {
        name = word.toString();
        word.setLength(0);
        mark = mark == NOWHERE ? NOWHERE : 0;
        state = State.VALUE;
      } else {
        word.append('=');
      }
    }

    /// Whether the word could be that of a host: a name with a dot.
    private boolean isHost() {
      boolean dotted = false;
      for (int i = 0; i < word.length(); i++) {
        char letter = word.charAt(i);
        dotted |= letter == '.' && i > 0;
        if (!Letters.isWord(letter) && letter != '.' && letter != '-') {
          return false;
        }
      }
      return dotted;
    }

    /// Ends a part.
    private void put() {
      String text = word.toString();
      word.setLength(0);
      switch (state) {
        case HOST -> host = host(text);
        case PATH -> {
          if (!text.isEmpty()) {
            meet(new Part(segments.size(), "", text, before(text)));
            segments.add(text);
          }
        }
        case NAME, VALUE -> {
          Part pair = new Part(Part.QUERY, name, text, before(text));
          meet(pair);
          queries.add(pair);
          name = "";
        }
        case ANCHOR -> {
          anchor = text;
          meet(new Part(Part.ANCHOR, "", text, before(text)));
        }
      }
    }

    private String before(String text) {
      return mark == NOWHERE ? "" : text.substring(0, Math.min(mark, text.length()));
    }

    private void meet(Part part) {
      if (mark != NOWHERE && here == null) {
        here = part;
      }
    }

    private static String host(String authority) {
      String host = authority.substring(authority.lastIndexOf('@') + 1);
      int port = host.indexOf(':');
      host = port < 0 ? host : host.substring(0, port);
      for (String prefix : PREFIXES) {
        host = host.startsWith(prefix) ? host.substring(prefix.length()) : host;
      }
      return TELEGRAM.contains(host) ? "t.me" : host;
    }
  }
}
