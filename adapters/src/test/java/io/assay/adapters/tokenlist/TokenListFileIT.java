package io.assay.adapters.tokenlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.asset.ListedToken;
import io.assay.core.asset.Majors;
import io.assay.core.directory.DirectoryDraft;
import io.assay.core.directory.Drop;
import io.assay.core.directory.FullDirectory;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenListFileIT {
  private static final String EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  private static final String MINT = "So11111111111111111111111111111111111111112";

  @TempDir Path folder;
  private final DirectoryDraft draft = new DirectoryDraft(Majors.shippedText());
  private int beats;

  private void read(String text) throws IOException {
    Path file = folder.resolve("list.json");
    Files.writeString(file, text);
    read(file);
  }

  private void read(Path file) {
    new TokenListFile(file).read(draft, () -> beats++);
  }

  private ListedToken token(Chain chain, String address) {
    return FullDirectory.parse(draft.text()).token(new Asset.Token(chain, address)).orElseThrow();
  }

  private static String row(String chainId, String address) {
    return """
    {"chainId":%s,"address":"%s","symbol":"Tkn","name":"Token","decimals":9,
     "logoURI":"x","tags":["a"],"extensions":{"bridgeInfo":{"10":{"tokenAddress":"0x1"}}}}\
    """
        .formatted(chainId, address);
  }

  @Test
  void read_theFormOfTokenLists_isItsTokens() throws IOException {
    String rows = String.join(",", row("8453", EVM), row("101", MINT), row("\"1\"", EVM));
    read("{\"name\":\"A list\",\"version\":{\"major\":1},\"tokens\":[" + rows + "],\"x\":[7]}");
    assertThat(draft.tokens()).isEqualTo(3);
    assertThat(draft.dropped()).isEmpty();
    ListedToken known = token(Chain.BASE, EVM);
    assertThat(known.symbol()).isEqualTo("TKN");
    assertThat(known.name()).isEqualTo("Token");
    assertThat(known.decimals()).isEqualTo(OptionalInt.of(9));
    assertThat(token(Chain.SOLANA, MINT).symbol()).isEqualTo("TKN");
  }

  @Test
  void read_theFormOfJupiter_isItsTokens() throws IOException {
    read(
        "[{\"id\":\"%s\",\"symbol\":\"A\",\"name\":\"Ay\",\"decimals\":6,\"audit\":{\"x\":[1]}}]"
            .formatted(MINT));
    assertThat(token(Chain.SOLANA, MINT).decimals()).hasValue(6);
    read("[{\"address\":\"%s\",\"chainId\":101,\"symbol\":\"A\"}]".formatted(MINT));
    assertThat(draft.tokens()).isEqualTo(1);
    assertThat(draft.dropped()).isEqualTo(Map.of(Drop.TWICE, 1L));
  }

  @Test
  void read_rowsThatAreNone_areCountedAndTheRestIsTaken() throws IOException {
    read(
        "["
            + String.join(
                ",",
                "1,null,[[]],{}",
                row("1", "0x12"),
                row("1", MINT),
                row("777777", EVM),
                "{\"address\":\"" + EVM + "\",\"symbol\":\"A\"}",
                "{\"address\":{},\"symbol\":\"A\"}",
                "{\"address\":\"" + MINT + "\",\"symbol\":\"=1+1\"}",
                "{\"address\":\"" + MINT + "\",\"symbol\":7,\"decimals\":-1,\"name\":null}")
            + "]");
    assertThat(draft.dropped())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(Drop.NO_ROW, 4L, Drop.NO_ADDRESS, 4L, Drop.OTHER_CHAIN, 1L, Drop.FORMULA, 1L));
    assertThat(draft.tokens()).isEqualTo(1);
    assertThat(token(Chain.SOLANA, MINT).decimals()).isEmpty();
  }

  @Test
  void read_whatIsNoList_isRefusedByName() throws IOException {
    String huge = "[{\"symbol\":\"" + "x".repeat(1 << 20) + "\"}]";
    for (String text :
        new String[] {
          "",
          "{",
          "[",
          "7",
          "{}",
          "[]",
          "{\"tokens\":7}",
          "<html>",
          "[{}] [{}]",
          huge,
          "[" + row("1", EVM),
          "[".repeat(1000),
          "[{\"decimals\":" + "9".repeat(100_000) + "}]"
        }) {
      assertThatThrownBy(() -> read(text))
          .as(text.substring(0, Math.min(40, text.length())))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.OPERATIONAL))
          .hasMessageContaining("list.json is not usable: ");
    }
    assertThatThrownBy(() -> read(folder)).hasMessageEndingWith("it is no file");
    assertThatThrownBy(() -> read(folder.resolve("none"))).hasMessageEndingWith("it is no file");
  }

  @Test
  void read_aMillionRows_isBoundedAndBeats() throws IOException {
    Path file = folder.resolve("many.json");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("[");
      for (int i = 1; i <= 1_000_000; i++) {
        out.write("{\"chainId\":1,\"address\":\"0x%040x\",\"symbol\":\"A\"},".formatted(i));
      }
      out.write("{}]");
    }
    read(file);
    assertThat(beats).isEqualTo(1_000);
    assertThat(draft.coins() + draft.tokens()).isEqualTo(200_000);
    assertThat(draft.dropped().get(Drop.CROWDED)).isGreaterThan(700_000);
  }
}
