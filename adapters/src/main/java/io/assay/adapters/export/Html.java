package io.assay.adapters.export;

import io.assay.core.message.ChannelId;
import io.assay.core.message.EntityKind;
import io.assay.core.message.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/// Reads one page of a Telegram Desktop HTML export. The page tells the chat's title, and neither
/// its id nor its type, so the chat is named by its title.
final class Html {
  /// Larger than any page that Telegram writes.
  private static final int LARGEST = 64 << 20;

  /// What a page takes in memory, in times its own length: its text, its tree, its places.
  private static final int SWELLING = 24;

  private static final String MESSAGE = "message";
  private static final String REPLY = "go_to_message";
  private static final String END = "</html>";

  private final Telling telling;
  private final Offsets offsets;
  private final ChannelId channel;
  private long lastSentAt;

  private Html(Telling telling, Offsets offsets, ChannelId channel, long firstDate) {
    this.telling = telling;
    this.offsets = offsets;
    this.channel = channel;
    lastSentAt = firstDate;
  }

  /// Tells at which byte of the page a character stands. Asked in rising order.
  private static final class Offsets {
    private final CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer bytes;
    private int index;

    Offsets(byte[] page) {
      bytes = ByteBuffer.wrap(page);
    }

    long of(int character) {
      CharBuffer passed = CharBuffer.allocate(Math.max(0, character - index));
      decoder.decode(bytes, passed, true);
      index += passed.position();
      return bytes.position();
    }
  }

  static void read(InputStream in, Telling telling) throws IOException {
    int most = (int) Math.min(LARGEST, Runtime.getRuntime().maxMemory() / SWELLING);
    byte[] bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      String memory = most < LARGEST ? ", which this much memory cannot hold" : "";
      telling.flaw(0, -1, "a page of more than " + (most >> 20) + " MB" + memory);
      return;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    Document page = Jsoup.parse(text, "", Parser.htmlParser().setTrackPosition(true));
    Element header = page.selectFirst(".page_header .text");
    if (header == null || header.text().isBlank()) {
      telling.flaw(0, -1, "is no Telegram export: the page has no chat title");
      return;
    }
    String title = header.text();
    ChannelId channel = ChannelId.ofTitle(title);
    telling.title(channel, title);
    Html reader = new Html(telling, new Offsets(bytes), channel, firstDate(page));
    for (Element message : page.select("div.message")) {
      reader.message(message);
    }
    if (!text.stripTrailing().endsWith(END)) {
      long line = text.chars().filter(letter -> letter == '\n').count() + 1;
      telling.flaw(line, bytes.length, "the page ends early, maybe within its last message");
    }
  }

  /// The first time on the page: that of service lines before it.
  private static long firstDate(Document page) {
    Element date = page.selectFirst(".date[title]");
    try {
      return date == null ? Long.MIN_VALUE : Times.ofHtml(date.attr("title"));
    } catch (UnreadableException e) {
      return Long.MIN_VALUE; // the message that has it is a flaw
    }
  }

  private void message(Element message) {
    try {
      long id = id(message);
      if (id > 0) {
        Draft draft = message.hasClass("service") ? service(message) : post(message);
        draft.chat = channel.value();
        draft.id = id;
        lastSentAt = draft.sentAt;
        telling.event(telling.made(draft));
      }
    } catch (UnreadableException e) {
      String id = message.id();
      String cause = id.isEmpty() ? e.words() : id + ": " + e.words();
      Range.Position at = message.sourceRange().start();
      telling.flaw(at.lineNumber(), offsets.of(at.pos()), cause);
    }
  }

  /// The message's id; days between messages have negative ones.
  private static long id(Element message) throws UnreadableException {
    String id = message.id();
    if (!id.startsWith(MESSAGE)) {
      throw new UnreadableException("a message without an id that can be read");
    }
    try {
      return Long.parseLong(id.substring(MESSAGE.length()));
    } catch (NumberFormatException e) {
      throw new UnreadableException("the id is no number");
    }
  }

  /// Service lines carry no time: they happened at about that of the message before.
  private Draft service(Element message) {
    Draft draft = new Draft();
    draft.media = Media.SERVICE;
    draft.sentAt = lastSentAt;
    draft.text = message.text();
    return draft;
  }

