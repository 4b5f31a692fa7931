package io.assay.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Parses the files named and does nothing with them: the least that any reader of JSON must do.
public final class ParseOnly {
  private ParseOnly() {}

  public static void main(String[] files) throws IOException {
    JsonFactory factory = new JsonFactory();
    long tokens = 0;
    for (String file : files) {
      try (InputStream raw = new BufferedInputStream(Files.newInputStream(Path.of(file)), 1 << 16);
          InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
          JsonParser parser = factory.createParser(ObjectReadContext.empty(), in)) {
        while (parser.nextToken() != null) {
          tokens++;
        }
      }
    }
    System.out.println(tokens);
  }
}
