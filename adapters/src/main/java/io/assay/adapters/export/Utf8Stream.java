package io.assay.adapters.export;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A text in UTF-8 that a parser can go through whatever bytes are in it: each byte that is not
/// part of a letter reads as `?`. Nothing moves, and each stretch of such bytes is told as a flaw
/// with its line and byte.
final class Utf8Stream extends FilterInputStream {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_LETTER = 4;

  private final Telling telling;
  private final byte[] buffer = new byte[BUFFER];
  private byte[] ahead = {};
  private int aheadAt;
  private int at;
  private int sound;
  private int filled;
  private boolean ended;
  private long passed;
  private long line = 1;
  private long badFrom = -1;
  private long badTo = -1;
  private long badLine;

  Utf8Stream(InputStream in, Telling telling) {
    super(in);
    this.telling = telling;
  }

  /// Puts bytes before what comes next, which some that were read may be.
  void unread(byte[] bytes) {
    byte[] both = Arrays.copyOf(bytes, bytes.length + ahead.length - aheadAt);
    System.arraycopy(ahead, aheadAt, both, bytes.length, ahead.length - aheadAt);
    ahead = both;
    aheadAt = 0;
  }

  @Override
  public int read() throws IOException {
    if (aheadAt < ahead.length) {
      return ahead[aheadAt++] & 0xFF;
    }
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (aheadAt < ahead.length) {
      int taken = Math.min(length, ahead.length - aheadAt);
      System.arraycopy(ahead, aheadAt, target, from, taken);
      aheadAt += taken;
      return taken;
    }
    while (at == sound) {
      if (ended) {
        tell();
        return -1;
      }
      fill();
    }
    int taken = Math.min(length, sound - at);
    System.arraycopy(buffer, at, target, from, taken);
    at += taken;
    return taken;
  }

  /// Reads more behind the begin of a letter whose end is not there yet.
  private void fill() throws IOException {
    int kept = filled - sound;
    passed += sound;
    System.arraycopy(buffer, sound, buffer, 0, kept);
    int read = in.read(buffer, kept, BUFFER - kept);
    ended = read < 0;
    filled = kept + Math.max(0, read);
    at = 0;
    sound = mend();
    if (badTo < passed + sound) {
      tell();
    }
  }

  /// Goes through what is there.
  ///
  /// @return up to where; less than all where a letter may go on
  private int mend() {
    int i = 0;
    while (i < filled) {
      byte letter = buffer[i];
      if (letter >= 0) {
        line += letter == '\n' ? 1 : 0;
        i++;
        continue;
      }
      int length = length(i);
      if (length < 0 && !ended) {
        return i;
      }
      if (length <= 0) {
        replace(i);
      }
      i += Math.max(1, length);
    }
    return i;
  }

  /// How many bytes the letter has that begins there: 0 if none does, -1 if it may go on behind
  /// what is there.
  private int length(int i) {
    int first = buffer[i] & 0xFF;
    int wanted = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    for (int k = 1; k < Math.min(wanted, LONGEST_LETTER); k++) {
      if (i + k == filled) {
        return -1;
      }
      int next = buffer[i + k] & 0xFF;
      int least = k > 1 ? 0x80 : first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
      int most = k > 1 ? 0xBF : first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
      if (next < least || next > most) {
        return 0;
      }
    }
    return wanted;
  }

  private void replace(int i) {
    buffer[i] = '?';
    long place = passed + i;
    if (badTo != place) {
      tell();
      badFrom = place;
      badLine = line;
    }
    badTo = place + 1;
  }

  /// Tells the stretch that has ended.
  private void tell() {
    if (badTo > badFrom) {
      long bytes = badTo - badFrom;
      String these = bytes == 1 ? "a byte that is" : bytes + " bytes that are";
      telling.flaw(badLine, badFrom, these + " no UTF-8, read as “?”");
    }
    badTo = badFrom;
  }
}
