package io.assay.app.market;

import io.assay.adapters.sqlite.BooksException;
import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.core.asset.Majors;
import io.assay.core.asset.TokenDirectory;
import io.assay.core.canon.CanonException;
import io.assay.core.directory.FullDirectory;
import io.assay.core.flow.Directories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/// What symbols mean to somebody who has no books open: the full directory that the books have in
/// force, or the majors alone.
///
/// @param trouble why the books could not be asked, in one line; empty where they were, or where
///   there are none
public record AdoptedDirectory(TokenDirectory directory, String trouble) {
  /// That of those books, whether a system is running on them or not. They are only read.
  public static AdoptedDirectory of(Path books) {
    Majors majors = Majors.parse(Majors.shippedText());
    if (!Files.exists(books)) {
      return new AdoptedDirectory(majors, "");
    }
    AtomicReference<TokenDirectory> found = new AtomicReference<>(majors);
    try (SqliteBooks opened = SqliteBooks.openReadOnly(books)) {
      opened.view(() -> found.set(Directories.inForce(opened)));
    } catch (BooksException | CanonException e) {
      return new AdoptedDirectory(majors, String.valueOf(e.getMessage()));
    }
    return new AdoptedDirectory(found.get() instanceof FullDirectory full ? full : majors, "");
  }
}
