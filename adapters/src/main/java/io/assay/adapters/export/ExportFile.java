package io.assay.adapters.export;

import io.assay.core.message.MessageSource;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;

/// A Telegram history in a file: a Desktop export (`result.json` of one chat or many, or a page of
/// the HTML export) or a Telethon dump (`Message.to_dict()` a line, in an array, or pretty-printed;
/// messages in the plain form of [ExportStream] may stand in their place), plain or gzipped. What
/// it is, is told from its content.
///
/// Nothing in a file makes this fail: what cannot be understood is a flaw with its line, byte and
/// cause, and the rest goes on as far as it can be found.
public final class ExportFile implements MessageSource {
  private static final int HEAD = 1 << 16;

  private final Path file;
  private final LongConsumer progress;
  private final InstantSource clock;
  private volatile boolean assumesUtc;

  public ExportFile(Path file) {
    this(file, _ -> {});
  }

  /// A file, with somebody told of the bytes as they are read from the disk.
  public ExportFile(Path file, LongConsumer progress) {
    this(file, progress, InstantSource.system());
  }

  /// The same, by another clock: what is dated later than it shows, and a day, has not happened.
  public ExportFile(Path file, LongConsumer progress, InstantSource clock) {
    this.file = file;
    this.progress = progress;
    this.clock = clock;
  }

  @Override
  public void tell(Listener listener) {
    Telling telling = new Telling(file.toString(), listener, clock);
    if (Files.isDirectory(file)) {
      telling.flaw(0, -1, "is a folder; name the files in it");
      return;
    }
    try (Stream stream = Stream.of(file, progress)) {
      read(stream, telling);
      if (!stream.cutOff().isEmpty()) {
        telling.flaw(0, stream.delivered(), stream.cutOff());
      }
    } catch (IOException e) {
      telling.flaw(0, -1, words(e));
    }
    assumesUtc = telling.assumesUtc();
  }

  public Path path() {
    return file;
  }

  /// Whether the file, as far as it has been told, gives times of which nobody says in which zone
  /// they are: the local ones of the machine that wrote it, taken for UTC.
  public boolean assumesUtc() {
    return assumesUtc;
  }

  private static void read(Stream stream, Telling telling) throws IOException {
    byte[] head = stream.readNBytes(HEAD);
    var whole = new SequenceInputStream(new ByteArrayInputStream(head), stream);
    switch (Kind.of(head)) {
      case LINES -> JsonLines.read(whole, telling);
      case OBJECTS -> Telethon.read(whole, telling);
      case DESKTOP -> Desktop.read(whole, telling);
      case HTML -> Html.read(whole, telling);
      case OTHER_JSON -> telling.flaw(0, -1, "is JSON, but no Telegram export");
      case EMPTY -> telling.flaw(0, -1, "is empty");
      case UNKNOWN -> telling.flaw(0, -1, "is no Telegram export: neither its JSON nor its HTML");
    }
  }

  private static String words(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "permission denied";
      case ZipException _ -> "the gzip stream is broken";
      case EOFException _ -> "the gzip stream ends early";
      default -> "cannot be read: " + e.getMessage();
    };
  }
}
