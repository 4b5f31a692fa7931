package io.assay.core.mention;

import io.assay.core.asset.AddressScanner;
import io.assay.core.asset.Chain;
import io.assay.core.asset.Money;
import io.assay.core.message.Button;
import io.assay.core.message.Content;
import io.assay.core.message.EntityKind;
import io.assay.core.message.Media;
import io.assay.core.message.TextEntity;
import io.assay.core.text.Folded;
import io.assay.core.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the addresses of a message wherever they stand (in its text, behind links, on buttons) and
/// judges what each is for by all that is said about it, wherever. Each address is one mention, in
/// the place where it was seen first; text comes before links, and links before buttons.
///
/// Five mentions above 0.3 are believed, the surest. What else is found is told too, but at 0.3, so
/// that a list of fifty opens no fifty calls.
public final class Mentions {
  private static final int LONGEST = 1 << 16;
  private static final int SHORTEST_LINK = 32;
  private static final int BELIEVED = 5;
  private static final double BELIEF = 0.3;
  private static final double LABEL = 1.5;
  private static final double NEUTRAL = 0.5;
  private static final double AN_ACCOUNT = 0.6;
  private static final double BY_ITSELF = 0.6;
  private static final double PER_LINK = 6;
  private static final double BESIDE_LINK = 0.5;
  private static final double ANYWHERE = 0.2;

  private final Content content;
  private final Folded text;
  private final Words words;
  private final Chain named;
  private Map<String, Sighted> sighted = Map.of();
  private boolean amongWallets;
  private @Nullable Nearby nearby;

  private Mentions(Content content, Folded text, Words words, Chain named) {
    this.content = content;
    this.text = text;
    this.words = words;
    this.named = named;
  }

  /// Each address once, surest first.
  ///
  /// @param named the chain that the words name; [Chain#EVM] where they name none or several
  public static List<Mention> of(Content content, Folded text, Words words, Chain named) {
    Mentions mentions = new Mentions(content, text, words, named);
    mentions.inText();
    for (TextEntity entity : content.entities()) {
      if (entity.kind() == EntityKind.TEXT_LINK) {
        mentions.inHiddenLink(entity);
      }
    }
    for (Button button : content.buttons()) {
      mentions.inButton(button);
    }
    return mentions.sighted.isEmpty() ? List.of() : mentions.judged();
  }

  private Nearby nearby() {
    Nearby known = nearby;
    if (known == null) {
      known = new Nearby(words);
      nearby = known;
    }
    return known;
  }

  private void inText() {
    boolean plain = content.media() == Media.NONE || content.media() == Media.WEB_PAGE;
    Place place = plain ? Place.TEXT : Place.CAPTION;
    for (AddressScanner.Found found : AddressScanner.scan(text, words)) {
      String link = Links.before(text, found.start());
      int from = found.start() - link.length();
      int to = link.isEmpty() ? found.end() : Links.end(text, found.end());
      Votes votes = new Votes();
      double share =
          link.isEmpty()
              ? alone(text, found, votes)
              : inLink(text.text(from, to), found.start() - from, votes);
      nearby().tell(from, to, share, votes);
      int start = text.origin(found.start());
      int end = text.end(found.end());
      Place where = link.isEmpty() ? code(start, end, place) : Place.URL;
      if (where == Place.CODE) {
        votes.quality(0.1, "in code");
      }
      sight(found, new Mention.Span(where, start, end), votes);
    }
  }

  private static double alone(Folded text, AddressScanner.Found found, Votes votes) {
    votes.add(Role.TOKEN, BY_ITSELF, "an address by itself");
    if (!text.isLiteral(found.start(), found.end())) {
      votes.quality(-0.1, "in other letters");
    }
    return 1;
  }

  private Place code(int start, int end, Place otherwise) {
    for (TextEntity entity : content.entities()) {
      boolean code = entity.kind() == EntityKind.CODE || entity.kind() == EntityKind.PRE;
      long last = entity.start() + (long) entity.length();
      if (code && entity.start() <= start && last >= end) {
        return Place.CODE;
      }
    }
    return otherwise;
  }

