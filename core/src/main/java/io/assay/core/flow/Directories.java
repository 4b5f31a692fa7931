package io.assay.core.flow;

import io.assay.core.asset.Majors;
import io.assay.core.asset.TokenDirectory;
import io.assay.core.canon.CanonException;
import io.assay.core.canon.Sha256;
import io.assay.core.ledger.Archive;
import java.util.List;

/// Token directories as the archive keeps them.
final class Directories {
  private Directories() {}

  /// The directory of that name; one without coins for [Sha256#ZERO].
  ///
  /// @throws CanonException if the archive does not hold it, or holds something else
  static TokenDirectory in(Archive archive, Sha256 name) {
    if (name.equals(Sha256.ZERO)) {
      return _ -> List.of();
    }
    byte[] text = archive.find(name);
    if (text == null) {
      throw new CanonException("the archive does not hold the token directory " + name);
    }
    if (!Sha256.over(text).equals(name)) {
      throw new CanonException("the archive holds something else under " + name);
    }
    return Majors.parse(text);
  }
}
