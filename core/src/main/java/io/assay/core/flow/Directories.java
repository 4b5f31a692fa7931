package io.assay.core.flow;

import io.assay.core.asset.Majors;
import io.assay.core.asset.TokenDirectory;
import io.assay.core.canon.CanonException;
import io.assay.core.canon.Sha256;
import io.assay.core.directory.FullDirectory;
import io.assay.core.ledger.Archive;
import io.assay.core.ledger.Books;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Standing;

/// Token directories as the archive keeps them.
public final class Directories {
  private Directories() {}

  /// What symbols mean where the books stand; one without coins where none was ever adopted. Inside
  /// a view or a transaction.
  ///
  /// @throws CanonException if the archive does not hold it, or holds something else
  public static TokenDirectory inForce(Books books) {
    return inForce(books.ledger(), books.archive());
  }

  /// The same of a ledger and an archive that may be another's.
  public static TokenDirectory inForce(Ledger ledger, Archive archive) {
    return in(archive, Standing.of(ledger, CallFlow.VERSION).directory());
  }

  /// The directory of that name; one without coins for [Sha256#ZERO].
  ///
  /// @throws CanonException if the archive does not hold it, or holds something else
  static TokenDirectory in(Archive archive, Sha256 name) {
    if (name.equals(Sha256.ZERO)) {
      return Majors.none();
    }
    byte[] text = archive.find(name);
    if (text == null) {
      throw new CanonException("the archive does not hold the token directory " + name);
    }
    if (!Sha256.over(text).equals(name)) {
      throw new CanonException("the archive holds something else under " + name);
    }
    return read(text);
  }

  /// The directory of that text, in either form.
  ///
  /// @throws CanonException if it is none
  static TokenDirectory read(byte[] text) {
    return FullDirectory.isForm(text) ? FullDirectory.parse(text) : Majors.parse(text);
  }
}
