package io.assay.app.replay;

import io.assay.adapters.sqlite.TransactionWatch;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;

/// A replay in a process of its own that shows, through a mapped file, when it is inside a
/// transaction: byte 0 is one inside and zero outside, the int at 4 counts those begun.
public final class KilledReplay {
  static final int SIZE = 8;

  private KilledReplay() {}

  public static void main(String[] words) throws IOException {
    try (FileChannel file =
        FileChannel.open(Path.of(words[3]), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      MappedByteBuffer flag = file.map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
      TransactionWatch watch =
          new TransactionWatch() {
            @Override
            public void begun() {
              flag.put(0, (byte) 1);
              flag.putInt(4, flag.getInt(4) + 1);
            }

            @Override
            public void ended() {
              flag.put(0, (byte) 0);
            }
          };
      replay(Path.of(words[0]), Path.of(words[1]), Path.of(words[2]), watch);
    }
  }

  static HistoryReplay.Outcome replay(Path export, Path candles, Path books, TransactionWatch watch)
      throws IOException {
    var wish = new HistoryReplay.Wish(List.of(export), candles, books, null);
    return new HistoryReplay(wish, _ -> {}, Progress.NONE, watch, InstantSource.system())
        .run((_, _) -> {});
  }
}
