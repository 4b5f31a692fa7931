package io.assay.app.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The name of a file of books as an operator types it.
public final class BooksOption implements ITypeConverter<Path> {
  @Override
  public Path convert(String words) {
    if (words.isBlank()) {
      throw new TypeConversionException("the books need the name of a file, such as assay.db");
    }
    try {
      return Path.of(words);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("“" + words + "” is no name of a file: " + e.getReason());
    }
  }
}
