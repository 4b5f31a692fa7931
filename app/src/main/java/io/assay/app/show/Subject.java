package io.assay.app.show;

import io.assay.app.record.AssetWords;
import io.assay.app.record.BooksView;
import io.assay.app.record.Titles;
import io.assay.core.asset.Asset;
import io.assay.core.call.Call;
import io.assay.core.canon.CanonWriter;
import io.assay.core.ledger.Table;
import io.assay.core.message.ChannelId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an operator wants to see, as he typed it.
public sealed interface Subject {
  /// A call, such as `1349910648/1234`.
  record OfCall(Call call) implements Subject {}

  /// A channel.
  record OfChannel(ChannelId channel) implements Subject {}

  /// An asset that somebody called.
  record OfAsset(Asset asset) implements Subject {}

  /// The words do not tell between these.
  ///
  /// @param candidates each in words that do tell
  record Several(List<String> candidates) implements Subject {
    public Several {
      candidates = List.copyOf(candidates);
    }
  }

  /// Nothing in the books.
  record Unknown(String why) implements Subject {
    public Unknown {
      Objects.requireNonNull(why, "why");
    }
  }

  Pattern CALL = Pattern.compile("(-?\\d{1,18})/(-?\\d{1,18})(@\\d{1,18})?(#\\d{1,9})?");

  /// What the words mean in those books: a call by its id; an asset by its address, or with its
  /// market or a `$` before it; a channel's id or whole title, or a symbol; a part of a title.
  static Subject of(String words, BooksView view, Titles titles) {
    String text = words.strip();
    Matcher call = CALL.matcher(text);
    if (call.matches()) {
      return call(call, view);
    }
    AssetWords name = new AssetWords(text);
    List<Asset> assets = assets(name, view);
    if (name.isExact() && !assets.isEmpty()) {
      return one(List.of(), assets, titles);
    }
    List<ChannelId> channels = titles.find(text);
    List<ChannelId> whole = channels.stream().filter(id -> titles.isWhole(text, id)).toList();
    if (!whole.isEmpty() || !assets.isEmpty()) {
      return one(whole, assets, titles);
    }
    return channels.isEmpty()
        ? new Unknown("nobody called “" + text + "”, and no channel goes by it")
        : one(channels, List.of(), titles);
  }

  private static Subject one(List<ChannelId> channels, List<Asset> assets, Titles titles) {
    if (channels.size() + assets.size() == 1) {
      return channels.isEmpty()
          ? new OfAsset(assets.getFirst())
          : new OfChannel(channels.getFirst());
    }
    List<String> candidates = new ArrayList<>();
    channels.forEach(id -> candidates.add("channel %s “%s”".formatted(id, titles.of(id))));
    assets.forEach(asset -> candidates.add(asset.id()));
    return new Several(candidates);
  }

  private static List<Asset> assets(AssetWords name, BooksView view) {
    SortedMap<String, Asset> found = new TreeMap<>();
    view.ledger()
        .scan(
            Table.CALLS,
            new byte[0],
            (_, row) -> {
              Asset asset = Call.ofBytes(row).claim().asset();
              if (!found.containsKey(asset.id()) && name.name(asset, view.symbols())) {
                found.put(asset.id(), asset);
              }
            });
    return List.copyOf(found.values());
  }

  /// A call by its id; by its message alone where that made only one.
  private static Subject call(Matcher words, BooksView view) {
    ChannelId chat = ChannelId.canonical(Long.parseLong(words.group(1)));
    long message = Long.parseLong(words.group(2));
    byte[] prefix = new CanonWriter().signed(chat.value()).signed(message).toBytes();
    List<Call> calls = new ArrayList<>();
    view.ledger().scan(Table.CALLS, prefix, (_, row) -> calls.add(Call.ofBytes(row)));
    String edit = words.group(3) == null ? "" : words.group(3);
    String ordinal = words.group(4) == null ? "" : words.group(4);
    String id = chat + "/" + message + edit + ordinal;
    for (Call call : calls) {
      if (call.id().toString().equals(id)) {
        return new OfCall(call);
      }
    }
    boolean bare = edit.isEmpty() && ordinal.isEmpty();
    if (!bare || calls.isEmpty()) {
      return new Unknown("there is no call " + id);
    }
    return calls.size() == 1
        ? new OfCall(calls.getFirst())
        : new Several(calls.stream().map(Subject::brief).toList());
  }

  private static String brief(Call call) {
    return call.id() + " (" + call.claim().asset().id() + ")";
  }
}
