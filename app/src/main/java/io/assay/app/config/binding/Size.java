package io.assay.app.config.binding;

/// A size in bytes, ≥ 0. Written in binary multiples, which is what memory and files are counted
/// in: `1KB` is 1,024 bytes, `2GB` is 2³¹.
public record Size(long bytes) implements Comparable<Size> {
  public Size {
    if (bytes < 0) {
      throw new IllegalArgumentException(bytes + " bytes are no size");
    }
  }

  public static Size ofMegabytes(long megabytes) {
    return new Size(Math.multiplyExact(megabytes, 1L << 20));
  }

  public static Size ofGigabytes(long gigabytes) {
    return new Size(Math.multiplyExact(gigabytes, 1L << 30));
  }

  @Override
  public int compareTo(Size other) {
    return Long.compare(bytes, other.bytes);
  }

  /// As it is written, such as `512MB`.
  @Override
  public String toString() {
    return Units.SIZE.show(bytes);
  }
}
