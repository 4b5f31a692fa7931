package io.assay.app.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that nobody should have to read.
class YamlFileIT {
  @TempDir Path folder;
  private Path file;
  private final List<Problem> problems = new ArrayList<>();

  @BeforeEach
  void name() {
    file = folder.resolve("a.yml");
  }

  private Node read(byte... bytes) throws IOException {
    Files.write(file, bytes);
    return YamlFile.read(file, problems);
  }

  private Node read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private String problem() {
    assertThat(problems).hasSize(1);
    return problems.getFirst().toString().replace(folder + "/", "");
  }

  @Test
  void read_keys_knowTheirPlaces() throws IOException {
    Node node = read("a:\n  b: 1\n  c: [x, \"y z\"]\nd:\n");
    var keys = (Node.Keys) node;
    assertThat(keys.all()).extracting(Node.Entry::key).containsExactly("a", "d");
    assertThat(keys.all().get(1).value()).isInstanceOf(Node.Nothing.class);
    var a = (Node.Keys) keys.all().getFirst().value();
    assertThat(a.all().get(0).at()).isEqualTo(new Origin.Place(file, 2, 3));
    assertThat(a.all().get(0).value())
        .isEqualTo(new Node.Scalar(new Origin.Place(file, 2, 6), "1"));
    var c = (Node.Items) a.all().get(1).value();
    assertThat(c.all().get(1)).isEqualTo(new Node.Scalar(new Origin.Place(file, 3, 10), "y z"));
    assertThat(problems).isEmpty();
  }

  @Test
  void read_scalars_areTheirTextWhateverYamlTakesThemFor() throws IOException {
    var keys = (Node.Keys) read("{a: 007, b: 1_0, c: yes, d: 1.50, e: 'null', f: null}");
    assertThat(keys.all())
        .extracting(Node.Entry::value)
        .extracting(value -> value instanceof Node.Scalar scalar ? scalar.text() : "nothing")
        .containsExactly("007", "1_0", "yes", "1.50", "null", "nothing");
  }

  @Test
  void read_nothing_isNothing() throws IOException {
    for (String empty : List.of("", "\n\n", "# a remark\n", "---\n", "\uFEFF")) {
      assertThat(read(empty)).as(empty).isInstanceOf(Node.Nothing.class);
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void read_byteOrderMarkAndWindowsLines_areFine() throws IOException {
    assertThat(read("\uFEFFa: 1\r\nb: 2\r\n")).isInstanceOf(Node.Keys.class);
    assertThat(problems).isEmpty();
  }

  @Test
  void read_utf16_isNamed() throws IOException {
    read("a: 1\n".getBytes(StandardCharsets.UTF_16));
    assertThat(problem()).isEqualTo("a.yml:1:1: is UTF-16; save it as UTF-8");
    problems.clear();
    byte[] little = "\uFEFFa: 1\n".getBytes(StandardCharsets.UTF_16LE);
    read(little);
    assertThat(problem()).isEqualTo("a.yml:1:1: is UTF-16; save it as UTF-8");
  }

  @Test
  void read_anotherEncoding_isNamedWithItsPlace() throws IOException {
    read("a: 1\nb: Zürich\n".getBytes(Charset.forName("ISO-8859-1")));
    assertThat(problem()).isEqualTo("a.yml:2:5: is no UTF-8; save it as UTF-8");
  }

  @Test
  void read_cutOffInsideACharacter_isNamed() throws IOException {
    read((byte) 'a', (byte) ':', (byte) 0xC3);
    assertThat(problem()).isEqualTo("a.yml:1:3: is no UTF-8; save it as UTF-8");
  }

  @Test
  void read_controlCharacter_isNamedWithItsPlace() throws IOException {
    read("a: 1\nb: \u0000\n");
    assertThat(problem())
        .isEqualTo("a.yml:2:4: a control character (U+0000) stands here; take it out");
  }

  @Test
  void read_huge_isRefused() throws IOException {
    read("# " + "x".repeat(1 << 20));
    assertThat(problem()).isEqualTo("a.yml: is larger than 1024 KB; it cannot be meant");
  }

  @Test
  void read_endless_isRefused() {
    YamlFile.read(Path.of("/dev/zero"), problems);
    assertThat(problem()).contains("is larger than 1024 KB");
  }

  @Test
  void read_aMillionBrackets_isRefusedAtOnce() throws IOException {
    read("a: " + "[".repeat(1_000_000));
    assertThat(problem()).isEqualTo("a.yml:1:19: is nested deeper than any key");
  }

  @Test
  void read_aliasesThatMultiply_areRefusedOneByOne() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      String one = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s, %s]\n".formatted(i, i, one, one));
    }
    read(bomb.toString());
    assertThat(problems).hasSize(58).allSatisfy(p -> assertThat(p.what()).contains("alias"));
  }

  @Test
  void read_anAliasOfItself_ends() throws IOException {
    read("a: &a\n  b: *a\n");
    assertThat(problem()).contains("a.yml:2:6: an alias");
  }

  @Test
  void read_aFolder_isNamed() {
    YamlFile.read(folder, problems);
    assertThat(problems.getFirst()).hasToString(folder + ": is a folder, not a file");
  }

  @Test
  void read_noFile_isNamed() {
    YamlFile.read(file, problems);
    assertThat(problem()).isEqualTo("a.yml: there is no such file");
  }

  @Test
  void read_aFileUnderAFile_isNamed() throws IOException {
    Files.writeString(file, "a: 1");
    YamlFile.read(file.resolve("b.yml"), problems);
    assertThat(problem()).startsWith("a.yml/b.yml: cannot be read: Not a directory");
  }

  @Test
  void read_aNameThatMovesTheCursor_isOneHarmlessLine() {
    YamlFile.read(folder.resolve("a\n\u001b[2Jb.yml"), problems);
    assertThat(problem()).isEqualTo("a\\u000a\\u001b[2Jb.yml: there is no such file");
  }
}
