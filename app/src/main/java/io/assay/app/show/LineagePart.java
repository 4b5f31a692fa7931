package io.assay.app.show;

import io.assay.app.record.Figures;
import io.assay.app.record.Titles;
import io.assay.core.ledger.Ledger;
import io.assay.core.lineage.LeadLag;
import io.assay.core.lineage.Lineage;
import io.assay.core.message.ChannelId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose word the channel's word is: its first calls and its echoes, its clone group, and the
/// channels that it follows more often than chance would have it.
record LineagePart(ChannelId channel, Ledger ledger, Titles titles) implements Part {
  private static final int MOST_LEADERS = 5;
  private static final double CLEAR = 0.01;

  @Override
  public void print(Page page) {
    Lineage lineage = Lineage.of(ledger);
    Lineage.Ancestry own = lineage.of(channel);
    page.title("lineage");
    page.field(
        "first", Figures.count(own.firsts()) + " that nobody heard here had called the day before");
    String whose =
        own.mostly()
            .map(it -> ", mostly of " + titles.name(it.channel()) + " (" + it.echoes() + ")")
            .orElse("");
    page.field("echoes", Figures.count(own.echoes()) + whose + "; they count for nobody here");
    lineage
        .cloneGroup(channel)
        .ifPresent(group ->
            page.field(
                "one voice",
                group.members().size() + " channels, led by " + titles.name(group.originator())));
    for (LeadLag pair : leaders()) {
      page.field("follows", words(pair));
    }
  }

  private String words(LeadLag pair) {
    return String.format(
        Locale.ROOT,
        "%s: %d times within a day, %.1f expected by chance, %s later, p %.2g",
        titles.name(pair.leader()),
        pair.together(),
        pair.expected(),
        lag(pair.medianLag()),
        pair.p());
  }

  private static String lag(Duration lag) {
    return lag.toMinutes() > 0 ? lag.toMinutes() + " min" : lag.toSeconds() + " s";
  }

  /// Those that it follows, beyond chance though so many pairs are looked at.
  private List<LeadLag> leaders() {
    List<LeadLag> all = LeadLag.of(ledger);
    return all.stream()
        .filter(pair -> pair.follower().equals(channel) && pair.p() * all.size() < CLEAR)
        .limit(MOST_LEADERS)
        .toList();
  }

  @Override
  public void put(Map<String, @Nullable Object> json) {
    Lineage lineage = Lineage.of(ledger);
    Lineage.Ancestry own = lineage.of(channel);
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("firsts", own.firsts());
    one.put("echoes", own.echoes());
    Optional<Lineage.Source> mostly = own.mostly();
    one.put("mostlyOf", mostly.map(it -> it.channel().value()).orElse(null));
    one.put(
        "cloneGroup",
        lineage
            .cloneGroup(channel)
            .map(group -> group.members().stream().map(ChannelId::value).toList())
            .orElse(null));
    List<Map<String, @Nullable Object>> follows = new ArrayList<>();
    for (LeadLag pair : leaders()) {
      Map<String, @Nullable Object> leader = new LinkedHashMap<>();
      leader.put("chat", pair.leader().value());
      leader.put("together", pair.together());
      leader.put("expected", Figures.number(pair.expected()));
      leader.put("medianLagSeconds", pair.medianLag().toSeconds());
      leader.put("p", Figures.number(pair.p()));
      follows.add(leader);
    }
    one.put("follows", follows);
    json.put("lineage", one);
  }
}
