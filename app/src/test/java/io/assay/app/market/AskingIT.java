package io.assay.app.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.adapters.dexscreener.DexScreener;
import io.assay.adapters.geckoterminal.GeckoTerminal;
import io.assay.adapters.market.PriceEngine;
import io.assay.adapters.market.PriceHistory;
import io.assay.adapters.provider.Profile;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.call.CallId;
import io.assay.core.ledger.Want;
import io.assay.core.ledger.WantId;
import io.assay.core.message.ChannelId;
import io.assay.core.message.MessageRef;
import io.assay.core.price.Answer;
import io.assay.core.price.Question;
import io.assay.runtime.Time;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which token a pool is of, asked over HTTP.
class AskingIT {
  private static final String TOKEN = "0x6982508145454ce325ddbe47a25d4ec3d2311933";
  private static final String PAIR = "0x" + "a".repeat(40);
  private static final String WETH = "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2";
  private static final Asset.Token POOL = new Asset.Token(Chain.ETHEREUM, PAIR);
  private static final Answer FOUND = new Answer.TokenFound(new Asset.Token(Chain.ETHEREUM, TOKEN));
  private static final String POOLS = "/api/v2/networks/eth/pools/" + PAIR;

  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private PriceServer server;
  private PriceEngine engine;
  private Asking asking;

  @BeforeEach
  void open() throws Exception {
    server = new PriceServer();
    engine =
        new PriceEngine(
            List.of(
                new DexScreener(profile(DexScreener.NAME)),
                new GeckoTerminal(profile(GeckoTerminal.NAME))),
            null,
            Time.SYSTEM);
    asking = new Asking(new PriceHistory(engine));
  }

  @AfterEach
  void close() {
    asking.close();
    engine.close();
    server.close();
  }

  private Profile profile(String name) {
    return new Profile(name, server.url(), 6_000, null);
  }

  private Answer tokenOf(Asset.Token pool) throws InterruptedException {
    WantId id = new WantId(new CallId(new MessageRef(new ChannelId(1), 1), 0, 0), WantId.ASSET);
    asking.ask(
        new Want(id, new Question.TokenOf(pool), Instant.EPOCH),
        (_, answer) -> answers.add(answer));
    Answer answer = answers.poll(30, TimeUnit.SECONDS);
    if (answer == null) {
      throw new AssertionError("no answer");
    }
    return answer;
  }

  private static String pairs(String base, String other) {
    return """
    {"pairs":[{"chainId":"ethereum","pairAddress":"%s","priceUsd":"1",
     "baseToken":{"address":"%s","symbol":"A"},"quoteToken":{"address":"%s","symbol":"B"}}]}\
    """
        .formatted(PAIR, base, other);
  }

  @Test
  void ask_aPair_isTheTokenThatIsNoMoney() throws Exception {
    server.say("/latest/dex/pairs/ethereum/" + PAIR, pairs(TOKEN, WETH));
    assertThat(tokenOf(POOL)).isEqualTo(FOUND);
    server.say("/latest/dex/pairs/ethereum/" + PAIR, pairs(WETH, TOKEN));
    assertThat(tokenOf(POOL)).isEqualTo(FOUND);
  }

  @Test
  void ask_aPairOfUnknownChain_isFoundByItsAddress() throws Exception {
    server.say("/latest/dex/search?q=" + PAIR, pairs(TOKEN, WETH));
    assertThat(tokenOf(new Asset.Token(Chain.EVM, PAIR))).isEqualTo(FOUND);
  }

  @Test
  void ask_whereTheFirstFails_isWhatTheNextSays() throws Exception {
    server
        .say("/latest/dex/pairs/", 500, "oops")
        .say(
            POOLS,
            """
            {"data":{"id":"eth_%s","type":"pool","relationships":{
              "base_token":{"data":{"id":"eth_%s"}},"quote_token":{"data":{"id":"eth_%s"}}}}}\
            """
                .formatted(PAIR, TOKEN, WETH));
    assertThat(tokenOf(POOL)).isEqualTo(FOUND);
    assertThat(server.heard).contains(POOLS);
  }

  @Test
  void ask_whatIsNoPoolButAToken_isThatToken() throws Exception {
    server
        .say("/latest/dex/pairs/", "{\"pairs\":null}")
        .say("/latest/dex/search?q=" + TOKEN, pairs(TOKEN, WETH));
    assertThat(tokenOf(new Asset.Token(Chain.ETHEREUM, TOKEN))).isEqualTo(FOUND);
  }

  @Test
  void ask_whatNobodyKnows_isUnanswerable() throws Exception {
    server
        .say("/latest/dex/pairs/", "{\"pairs\":null}")
        .say("/latest/dex/search", "{\"pairs\":[]}");
    assertThat(tokenOf(POOL))
        .isEqualTo(new Answer.Unanswerable("no provider knows the pool " + POOL.id()));
  }
}
