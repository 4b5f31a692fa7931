package io.assay.adapters.tokenlist;

import io.assay.core.directory.DirectoryDraft;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// A file of a token list, read row by row: an object with a list `tokens` of objects with
/// `chainId`, `address`, `symbol`, `name` and `decimals`, or such a list alone, where `id` may
/// stand for `address` and a missing `chainId` is told by the form of the address.
///
/// Source: the schema at tokenlists.org (Uniswap), tokens of Jupiter's API.
public final class TokenListFile {
  private static final long LARGEST = 256L << 20;
  private static final int MAX_DEPTH = 64;
  private static final int MAX_STRING = 1 << 16;
  private static final int MAX_NUMBER = 1_000;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
          .build();

  private final Path file;

  public TokenListFile(Path file) {
    this.file = file;
  }

  /// Puts its tokens into a draft.
  ///
  /// @param beat called every some rows
  /// @throws Fault operational: it cannot be read, is no list, or has no token that can be used
  public void read(DirectoryDraft draft, Runnable beat) {
    requireUsable();
    Rows rows = new Rows(draft, beat);
    try (InputStream bytes = Files.newInputStream(file);
        JsonParser in = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      boolean found = read(in, rows);
      if (in.nextToken() != null) {
        throw unusable("something follows its end");
      }
      if (!found) {
        throw unusable("it has no list of tokens");
      }
    } catch (StreamConstraintsException e) {
      throw unusable("it is nested too deep, or holds too long a value");
    } catch (JacksonIOException | IOException e) {
      throw unusable("it cannot be read");
    } catch (JacksonException e) {
      throw unusable("it is no valid JSON, or ends early");
    }
    if (rows.tokens == 0) {
      throw unusable("it has no token that can be used");
    }
  }

  private void requireUsable() {
    try {
      if (!Files.isRegularFile(file)) {
        throw unusable("it is no file");
      }
      if (Files.size(file) > LARGEST) {
        throw unusable("it is larger than %,d bytes".formatted(LARGEST));
      }
    } catch (IOException e) {
      throw unusable("it cannot be read");
    }
  }

  private Fault unusable(String why) {
    return new Fault(
        ErrorKind.OPERATIONAL, "the token list " + file + " is not usable: " + why, null);
  }

  /// Whether there was a list.
  private static boolean read(JsonParser in, Rows rows) {
    JsonToken first = in.nextToken();
    if (first == JsonToken.START_ARRAY) {
      rows.read(in);
      return true;
    }
    boolean found = false;
    while (first == JsonToken.START_OBJECT && in.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = in.currentName();
      if (in.nextToken() == JsonToken.START_ARRAY && field.equals("tokens")) {
        rows.read(in);
        found = true;
      } else {
        in.skipChildren();
      }
    }
    return found;
  }

  /// Where the rows go, and how many were tokens.
  private static final class Rows {
    private static final int STRIDE = 1_000;

    private final DirectoryDraft draft;
    private final Runnable beat;
    private long all;
    private long tokens;

    Rows(DirectoryDraft draft, Runnable beat) {
      this.draft = draft;
      this.beat = beat;
    }

    void read(JsonParser in) {
      while (in.nextToken() != JsonToken.END_ARRAY) {
        tokens += ListRow.read(in).into(draft) ? 1 : 0;
        if (++all % STRIDE == 0) {
          beat.run();
        }
      }
    }
  }
}
