package io.assay.core.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {
  private static Link at(String link) {
    return Link.at(link, link.indexOf("0xA"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://Example.org/a/0xA, example.org",
    "example.org/a/0xA, example.org",
    "http://www.example.org:8080/0xA, example.org",
    "https://m.example.org/0xA, example.org",
    "https://etherscan.io@example.org/0xA, example.org",
    "https://example.org?a=0xA, example.org",
    "https://example.org#0xA, example.org",
    "https://telegram.me/bot?start=0xA, t.me",
    "tg://resolve?domain=bot&start=0xA, t.me",
    "https://a.io/?u=https://example.org/0xA, example.org",
    "https://a.io/https://b.io/https://example.org/0xA, example.org",
    "https://a.io/?u=https%3A%2F%2Fexample.org%2F0xA, example.org",
    "https://a.io/?u=https%253a%252f%252fexample.org%252f0xA, example.org",
    "https://a.io/?u=example.org/0xA, example.org",
    "https://a.io/0xA?u=https://example.org/, a.io",
    "https://a.io/0xA?u=example.org/x, a.io"
  })
  void at_theHost_isThatOfTheInnermostLinkAroundTheAddress(String link, String host) {
    assertThat(at(link).host()).isEqualTo(host);
  }

  @Test
  void at_aPath_isSplitIntoSegments() {
    Link link = at("https://a.io/EN//b%2Fc/x_0xA-bsc/d?e=f&amp;amp;g#h");
    assertThat(link.segments()).containsExactly("en", "b", "c", "x_0xa-bsc", "d");
    assertThat(link.here()).isEqualTo(new Link.Part(3, "", "x_0xa-bsc", "x_"));
    assertThat(link.written()).isEqualTo(new Link.Form(false, "bsc"));
    assertThat(link.queries()).extracting(Link.Part::name).containsExactly("e", "");
    assertThat(link.queries()).extracting(Link.Part::text).containsExactly("f", "g");
    assertThat(link.anchor()).isEqualTo("h");
  }

  @Test
  void at_aPathInTheFragment_isAPath() {
    Link link = at("https://a.io/#/swap?from=ETH&to=0xA");
    assertThat(link.segments()).containsExactly("swap");
    assertThat(link.here()).isEqualTo(new Link.Part(Link.Part.QUERY, "to", "0xa", ""));
    assertThat(at("https://a.io/#!/token/0xA").segments()).containsExactly("token", "0xa");
  }

  @Test
  void at_anAddressWithoutCapitals_isLower() {
    assertThat(Link.at("a.io/0xabc1", 5).written().lower()).isTrue();
    assertThat(Link.at("a.io/0xabC1", 5).written().lower()).isFalse();
    assertThat(Link.at("a.io/", 5).written().lower()).isFalse();
  }

  @Test
  void at_thePartUpToTheAddress_isEnough() {
    Link link = Link.at("https://a.io/swap?outputCurrency=", 33);
    assertThat(link.here()).isEqualTo(new Link.Part(Link.Part.QUERY, "outputcurrency", "", ""));
    assertThat(Link.at("https://a.io/token/", 19).segments()).containsExactly("token");
    assertThat(Sites.judge(Link.at("https://a.io/token/", 19)).role()).isEqualTo(Role.TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "a/",
        "https://",
        "https://a.io/?u=",
        "%25",
        "%",
        "%2F",
        "&amp;",
        "&",
        "=",
        "?u=a.b/",
        "#/",
        "a.",
        ":",
        "0xA",
        "@",
        "&u=a.io/0",
        "%3A%2F%2F",
        "-",
        "\uD83D",
        "İ"
      })
  void at_aMillionOfAnything_isTakenApartInOnePass(String piece) {
    String link = piece.repeat(1_000_000 / piece.length());
    for (int position : new int[] {0, link.length() / 2, link.length()}) {
      Link taken = Link.at(link, position);
      int parts = taken.segments().size() + taken.queries().size();
      assertThat(parts).isLessThanOrEqualTo(link.length() + 1);
      assertThat(Sites.judge(taken)).isNotNull();
    }
  }

  @Test
  void at_anyLink_isJudgedAndNeverFails() {
    String[] pieces = {
      "https://",
      "t.me",
      "etherscan.io",
      "/",
      "?",
      "#",
      "&",
      "=",
      "%",
      "%2F",
      "%25",
      "&amp;",
      "0xAb",
      "token",
      "start",
      ":",
      "//",
      ".",
      "@",
      "www.",
      "swap",
      "bsc",
      "\uDC00",
      "-",
      "_",
      " "
    };
    Random random = new Random(3);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder link = new StringBuilder();
      for (int i = random.nextInt(15); i > 0; i--) {
        link.append(pieces[random.nextInt(pieces.length)]);
      }
      int position = random.nextInt(link.length() + 1);
      Sites.Judged judged = Sites.judge(Link.at(link.toString(), position));
      assertThat(judged.confidence()).isBetween(0.0, 1.0);
      assertThat(judged.why()).isNotEmpty();
    }
  }
}
