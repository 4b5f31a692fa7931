package io.assay.core.lineage;

import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.util.ArrayList;
import java.util.List;

/// What is known of whose echo a call is, in the order in which it became known: another link comes
/// only where an earlier original than the last one turned up. None is ever taken back.
///
/// @param all one at least
public record Links(List<Link> all) {
  /// Originals of an echo that are kept.
  static final int MOST = 4;

  public Links {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("an echo has a link");
    }
  }

  /// The last one to become known: of the earliest original.
  public Link last() {
    return all.getLast();
  }

  /// Whether a link tells more than the last one: of an earlier original, and not only by the look
  /// of it where Telegram names another.
  boolean areBetteredBy(Link link) {
    return all.size() < MOST
        && last().kind() != Link.Kind.FORWARDED
        && link.lag().compareTo(last().lag()) > 0;
  }

  Links and(Link link) {
    List<Link> more = new ArrayList<>(all);
    more.add(link);
    return new Links(more);
  }

  /// Canonical bytes.
  public byte[] toBytes() {
    CanonWriter out = new CanonWriter();
    out.count(all.size());
    all.forEach(link -> link.write(out));
    return out.toBytes();
  }

  /// The links that have these bytes.
  ///
  /// @throws CanonException if none have
  public static Links ofBytes(byte[] bytes) {
    return CanonReader.whole(bytes, Links::read);
  }

  private static Links read(CanonReader in) {
    int size = in.size();
    List<Link> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(Link.read(in));
    }
    return new Links(all);
  }
}
