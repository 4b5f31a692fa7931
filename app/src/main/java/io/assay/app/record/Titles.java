package io.assay.app.record;

import io.assay.core.ledger.ChannelAccount;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// What channels are called. Several may bear one title.
public final class Titles {
  private final SortedMap<ChannelId, String> titles = new TreeMap<>();

  /// Those of a ledger.
  public Titles(Ledger ledger) {
    ledger.scan(
        Table.CHANNELS,
        new byte[0],
        (_, row) -> {
          ChannelAccount account = ChannelAccount.ofBytes(row);
          titles.put(account.channel(), account.title());
        });
  }

  /// A channel's title; empty where nobody told any.
  public String of(ChannelId channel) {
    return titles.getOrDefault(channel, "");
  }

  /// The title, or the id of a channel that has none.
  public String name(ChannelId channel) {
    String title = of(channel);
    return title.isBlank() ? channel.toString() : title;
  }

  public boolean knows(ChannelId channel) {
    return titles.containsKey(channel);
  }

  /// The channel that those words name: an id as Telegram or the Bot API writes it, else a title,
  /// else a part of one. In no case do capitals matter, nor an @ before it.
  ///
  /// @return none, one, or those between which the words do not tell
  public List<ChannelId> find(String words) {
    String name = (words.startsWith("@") ? words.substring(1) : words).strip();
    if (name.matches("-?\\d{1,18}")) {
      ChannelId id = ChannelId.canonical(Long.parseLong(name));
      if (titles.containsKey(id)) {
        return List.of(id);
      }
    }
    String small = name.toLowerCase(Locale.ROOT);
    List<ChannelId> whole = new ArrayList<>();
    List<ChannelId> part = new ArrayList<>();
    titles.forEach((channel, title) -> {
      String other = title.toLowerCase(Locale.ROOT).strip();
      if (!small.isEmpty() && other.equals(small)) {
        whole.add(channel);
      } else if (!small.isEmpty() && other.contains(small)) {
        part.add(channel);
      }
    });
    return whole.isEmpty() ? List.copyOf(part) : List.copyOf(whole);
  }

  /// Whether the words are a channel's id or whole title.
  public boolean isWhole(String words, ChannelId channel) {
    String name = (words.startsWith("@") ? words.substring(1) : words).strip();
    return name.equalsIgnoreCase(of(channel).strip())
        || (name.matches("-?\\d{1,18}")
            && ChannelId.canonical(Long.parseLong(name)).equals(channel));
  }
}
