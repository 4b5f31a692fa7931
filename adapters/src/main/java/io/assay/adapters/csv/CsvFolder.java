package io.assay.adapters.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// CSV files (RFC 4180, UTF-8, `\n`) that are there whole or not at all, and all of them or none:
/// each is written beside its place, and they are moved there together once the last is written.
public final class CsvFolder implements AutoCloseable {
  private final Path folder;
  private final Map<Path, Path> written = new LinkedHashMap<>();

  private CsvFolder(Path folder) {
    this.folder = folder;
  }

  /// Opens the folder, and makes it if there is none.
  ///
  /// @throws IOException if it cannot be made
  public static CsvFolder open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) { // which may be a link to one
      Files.createDirectories(folder);
    }
    return new CsvFolder(folder);
  }

  /// Writes a file beside its place.
  ///
  /// @param rows gives every row to the one it is handed, each as long as the header
  /// @throws IOException if the file cannot be written
  public void write(String name, List<String> header, Consumer<Consumer<List<String>>> rows)
      throws IOException {
    Path place = folder.resolve(name);
    if (Files.isDirectory(place)) {
      throw new FileSystemException(place.toString(), null, "is a folder");
    }
    Path beside = Files.createTempFile(folder, "." + name, ".part");
    written.put(place, beside);
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(beside)) {
      csv.writeRecord(header);
      rows.accept(row -> csv.writeRecord(row.stream().map(CsvField::harmless).toList()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    beside.toFile().setReadable(true, false);
  }

  /// Moves what was written into its place, over any that is there.
  ///
  /// @throws IOException if the folder does not let it
  public void publish() throws IOException {
    for (Map.Entry<Path, Path> file : written.entrySet()) {
      move(file.getValue(), file.getKey());
    }
    written.clear();
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Removes what was written and not published.
  @Override
  public void close() throws IOException {
    for (Path beside : written.values()) {
      Files.deleteIfExists(beside);
    }
  }
}