  private Draft post(Element message) throws UnreadableException {
    Draft draft = new Draft();
    Element date = message.selectFirst(".date[title]");
    if (date == null) {
      throw new UnreadableException("has no date");
    }
    String time = date.attr("title");
    draft.sentAt = Times.ofHtml(time);
    draft.assumesUtc = !Times.isZoned(time);
    Element reply = message.selectFirst(".reply_to a");
    if (reply != null) {
      draft.replyTo = reply(reply);
    }
    Element forward = message.selectFirst(".forwarded .from_name");
    if (forward != null) {
      draft.originChat = ChannelId.ofTitle(forward.ownText()).value();
    }
    media(message, draft);
    for (Element button : message.select(".bot_button a[href]")) {
      draft.button(button.text(), button.attr("href"));
    }
    Element text = message.selectFirst(".text");
    if (text != null) {
      StringBuilder words = new StringBuilder();
      text(text, words, draft);
      draft.text = words.toString().stripTrailing();
    }
    return draft;
  }

  private static long reply(Element link) {
    String target = link.attr("href");
    int at = target.indexOf(REPLY);
    String digits = at < 0 ? "" : target.substring(at + REPLY.length());
    return !digits.isEmpty() && digits.length() < 18 && digits.chars().allMatch(Character::isDigit)
        ? Long.parseLong(digits)
        : 0;
  }

  private static void media(Element message, Draft draft) {
    Element wrap = message.selectFirst(".media_wrap");
    if (wrap == null) {
      return;
    }
    if (wrap.selectFirst(".photo_wrap, .media_photo") != null) {
      draft.media = Media.PHOTO;
    } else if (wrap.selectFirst(".video_file_wrap, .animated_wrap, .media_video") != null) {
      draft.media = Media.VIDEO;
    } else if (wrap.selectFirst(".media_voice_message") != null) {
      draft.media = Media.VOICE;
    } else if (wrap.selectFirst(".sticker_wrap, .sticker") != null) {
      draft.media = Media.STICKER;
    } else if (wrap.selectFirst(".media_poll") != null) {
      draft.media = Media.POLL;
    } else {
      draft.media = Media.DOCUMENT;
    }
  }

  /// Gathers the words and their markings. Blanks of the page's own layout count for nothing.
  private static void text(Element element, StringBuilder words, Draft draft) {
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text) {
        String shown = text.text();
        boolean atLineStart = words.isEmpty() || words.charAt(words.length() - 1) == '\n';
        words.append(atLineStart ? shown.stripLeading() : shown);
      } else if (node instanceof Element child) {
        marked(child, words, draft);
      }
    }
  }

  private static void marked(Element child, StringBuilder words, Draft draft) {
    String tag = child.normalName();
    if (tag.equals("br")) {
      words.append('\n');
      return;
    }
    int start = words.length();
    text(child, words, draft);
    String target = tag.equals("a") ? child.attr("href") : "";
    String shown = words.substring(start);
    EntityKind kind = kind(tag, child.attr("onclick"), target, shown);
    if (kind != EntityKind.OTHER && !shown.isEmpty()) {
      String hidden = kind == EntityKind.TEXT_LINK ? target : "";
      draft.entity(kind, start, shown.length(), hidden);
    }
  }

  private static EntityKind kind(String tag, String onClick, String target, String shown) {
    return switch (tag) {
      case "strong", "b" -> EntityKind.BOLD;
      case "em", "i" -> EntityKind.ITALIC;
      case "u" -> EntityKind.UNDERLINE;
      case "s" -> EntityKind.STRIKE;
      case "code" -> EntityKind.CODE;
      case "pre" -> EntityKind.PRE;
      case "blockquote" -> EntityKind.QUOTE;
      case "a" -> link(onClick, target, shown);
      default -> EntityKind.OTHER;
    };
  }

  private static EntityKind link(String onClick, String target, String shown) {
    if (onClick.contains("ShowHashtag")) {
      return EntityKind.HASHTAG;
    }
    if (onClick.contains("ShowCashtag")) {
      return EntityKind.CASHTAG;
    }
    if (onClick.contains("ShowBotCommand")) {
      return EntityKind.BOT_COMMAND;
    }
    if (onClick.contains("ShowMention") || shown.startsWith("@")) {
      return EntityKind.MENTION;
    }
    if (target.isEmpty()) {
      return EntityKind.OTHER;
    }
    boolean same =
        target.equals(shown)
            || target.endsWith("//" + shown)
            || target.endsWith("//" + shown + "/");
    return same ? EntityKind.URL : EntityKind.TEXT_LINK;
  }
}
