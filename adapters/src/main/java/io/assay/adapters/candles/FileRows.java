package io.assay.adapters.candles;

import io.assay.core.price.CandleLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/// The candles of a file in its own order. Lines that are none are noted and passed over, and so is
/// a candle of a time that has not come: nobody can have seen it.
final class FileRows implements Rows {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int SHOWN = 60;

  private final Lines lines;
  private final long latest;
  private final Findings findings;
  private final CandleLine line = new CandleLine();

  private FileRows(Lines lines, long latest, Findings findings) {
    this.lines = lines;
    this.latest = latest;
    this.findings = findings;
  }

  /// @param latest the latest time that can have come, in seconds
  /// @param findings where what is wrong is noted
  static FileRows of(Path file, long latest, Findings findings) throws IOException {
    return new FileRows(Lines.of(file), latest, findings);
  }

  @Override
  public boolean next() throws IOException {
    while (lines.next()) {
      CandleLine.Finding finding = find();
      if (finding != CandleLine.Finding.SOUND) {
        name(finding);
      } else if (line.seconds() > latest) {
        String time = Instant.ofEpochSecond(line.seconds()).toString();
        findings.note("future", number(), "the time " + time + " has not come; not used");
      } else {
        return true;
      }
    }
    if (!lines.cutOff().isEmpty()) {
      findings.note("gzip", number(), lines.cutOff());
    }
    return false;
  }

  private CandleLine.Finding find() {
    int from = 0;
    if (lines.number() == 1
        && lines.length() > 3
        && Arrays.equals(lines.bytes(), 0, 3, BYTE_ORDER_MARK, 0, 3)) {
      from = 3;
    }
    return line.read(lines.bytes(), from, lines.length());
  }

  private void name(CandleLine.Finding finding) {
    if (lines.length() == 0 || isHeader()) {
      return;
    }
    if (lines.number() == 1 && isUtf16()) {
      findings.note("utf-16", 1, "is UTF-16 text; UTF-8 is wanted");
    }
    String text =
        new String(lines.bytes(), 0, Math.min(SHOWN, lines.length()), StandardCharsets.UTF_8);
    findings.note(finding.name(), lines.number(), finding.words() + ": “" + text.strip() + "”");
  }

  /// Whether the file begins with the byte order mark of UTF-16, either way round.
  private boolean isUtf16() {
    int mark =
        lines.length() < 2 ? 0 : ((lines.bytes()[0] & 0xFF) << 8) | (lines.bytes()[1] & 0xFF);
    return mark == 0xFFFE || mark == 0xFEFF;
  }

  /// The first line may name the columns.
  private boolean isHeader() {
    String text = new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8);
    return lines.number() == 1 && text.contains("time") && text.contains("open");
  }

  @Override
  public CandleLine line() {
    return line;
  }

  @Override
  public long number() {
    return lines.number();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
