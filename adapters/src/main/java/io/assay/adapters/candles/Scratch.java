package io.assay.adapters.candles;

import com.github.luben.zstd.Zstd;
import io.assay.core.canon.Sha256;
import io.assay.core.price.CandleBlock;
import io.assay.core.price.Candles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Blocks that do not fit into memory, in a file that nobody else knows and that is gone when it is
/// closed. Numbers are read back a hundred times faster than from text.
final class Scratch implements AutoCloseable {
  private static final int LEVEL = 1;

  private final FileChannel file;
  private final Path path;
  private long end;

  private Scratch(FileChannel file, Path path) {
    this.file = file;
    this.path = path;
  }

  static Scratch make() throws IOException {
    Path path = Files.createTempFile("assay-candles", ".scratch");
    FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    return new Scratch(file, path);
  }

  private UncheckedIOException lost(String what, IOException e) {
    String words = "candles cannot be " + what + " the temporary folder " + path.getParent();
    return new UncheckedIOException(new IOException(words + ": " + e.getMessage(), e));
  }

  /// Where a block lies.
  record Place(Sha256 digest, long at, int numbers, int packedText, int text) {}

  Place keep(CandleBlock block) {
    byte[] text = block.text();
    byte[] packed = Zstd.compress(text, LEVEL);
    int numbers = block.candles().packedBytes();
    ByteBuffer bytes = ByteBuffer.allocate(numbers + packed.length);
    block.candles().put(bytes);
    bytes.put(packed).flip();
    Place place = new Place(block.digest(), end, numbers, packed.length, text.length);
    write(bytes, end);
    end += numbers + packed.length;
    return place;
  }

  /// Where some bytes lie.
  record Parcel(long at, int packed, int size) {}

  Parcel keep(byte[] bytes) {
    byte[] packed = Zstd.compress(bytes, LEVEL);
    Parcel parcel = new Parcel(end, packed.length, bytes.length);
    write(ByteBuffer.wrap(packed), end);
    end += packed.length;
    return parcel;
  }

  byte[] recall(Parcel parcel) {
    return Zstd.decompress(read(parcel.at, parcel.packed).array(), parcel.size);
  }

  CandleBlock recall(Place place) {
    Candles candles = Candles.get(read(place.at, place.numbers));
    return CandleBlock.recalled(place.digest, candles, () -> text(place));
  }

  private byte[] text(Place place) {
    byte[] packed = read(place.at + place.numbers, place.packedText).array();
    return Zstd.decompress(packed, place.text);
  }

  private void write(ByteBuffer bytes, long at) {
    try {
      long to = at;
      while (bytes.hasRemaining()) {
        to += file.write(bytes, to);
      }
    } catch (IOException e) {
      throw lost("kept in", e);
    }
  }

  private ByteBuffer read(long at, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    try {
      while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
        // goes on until all is there
      }
    } catch (IOException e) {
      throw lost("read back from", e);
    }
    return bytes.flip();
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
