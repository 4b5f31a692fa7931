package io.assay.adapters.chronicle;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import io.assay.core.message.Fingerprint;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tellings in order, in memory or in a file.
sealed interface Run {
  /// Reads the run from its beginning.
  Reading open() throws IOException;

  /// What is to be said when a run cannot be kept.
  static IOException unsorted(Path scratch, IOException e) {
    return new IOException("cannot sort in " + scratch + ": " + e.getMessage(), e);
  }

  /// One passage through a run.
  interface Reading extends AutoCloseable {
    /// The next telling; null at the end.
    @Nullable Told next() throws IOException;

    @Override
    void close() throws IOException;
  }

  /// A run that fits into memory.
  record Held(List<Told> sorted) implements Run {
    @Override
    public Reading open() {
      Iterator<Told> rest = sorted.iterator();
      return new Reading() {
        @Override
        public @Nullable Told next() {
          return rest.hasNext() ? rest.next() : null;
        }

        @Override
        public void close() {}
      };
    }
  }

  /// A run on disk, compressed.
  record Spilled(Path file, long size) implements Run {
    private static final int LEVEL = 1;
    private static final int BUFFER = 1 << 15;

    /// Writes a run.
    static Spilled write(Path file, Reading tellings) throws IOException {
      long size = 0;
      try (DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(
                  new ZstdOutputStream(Files.newOutputStream(file), LEVEL), BUFFER))) {
        for (Told told = tellings.next(); told != null; told = tellings.next()) {
          out.writeLong(told.at());
          out.writeLong(told.chat());
          out.writeLong(told.id());
          out.writeLong(told.fingerprint().high());
          out.writeLong(told.fingerprint().low());
          out.writeInt(told.bytes().length);
          out.write(told.bytes());
          size++;
        }
      }
      return new Spilled(file, size);
    }

    @Override
    public Reading open() throws IOException {
      DataInputStream in =
          new DataInputStream(
              new BufferedInputStream(new ZstdInputStream(Files.newInputStream(file)), BUFFER));
      long all = size;
      return new Reading() {
        private long read;

        @Override
        public @Nullable Told next() throws IOException {
          return read++ < all ? told(in) : null;
        }

        @Override
        public void close() throws IOException {
          in.close();
        }
      };
    }

    private static Told told(DataInputStream in) throws IOException {
      long at = in.readLong();
      long chat = in.readLong();
      long id = in.readLong();
      Fingerprint print = new Fingerprint(in.readLong(), in.readLong());
      return new Told(at, chat, id, print, in.readNBytes(in.readInt()));
    }
  }
}
