package io.assay.adapters.export;

import io.assay.core.message.MessageSource;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;

/// Messages that come in a stream, one JSON object a line: `Message.to_dict()` of Telethon, or the
/// plain form `{"chat": …, "id": …, "date": …, "text": …}`. Each is told as soon as its line is
/// there, so the stream may go on for ever; what stands in a line that cannot be understood is a
/// flaw with its line, byte and cause, and costs nothing but that line.
///
/// A stream can be told once. Where it breaks off, what came before has been told. It is not
/// closed: whoever opened it does that.
public final class ExportStream implements MessageSource {
  private final InputStream lines;
  private final String name;

  /// A stream of lines in UTF-8.
  ///
  /// @param name what the flaws call it
  public ExportStream(InputStream lines, String name) {
    this.lines = lines;
    this.name = name;
  }

  @Override
  public void tell(Listener listener) throws IOException {
    JsonLines.read(lines, new Telling(name, listener, InstantSource.system()));
  }
}
