package io.assay.app.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.sqlite.SqliteBooks;
import io.assay.app.cli.Assayer;
import io.assay.app.config.Configuration;
import io.assay.app.config.Loaded;
import io.assay.app.market.AdoptedDirectory;
import io.assay.app.market.PriceServer;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.asset.Majors;
import io.assay.core.directory.FullDirectory;
import io.assay.core.flow.Audit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A system that keeps its token directory, and `assay quote` beside it.
@Timeout(300)
class DirectoryIT {
  private static final String MINT = "So11111111111111111111111111111111111111112";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private PriceServer server;

  @BeforeEach
  void open() throws Exception {
    server = new PriceServer();
    server.say("/api/v3/coins/list", list());
    server.say( // whether they are asked for together or not
        "/api/v3/simple/price", "{\"bitcoin\":{\"usd\":60000.5},\"froggo-2\":{\"usd\":0.25}}");
    server.say("/latest/dex/search", "{\"pairs\":[]}");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static String coin(String id, String symbol, String name) {
    return "{\"id\":\"%s\",\"symbol\":\"%s\",\"name\":\"%s\",\"platforms\":{}}"
        .formatted(id, symbol, name);
  }

  /// All coins of CoinGecko: the majors, one of a symbol, and two of one.
  private static String list() {
    String majors =
        new String(Majors.shippedText(), UTF_8)
            .lines()
            .skip(1)
            .map(line -> line.split(",", 3))
            .map(major -> coin(major[0], major[1], "Major"))
            .collect(Collectors.joining(","));
    return "["
        + String.join(
            ",",
            majors,
            coin("froggo-2", "froggo", "Froggo"),
            coin("toadie", "toad", "Toad"),
            coin("toadier", "toad", "Toader"))
        + "]";
  }

  private Path config() throws Exception {
    Path lists = folder.resolve("list.json");
    Files.writeString(
        lists,
        "[{\"id\":\"%s\",\"symbol\":\"NEWT\",\"name\":\"Newt\",\"decimals\":9}]".formatted(MINT));
    Path file = folder.resolve("assay.yml");
    String all = server.config(folder.resolve("data").toString(), "coingecko", "dexscreener");
    Files.writeString(
        file, all.replace("prices:\n", "prices:\n  token_lists: [\"" + lists + "\"]\n"));
    return file;
  }

  private int quote(Path config, String... symbols) {
    String[] words = new String[symbols.length + 3];
    words[0] = "quote";
    words[1] = "-c";
    words[2] = config.toString();
    System.arraycopy(symbols, 0, words, 3, symbols.length);
    out.getBuffer().setLength(0);
    return Assayer.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  private static void awaitFull(Path books) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    while (!(AdoptedDirectory.of(books).directory() instanceof FullDirectory)) {
      assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  @Test
  void run_withLists_adoptsThemAndQuoteUsesThem() throws Exception {
    Path config = config();
    Path books = folder.resolve("data/assay.db");
    Loaded.Fine fine = (Loaded.Fine) Configuration.load(config, Map.of());
    quote(config, "TOAD");
    assertThat(out.toString()).as("the majors know none").contains("TOAD  unlisted");
    try (Assay assay = Assay.open(fine.settings(), Surroundings.of(() -> fine))) {
      assay.start();
      awaitFull(books);
      quote(config, "froggo", "BTC", "$TOAD", "NEWT");
      assertThat(out.toString().lines())
          .satisfiesExactly(
              line ->
                  assertThat(line)
                      .startsWith("coin:froggo-2  FROGGO  0.25 USD  coingecko")
                      .contains("the one coin of that symbol in the directory"),
              line ->
                  assertThat(line)
                      .startsWith("coin:bitcoin  BTC  60000.5 USD  coingecko")
                      .contains("the coin that everybody means by that symbol"),
              line ->
                  assertThat(line)
                      .isEqualTo(
                          "$TOAD  ambiguous: coin:toadie, coin:toadier"
                              + " (the directory has 2 coins of that symbol)"),
              line -> assertThat(line).startsWith("NEWT  unlisted"));
      assertThat(err.toString()).isEmpty();
      assertThat(assay.health().tasks().tasks())
          .anySatisfy(task -> assertThat(task.name()).isEqualTo("directory_refresh"));
    }
    quote(config, "$TOAD");
    assertThat(out.toString()).as("after the system has stopped").contains("ambiguous");
    try (SqliteBooks opened = SqliteBooks.openReadOnly(books)) {
      assertThat(Audit.of(opened).findings()).isEmpty();
    }
    assertThat(
            AdoptedDirectory.of(books)
                .directory()
                .token(new Asset.Token(Chain.SOLANA, MINT))
                .orElseThrow()
                .decimals())
        .hasValue(9);
  }

  @Test
  void run_againWithinTheDay_asksNobodyForTheLists_unlessTheyAreOthers() throws Exception {
    Path config = config();
    Path books = folder.resolve("data/assay.db");
    Loaded.Fine fine = (Loaded.Fine) Configuration.load(config, Map.of());
    try (Assay assay = Assay.open(fine.settings(), Surroundings.of(() -> fine))) {
      assay.start();
      awaitFull(books);
    }
    assertThat(listsAsked()).isEqualTo(1);
    try (Assay assay = Assay.open(fine.settings(), Surroundings.of(() -> fine))) {
      assay.start();
      awaitRunning(assay);
    }
    assertThat(listsAsked()).isEqualTo(1);
    Files.writeString(folder.resolve("list.json"), "[]");
    try (Assay assay = Assay.open(fine.settings(), Surroundings.of(() -> fine))) {
      assay.start();
      awaitLists(2);
    }
  }

  private long listsAsked() {
    return server.heard.stream().filter(path -> path.startsWith("/api/v3/coins/list")).count();
  }

  private void awaitLists(long asked) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    while (listsAsked() < asked) {
      assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  private static void awaitRunning(Assay assay) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    while (assay.health().tasks().tasks().stream()
        .noneMatch(task ->
            task.name().equals("directory_refresh") && task.standing().state().equals("RUNNING"))) {
      assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  @Test
  void quote_besideBooksThatCannotBeRead_meansTheMajorsAndSaysSo() throws Exception {
    Path config = config();
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/assay.db"), "no books at all");
    quote(config, "BTC");
    assertThat(out.toString()).startsWith("coin:bitcoin  BTC  60000.5 USD");
    assertThat(err.toString()).startsWith("assay: symbols mean the majors alone: ");
  }

  @Test
  void run_withoutLists_hasNoSuchTask() throws Exception {
    Path file = folder.resolve("assay.yml");
    Files.writeString(file, server.config(folder.resolve("data").toString(), "dexscreener"));
    Loaded.Fine fine = (Loaded.Fine) Configuration.load(file, Map.of());
    try (Assay assay = Assay.open(fine.settings(), Surroundings.of(() -> fine))) {
      assay.start();
      assertThat(assay.health().tasks().tasks())
          .noneSatisfy(task -> assertThat(task.name()).isEqualTo("directory_refresh"));
    }
  }
}
