package io.assay.core.price;

import io.assay.core.asset.Asset;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who told prices, and of which pool.
///
/// @param source one word, such as `files` or `geckoterminal`; empty where nobody has told any
/// @param pool its address on the asset's chain, in normal form; null where the source has no pool
public record Provenance(String source, @Nullable String pool) {
  /// Nobody has told any.
  public static final Provenance UNTOLD = new Provenance("", null);

  public Provenance {
    Objects.requireNonNull(source, "source");
    if (pool != null && (pool.isEmpty() || source.isEmpty())) {
      throw new IllegalArgumentException("a pool has an address, and somebody who told it");
    }
  }

  /// What a source tells that has no pool.
  public static Provenance of(String source) {
    return new Provenance(source, null);
  }

  public boolean isUntold() {
    return source.isEmpty();
  }

  /// How the pool is written in tables: `base:0x12…`; empty where there is none.
  public String poolId(Asset asset) {
    return pool != null && asset instanceof Asset.Token token
        ? token.chain().word() + ":" + pool
        : "";
  }

  public void write(CanonWriter out) {
    out.text(source).text(pool == null ? "" : pool);
  }

  public static Provenance read(CanonReader in) {
    String source = in.text();
    String pool = in.text();
    return new Provenance(source, pool.isEmpty() ? null : pool);
  }
}
