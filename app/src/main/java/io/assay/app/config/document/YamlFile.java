package io.assay.app.config.document;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// What a YAML file says, and where it says it. JSON is YAML too. Aliases and tags are refused: a
/// configuration needs neither, and a few aliases can stand for more than fits into memory.
public final class YamlFile {
  private static final int LARGEST = 1 << 20;
  private static final int DEEPEST = 16;

  private final Path file;
  private final YAMLParser parser;
  private final List<Problem> problems;

  private YamlFile(Path file, YAMLParser parser, List<Problem> problems) {
    this.file = file;
    this.parser = parser;
    this.problems = problems;
  }

  /// Reads a file. One that is not YAML says nothing, and one of the problems says why.
  ///
  /// @param problems gets what is wrong
  public static Node read(Path file, List<Problem> problems) {
    try {
      String text = TextFile.read(file, LARGEST);
      refuseControls(file, text);
      return parse(file, text, problems);
    } catch (MisreadException e) {
      problems.add(e.problem());
      return new Node.Nothing(new Origin.Whole(file));
    }
  }

  private static void refuseControls(Path file, String text) throws MisreadException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
        throw new MisreadException(
            TextFile.place(file, text, i),
            String.format("a control character (U+%04X) stands here; take it out", (int) c));
      }
    }
  }

  private static Node parse(Path file, String text, List<Problem> problems)
      throws MisreadException {
    try (var parser =
        new YAMLFactory().createParser(ObjectReadContext.empty(), new StringReader(text))) {
      return new YamlFile(file, (YAMLParser) parser, problems).document();
    } catch (JacksonException e) {
      throw broken(file, e);
    }
  }

  private Node document() throws MisreadException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return new Node.Nothing(new Origin.Whole(file));
    }
    Node all = node(first, 1);
    if (all == null) {
      all = new Node.Nothing(new Origin.Whole(file));
    }
    if (parser.nextToken() != null) {
      problems.add(Problem.of(here(), "", "a second document begins here; a file holds one"));
    }
    return all;
  }

  /// What begins with a token.
  ///
  /// @return null for an alias or what has a tag, which is a problem already
  private @Nullable Node node(JsonToken token, int depth) throws MisreadException {
    Origin at = here();
    if (depth > DEEPEST) {
      throw new MisreadException(at, "is nested deeper than any key");
    }
    boolean foreign = isForeign(at);
    Node node =
        switch (token) {
          case START_OBJECT -> new Node.Keys(at, entries(depth));
          case START_ARRAY -> new Node.Items(at, items(depth));
          case VALUE_NULL -> new Node.Nothing(at);
          default -> new Node.Scalar(at, parser.getString());
        };
    return foreign ? null : node;
  }

  private boolean isForeign(Origin at) {
    boolean alias = parser.isCurrentAlias();
    if (alias || parser.getTypeId() != null) {
      String what = alias ? "an alias (*)" : "a tag (!)";
      problems.add(Problem.of(at, "", what + " is not read here; write out what it stands for"));
      return true;
    }
    return false;
  }

  private List<Node.Entry> entries(int depth) throws MisreadException {
    List<Node.Entry> entries = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Origin.Place at = here();
      String key = parser.currentName();
      Node value = node(parser.nextToken(), depth + 1);
      if (value != null) {
        entries.add(new Node.Entry(at, key, value));
      }
    }
    return entries;
  }

  private List<Node> items(int depth) throws MisreadException {
    List<Node> items = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      Node item = node(next, depth + 1);
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  private Origin.Place here() {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new Origin.Place(file, at.getLineNr(), at.getColumnNr());
  }

  private static MisreadException broken(Path file, JacksonException e) {
    if (e.getCause() instanceof MarkedYamlEngineException marked) {
      String problem = String.valueOf(marked.getProblem());
      Mark mark = marked.getProblemMark().orElseThrow();
      Mark begin = marked.getContextMark().orElse(mark);
      boolean open = problem.contains("end of stream") || problem.contains("<stream end>");
      return open && begin.getIndex() < mark.getIndex()
          ? misread(file, begin, "a quote or a bracket is opened here and never closed")
          : misread(file, mark, open ? "the file ends inside a bracket" : advice(problem));
    }
    TokenStreamLocation at = e.getLocation();
    return new MisreadException(
        at == null || at.getLineNr() < 1
            ? new Origin.Whole(file)
            : new Origin.Place(file, at.getLineNr(), at.getColumnNr()),
        "cannot be read as YAML from here on");
  }

  private static MisreadException misread(Path file, Mark mark, String why) {
    return new MisreadException(
        new Origin.Place(file, mark.getLine() + 1, mark.getColumn() + 1), why);
  }

  /// The commonest slips in words for whoever made them, the others in those of the parser, which
  /// hold nothing of the file but single characters and the names of tokens.
  private static String advice(String said) {
    if (said.contains("\\t(TAB)")) {
      return "a tab stands here; indent with spaces";
    }
    if (said.startsWith("mapping values")) {
      return "a colon does not fit here; put a value that holds one in quotes, or see the indents";
    }
    if (said.startsWith("expected <block end>")) {
      return "does not line up with the lines above; see the indents";
    }
    return said.contains("cannot start any token")
        ? "a value cannot begin with this character; put it in quotes"
        : "is no YAML: " + Shown.plain(said);
  }
}