  private void inHiddenLink(TextEntity entity) {
    int length = content.text().length();
    int start = Math.min(entity.start(), length);
    int end = (int) Math.min(start + (long) entity.length(), length);
    Mention.Span span = new Mention.Span(Place.HIDDEN_LINK, start, end);
    Folded link = link(entity.target());
    for (AddressScanner.Found found : AddressScanner.scan(link, Words.of(link))) {
      Votes votes = new Votes();
      int from = text.indexOf(start);
      int to = text.indexOf(end);
      double share = inLink(link.text(0, link.length()), found.start(), votes);
      nearby().tell(from, to, share, votes);
      nearby().within(from, to, share, votes);
      sight(found, span, votes);
    }
  }

  private void inButton(Button button) {
    Mention.Span span = new Mention.Span(Place.BUTTON, 0, button.label().length());
    boolean copies = button.target().indexOf("://") < 0;
    Folded target = copies ? text(button.target()) : link(button.target());
    for (AddressScanner.Found found : AddressScanner.scan(target, Words.of(target))) {
      Votes votes = new Votes();
      Folded label = text(button.label());
      double share =
          copies && Links.before(target, found.start()).isEmpty()
              ? alone(target, found, votes)
              : inLink(target.text(0, target.length()), found.start(), votes);
      new Nearby(Words.of(label)).within(0, label.length(), share, votes);
      sight(found, span, votes);
    }
    onButton(text(button.label()));
  }

  private void onButton(Folded label) {
    Words said = Words.of(label);
    for (AddressScanner.Found found : AddressScanner.scan(label, said)) {
      Votes votes = new Votes();
      alone(label, found, votes);
      new Nearby(said).tell(found.start(), found.end(), 1, votes);
      int start = label.origin(found.start());
      sight(found, new Mention.Span(Place.BUTTON, start, label.end(found.end())), votes);
    }
  }

  private static Folded text(String written) {
    return Folded.of(written.length() <= LONGEST ? written : "");
  }

  private static Folded link(String target) {
    boolean sized = target.length() >= SHORTEST_LINK && target.length() <= LONGEST;
    return Folded.of(sized ? Links.decoded(target) : "");
  }

  /// @return the share of their strength with which words still count: a link that names what it
  ///   leads to is surer than they are
  private static double inLink(String link, int position, Votes votes) {
    Sites.Judged judged = Sites.judge(Link.at(link, position));
    votes.on(judged.chain(), 2);
    boolean named = judged.confidence() > NEUTRAL;
    double strength = named ? (judged.confidence() - 0.3) * PER_LINK : AN_ACCOUNT;
    votes.link(judged.role(), strength, judged.why());
    return named ? BESIDE_LINK : 1;
  }

  /// Notes what was seen; 40 digits without 0x only where words before them call them an address.
  private void sight(AddressScanner.Found found, Mention.Span span, Votes votes) {
    if (found.kind() == AddressScanner.Kind.BARE && votes.of(Role.TOKEN) < LABEL) {
      return;
    }
    Sighted now = new Sighted(found, span, votes);
    sighted = sighted.isEmpty() ? new LinkedHashMap<>() : sighted;
    amongWallets |= now.isMoney();
    Sighted known = sighted.putIfAbsent(now.normal(), now);
    if (known != null) {
      known.votes().take(votes);
    }
  }

  private List<Mention> judged() {
    List<Mention> mentions = new ArrayList<>(sighted.size());
    boolean called = false;
    boolean selling = nearby().sells();
    Chain said = nearby().chains().wherever();
    boolean known = said == Chain.EVM && !nearby().chains().denies(named);
    for (Sighted one : sighted.values()) {
      nearby().anywhere(one.votes());
      one.votes().on(said, ANYWHERE);
      one.weigh(amongWallets, selling);
      called |= one.votes().role() == Role.TOKEN && !Money.is(one.normal());
    }
    for (Sighted one : sighted.values()) {
      if (called && Money.is(one.normal())) {
        one.votes().doubt("what tokens are bought with, beside another token");
      }
      mentions.add(one.mention(known ? named : said));
    }
    mentions.sort(Comparator.comparingDouble(Mention::confidence).reversed());
    for (int i = BELIEVED; i < mentions.size(); i++) {
      mentions.set(i, unbelieved(mentions.get(i)));
    }
    return mentions;
  }

  private static Mention unbelieved(Mention mention) {
    if (mention.confidence() <= BELIEF) {
      return mention;
    }
    List<String> why = new ArrayList<>(mention.why());
    why.add("five others are surer");
    return new Mention(
        mention.token(), mention.display(), mention.span(), mention.role(), BELIEF, why);
  }
}
