package io.assay.adapters.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.message.ChannelId;
import io.assay.core.message.Flaw;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// What a file is, and what becomes of one that is broken.
class ExportFileIT extends Hearing {
  @Test
  void otherFiles_areNamedForWhatTheyAre() throws IOException {
    read("");
    read("{\"hello\": [1, 2]}");
    read("just some notes");
    read("<html><body>hello</body></html>");
    read(folder);
    read(folder.resolve("missing.json"));
    assertThat(events).isEmpty();
    assertThat(flaws)
        .extracting(Flaw::cause)
        .containsExactly(
            "is empty",
            "is JSON, but no Telegram export",
            "is no Telegram export: neither its JSON nor its HTML",
            "is no Telegram export: neither its JSON nor its HTML",
            "is a folder; name the files in it",
            "there is no such file");
  }

  @Test
  void aGzipCutOff_givesWhatItHeldAndSaysSo() throws IOException {
    StringBuilder text = new StringBuilder();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 1; i <= 3000; i++) {
      text.append(LINE.formatted(i).replace("hello", Long.toHexString(random.nextLong())));
    }
    byte[] packed = gzip(text.toString());
    Path file = folder.resolve("in");
    Files.write(file, Arrays.copyOf(packed, packed.length / 2));
    read(file);
    String held = unpacked(file);
    int whole = held.lastIndexOf('\n') + 1;
    assertThat(events).hasSize((int) held.chars().filter(letter -> letter == '\n').count());
    assertThat(events.size()).isBetween(200, 2500);
    assertThat(causes())
        .containsExactly(
            "in:" + (events.size() + 1) + " (byte " + held.length() + "): the JSON ends early",
            "in (byte "
                + held.length()
                + "): the gzip stream ends early; what it held before is read");
    assertThat(held.length()).isGreaterThan(whole);
  }

  @Test
  void whatFollowsAGzipStream_isAFlaw_andAFurtherMemberOrPaddingIsNot() throws IOException {
    byte[] member = gzip(LINE.formatted(1) + "\n");
    byte[] second = gzip(LINE.formatted(2) + "\n");
    Path file = folder.resolve("in");
    Files.write(file, joined(member, second, new byte[600]));
    read(file);
    assertThat(ids()).containsExactly(1L, 2L);
    assertThat(causes()).isEmpty();
    second[0] = 0;
    Files.write(file, joined(member, second));
    read(file);
    assertThat(ids()).containsExactly(1L, 2L, 1L);
    assertThat(causes())
        .singleElement()
        .asString()
        .endsWith("what follows the gzip stream is none; what the stream held is read");
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /// All that can be had of a gzip stream, byte by byte.
  private static String unpacked(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      for (int letter = in.read(); letter >= 0; letter = in.read()) {
        text.append((char) letter);
      }
    } catch (EOFException e) {
      return text.toString();
    }
    return text.toString();
  }

  @Test
  void hostileJson_neverFails() throws IOException {
    read(
        LINE.formatted(1)
            + "{\"_\": "
            + "[".repeat(5000)
            + "\n"
            + LINE.formatted(2).replace("hello", "a".repeat(9 << 20))
            + LINE.formatted(3).replace("hello", "\\ud800 \\u0000")
            + LINE.formatted(4).replace("\"id\": 4", "\"id\": 4e999")
            + LINE.formatted(5).replace("77", "99999999999999999999"));
    assertThat(ids()).contains(1L, 3L);
    assertThat(flaws).hasSizeGreaterThanOrEqualTo(3);
    assertThat(flaws.get(0).cause()).isEqualTo("is nested too deep, or holds too long a value");
  }

  @Test
  void randomDamage_neverFails() throws IOException {
    SplittableRandom random = new SplittableRandom(9);
    for (String whole : List.of(LINE.formatted(1).repeat(20), DESKTOP, HTML)) {
      for (int round = 0; round < 100; round++) {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        Path file = folder.resolve("damaged");
        Files.write(file, bytes);
        read(file);
      }
    }
    assertThat(events).isNotEmpty();
    assertThat(flaws).isNotEmpty();
  }

  @Test
  void plain_linesAndArrays_areReadLikeADump() throws IOException {
    String line = "{\"id\": %d, \"chat\": 77, \"date\": 1612346400, \"text\": \"hello\"}";
    read(line.formatted(1) + "\r\n" + line.formatted(2) + "\n");
    read(
        "["
            + line.formatted(3)
            + ",\n"
            + line.formatted(4).replace("\"text", "\"title\": \"A\", \"text")
            + "]");
    assertThat(flaws).isEmpty();
    assertThat(ids()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(titles).containsExactly(Map.entry(new ChannelId(77), "A"));
  }

  @Test
  void plain_numbersTooLarge_areNamedForWhatTheyAre() throws IOException {
    String line = "{\"id\": %s, \"chat\": %s, \"date\": %s, \"text\": \"hello\"%s}\n";
    String more = ", \"edited\": " + TOO_LARGE;
    read(
        line.formatted(1, 77, 1612346400, "")
            + line.formatted(TOO_LARGE, 77, 1612346400, "")
            + line.formatted(3, TOO_LARGE, 1612346400, "")
            + line.formatted(4, 77, TOO_LARGE, "")
            + line.formatted(5, 77, 1612346400, more));
    assertThat(ids()).containsExactly(1L);
    assertThat(flaws)
        .extracting(Flaw::cause)
        .containsExactly(
            NO_ID,
            "message 3 does not say of which chat it is",
            "“" + TOO_LARGE + "” is no time",
            "“" + TOO_LARGE + "” is no time");
  }

  @Test
  void aFileThatMayNotBeRead_isNamed() throws IOException {
    Path file = folder.resolve("secret");
    Files.writeString(file, LINE.formatted(1));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    read(file);
    boolean mayReadAnyway = Files.isReadable(file); // the superuser may read everything
    assertThat(flaws.isEmpty()).isEqualTo(mayReadAnyway);
  }
}
