package io.assay.core.mention;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.message.Content;
import io.assay.core.reading.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Texts of other projects and the addresses that they hold to be in them.
@Tag("data")
class MentionOraclesDataIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Reader reader = new Reader();

  private static List<JsonNode> rows(String name) throws IOException {
    String folder = System.getenv("ASSAY_DATA");
    assertThat(folder).as("ASSAY_DATA names the folder of the real data").isNotNull();
    return Files.readAllLines(Path.of(folder, "oracles", name)).stream()
        .map(JSON::readTree)
        .toList();
  }

  private List<Mention> mentions(JsonNode row) {
    return reader.read(Content.of(row.get("text").asString())).mentions();
  }

  @Test
  void read_textsWithBitcoinAddresses_hasEachAndNoOther() throws IOException {
    for (JsonNode row : rows("ioc-finder/coins_cases.jsonl")) {
      List<String> expected =
          row.path("expected")
              .path("bitcoin_addresses")
              .valueStream()
              .map(JsonNode::asString)
              .toList();
      assertThat(mentions(row))
          .extracting(Mention::display)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /// That project lets a link open a call or not; here the address is told in either case, and its
  /// role is what a call is decided by.
  @Test
  void read_linksToExchanges_haveTheCalledAddress() throws IOException {
    for (JsonNode row : rows("call-semantics/dex_link_calls.jsonl")) {
      List<String> found =
          mentions(row).stream()
              .map(one -> one.token().address())
              .map(address -> address.startsWith("0x") ? address.toLowerCase(Locale.ROOT) : address)
              .toList();
      List<String> expected =
          row.get("expected_calls").valueStream().map(JsonNode::asString).toList();
      assertThat(found).as(row.get("text").asString()).containsAll(expected);
    }
  }

  @Test
  void read_namesGluedToMints_inventNone() throws IOException {
    for (JsonNode row : rows("boundaries/brook3_glued_text.jsonl")) {
      assertThat(mentions(row)).as(row.toString()).isEmpty();
    }
  }
}
