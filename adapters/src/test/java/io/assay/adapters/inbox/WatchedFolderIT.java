package io.assay.adapters.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFolderIT {
  @TempDir private Path around;
  private Path inbox;
  private WatchedFolder watched;

  @BeforeEach
  void open() {
    inbox = around.resolve("below/inbox");
    watched = new WatchedFolder(inbox);
  }

  private Path leave(String name, String text, long second) throws IOException {
    Files.createDirectories(inbox);
    Path file = Files.writeString(inbox.resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000));
    return file;
  }

  private Path leave(String name) throws IOException {
    return leave(name, name, 1);
  }

  /// What is ready after two looks.
  private List<Path> ready() throws IOException {
    watched.look();
    return watched.look();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void look_aFolderThatIsNotThere_isMade() throws IOException {
    assertThat(watched.look()).isEmpty();
    assertThat(inbox).isDirectory();
  }

  @Test
  void look_aFileInItsPlace_saysWhatToDo() throws IOException {
    Files.createDirectories(inbox.getParent());
    Files.writeString(inbox, "words");
    assertThatThrownBy(watched::look)
        .isInstanceOf(IOException.class)
        .hasMessage(inbox + " is no folder: give another, or move what is there");
  }

  @Test
  void look_aFolderBehindALink_isLookedInto() throws IOException {
    Path real = Files.createDirectories(around.resolve("real"));
    Files.createDirectories(inbox.getParent());
    Files.createSymbolicLink(inbox, real);
    Path file = leave("a");
    assertThat(ready()).containsExactly(file);
  }

  @Test
  void look_severalFiles_comeByTimeThenName() throws IOException {
    Path b = leave("b", "1", 7);
    Path c = leave("c", "1", 6);
    Path a = leave("a", "1", 7);
    assertThat(ready()).containsExactly(c, a, b);
  }

  @Test
  void look_aFileThatGrows_waits() throws IOException {
    leave("a", "1", 1);
    watched.look();
    Path file = leave("a", "12", 1);
    assertThat(watched.look()).isEmpty();
    assertThat(watched.look()).containsExactly(file);
  }

  @Test
  void look_aFileThatVanishes_isForgotten() throws IOException {
    Path file = leave("a");
    assertThat(ready()).containsExactly(file);
    Files.delete(file);
    assertThat(watched.look()).isEmpty();
  }

  @Test
  void look_foldersHiddenAndUnfinishedFiles_areLeftAlone() throws IOException {
    leave(".hidden");
    leave("a.part");
    leave("b.tmp");
    leave("c.crdownload");
    Files.createDirectories(inbox.resolve("folder.json"));
    Files.createDirectories(inbox.resolve("done"));
    Files.writeString(inbox.resolve("done/old.json"), "words");
    assertThat(ready()).isEmpty();
  }

  @Test
  void look_linksThatLeadOut_areRefused() throws IOException {
    Path secret = Files.writeString(around.resolve("secret"), "words");
    Path file = leave("a");
    Files.createSymbolicLink(inbox.resolve("out"), secret);
    Files.createSymbolicLink(inbox.resolve("up"), Path.of("../../secret"));
    Path within = Files.createSymbolicLink(inbox.resolve("within"), Path.of("a"));
    assertThat(ready()).containsExactlyInAnyOrder(file, within);
    assertThat(secret).exists();
  }

  @Test
  void look_linksThatLeadNowhere_arePassedOver() throws IOException {
    Path file = leave("a");
    Files.createSymbolicLink(inbox.resolve("nowhere"), Path.of("not-there"));
    Files.createSymbolicLink(inbox.resolve("round"), Path.of("round"));
    assertThat(ready()).containsExactly(file);
  }

  @Test
  void look_strangeNames_areFilesLikeAnyOther() throws IOException {
    Path file = leave("two\nlines\u0007");
    assertThat(ready()).containsExactly(file);
    assertThat(WatchedFolder.nameOf(file)).isEqualTo("two_lines_");
    assertThat(watched.done(file)).isEqualTo(inbox.resolve("done/two_lines_"));
  }

  @Test
  void done_aFile_movesAndKeepsItsContentAndTime() throws IOException {
    Path file = leave("a.json", "words", 42);
    Path moved = watched.done(file);
    assertThat(moved).isEqualTo(inbox.resolve("done/a.json")).hasContent("words");
    assertThat(Files.getLastModifiedTime(moved).toMillis()).isEqualTo(42_000);
    assertThat(file).doesNotExist();
  }

  @Test
  void done_namesakes_areNeverWrittenOver() throws IOException {
    watched.done(leave("a.json", "first", 1));
    watched.done(leave("a.json", "second", 1));
    watched.done(leave("a.json", "third", 1));
    assertThat(inbox.resolve("done/a.json")).hasContent("first");
    assertThat(inbox.resolve("done/a-2.json")).hasContent("second");
    assertThat(inbox.resolve("done/a-3.json")).hasContent("third");
  }

  @Test
  void done_aFileThatVanished_saysSoAndLeavesNothing() throws IOException {
    Path file = leave("a");
    Files.delete(file);
    assertThatThrownBy(() -> watched.done(file)).isInstanceOf(NoSuchFileException.class);
    assertThat(inbox.resolve("done")).isEmptyDirectory();
  }

  @Test
  void done_aLink_movesTheLinkAndNotWhatItNames() throws IOException {
    Path file = leave("a");
    Path link = Files.createSymbolicLink(inbox.resolve("b"), file);
    watched.done(link);
    assertThat(file).exists();
    assertThat(inbox.resolve("done/b")).isSymbolicLink();
  }

  @Test
  void done_aFileOfAnotherFolder_isRefused() throws IOException {
    Path other = Files.writeString(around.resolve("other"), "words");
    assertThatIllegalArgumentException().isThrownBy(() -> watched.done(other));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> watched.failed(inbox.resolve("../../other")));
    assertThat(other).exists();
  }

  @Test
  void failed_aFile_movesAndComesBack() throws IOException {
    Path moved = watched.failed(leave("a.json"));
    assertThat(moved).isEqualTo(inbox.resolve("failed/a.json"));
    assertThat(ready()).isEmpty();
    assertThat(watched.again(moved)).isEqualTo(inbox.resolve("a.json"));
    assertThat(ready()).containsExactly(inbox.resolve("a.json"));
  }

  @Test
  void again_aNamesakeIsThere_isNotWrittenOver() throws IOException {
    Path moved = watched.failed(leave("a.json", "old", 1));
    leave("a.json", "new", 1);
    assertThat(watched.again(moved)).hasFileName("a-2.json").hasContent("old");
    assertThat(inbox.resolve("a.json")).hasContent("new");
  }

  @Test
  void again_aFileThatDidNotFail_isRefused() throws IOException {
    Path other = Files.writeString(around.resolve("other"), "words");
    assertThatIllegalArgumentException().isThrownBy(() -> watched.again(other));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> watched.again(inbox.resolve("failed/../../../other")));
    assertThat(names(around)).contains("other");
  }
}
