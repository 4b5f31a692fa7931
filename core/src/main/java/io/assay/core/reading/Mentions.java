package io.assay.core.reading;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
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

/// Finds the addresses of a message wherever they stand: in its text, behind links, on buttons.
final class Mentions {
  private static final int LONGEST = 1 << 16;

  private Mentions() {}

  /// Each address once, surest first.
  static List<Mention> of(Content content, Folded text, Words words, Hits hits) {
    Place place =
        content.media() == Media.NONE || content.media() == Media.WEB_PAGE
            ? Place.TEXT
            : Place.CAPTION;
    List<AddressScanner.Found> found = new ArrayList<>(AddressScanner.inText(text, words, place));
    for (TextEntity entity : content.entities()) {
      if (entity.kind() == EntityKind.TEXT_LINK) {
        found.addAll(inLink(entity.target(), Place.HIDDEN_LINK, entity.start(), entity.length()));
      }
    }
    for (Button button : content.buttons()) {
      found.addAll(inLink(button.target(), Place.BUTTON, 0, button.label().length()));
    }
    return found.isEmpty() ? List.of() : merge(found, content, hits);
  }

  private static List<AddressScanner.Found> inLink(String link, Place place, int at, int length) {
    if (link.length() < 32 || link.length() > LONGEST) {
      return List.of();
    }
    Folded folded = Folded.of(link);
    List<AddressScanner.Found> found = new ArrayList<>();
    for (var one : AddressScanner.inText(folded, Words.of(folded), place)) {
      Mention told = one.mention();
      Mention.Span span =
          new Mention.Span(place, at, (int) Math.min((long) at + length, Integer.MAX_VALUE));
      found.add(
          new AddressScanner.Found(
              new Mention(
                  told.token(), told.display(), span, told.role(), told.confidence(), told.why()),
              true));
    }
    return found;
  }

  /// The same address in several places is one mention, in the place that tells most about it; a
  /// chain that any of them names holds for all.
  private static List<Mention> merge(List<AddressScanner.Found> found, Content content, Hits hits) {
    Map<String, Mention> best = new LinkedHashMap<>();
    Map<String, Chain> chains = new LinkedHashMap<>();
    for (AddressScanner.Found one : found) {
      Mention mention = inCode(one.mention(), content);
      String address = mention.token().address();
      if (mention.token().chain() != Chain.EVM) {
        chains.put(address, mention.token().chain());
      }
      Mention known = best.get(address);
      if (known == null || mention.confidence() > known.confidence()) {
        best.put(address, mention);
      }
    }
    List<Mention> merged = new ArrayList<>(best.size());
    best.forEach((address, mention) ->
        merged.add(on(chains.getOrDefault(address, byWords(mention, hits)), mention)));
    merged.sort(Comparator.comparingDouble(Mention::confidence).reversed());
    return merged;
  }

  private static Chain byWords(Mention mention, Hits hits) {
    Chain said = hits.chain();
    return mention.token().chain() == Chain.EVM && said.isEvm() ? said : mention.token().chain();
  }

  private static Mention on(Chain chain, Mention mention) {
    if (chain == mention.token().chain()) {
      return mention;
    }
    Asset.Token token = new Asset.Token(chain, mention.token().address());
    List<String> why = new ArrayList<>(mention.why());
    why.add("on " + chain.word());
    return new Mention(
        token, mention.display(), mention.span(), mention.role(), mention.confidence(), why);
  }

  private static Mention inCode(Mention mention, Content content) {
    Mention.Span span = mention.span();
    if (span.place() != Place.TEXT && span.place() != Place.CAPTION) {
      return mention;
    }
    for (TextEntity entity : content.entities()) {
      boolean code = entity.kind() == EntityKind.CODE || entity.kind() == EntityKind.PRE;
      if (code
          && entity.start() <= span.start()
          && entity.start() + (long) entity.length() >= span.end()) {
        Mention.Span inCode = new Mention.Span(Place.CODE, span.start(), span.end());
        double surer = Math.min(1, mention.confidence() + 0.05);
        return new Mention(
            mention.token(), mention.display(), inCode, mention.role(), surer, mention.why());
      }
    }
    return mention;
  }
}
