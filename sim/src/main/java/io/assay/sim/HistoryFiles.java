package io.assay.sim;

import io.assay.core.message.Media;
import io.assay.core.message.MessageEvent;
import io.assay.core.message.TextEntity;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Writes a history as its files: `result.json` as Telegram Desktop exports many chats, and
/// `candles/` with one file a token. Some tokens get none: nobody has prices for everything.
public final class HistoryFiles {
  private static final int UNPRICED_EVERY = 12;

  private HistoryFiles() {}

  /// Writes everything into the folder, which is made if there is none.
  ///
  /// @param zipped whether candle files are gzipped
  public static void write(History history, Path folder, boolean zipped) throws IOException {
    Path candles = folder.resolve("candles");
    Files.createDirectories(candles);
    try (Writer out = Files.newBufferedWriter(folder.resolve("result.json"))) {
      export(history, out);
    }
    for (Token token : history.tokens()) {
      if (token.number() % UNPRICED_EVERY != UNPRICED_EVERY - 1) {
        Path file = candles.resolve(token.file() + (zipped ? ".csv.gz" : ".csv"));
        try (OutputStream raw = Files.newOutputStream(file);
            Writer out = writer(zipped ? new GZIPOutputStream(raw) : raw)) {
          candles(history, token, out);
        }
      }
    }
  }

  /// Writes the messages as Telethon dumps them, one `Message.to_dict()` a line, in time order.
  public static void dump(History history, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      for (MessageEvent event : history.events()) {
        line(event, out);
      }
    }
  }

  private static void line(MessageEvent event, Writer out) throws IOException {
    boolean service = event.content().media() == Media.SERVICE;
    out.write("{\"_\": \"" + (service ? "MessageService" : "Message") + "\"");
    out.write(", \"id\": " + event.ref().id());
    out.write(", \"peer_id\": {\"_\": \"PeerChannel\", \"channel_id\": " + event.chat() + "}");
    out.write(", \"date\": \"" + telethon(event.timing().sentAt()) + "\"");
    out.write(", \"message\": " + quoted(event.content().text()) + ", \"out\": false");
    out.write(", \"from_id\": null, \"fwd_from\": null, \"media\": null, \"entities\": [");
    String comma = "";
    for (TextEntity entity : event.content().entities()) {
      String link = entity.target().isEmpty() ? "" : ", \"url\": " + quoted(entity.target());
      String name = link.isEmpty() ? "MessageEntityCode" : "MessageEntityTextUrl";
      out.write(comma + "{\"_\": \"" + name + "\", \"offset\": " + entity.start());
      out.write(", \"length\": " + entity.length() + link + "}");
      comma = ", ";
    }
    String edit =
        event.timing().isRevised() ? '"' + telethon(event.timing().revisedAt()) + '"' : "null";
    out.write("], \"views\": 100, \"forwards\": 2, \"edit_date\": " + edit + "}\n");
  }

  private static String telethon(Instant at) {
    return at.toString().substring(0, 19) + "+00:00";
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }

  private static void candles(History history, Token token, Writer out) throws IOException {
    out.write("time,open,high,low,close,volume\n");
    Course course = history.course(token);
    StringBuilder line = new StringBuilder();
    long end = history.plan().end().getEpochSecond();
    long step = history.plan().step().toSeconds();
    for (long at = history.plan().from().getEpochSecond(); at < end; at += step) {
      line.setLength(0);
      course.write(course.next(at), line);
      out.append(line);
    }
  }

  private static void export(History history, Writer out) throws IOException {
    out.write("{\n \"about\": \"Made by Assay's simulator: no real channel, no real token.\",\n");
    out.write(" \"chats\": {\n  \"list\": [");
    for (int c = 0; c < history.plan().channels(); c++) {
      List<Post> posts = history.posts(c);
      long id = posts.isEmpty() ? 0 : posts.getFirst().channel();
      out.write((c == 0 ? "\n" : ",\n") + "   {\n    \"name\": " + quoted(History.name(c)));
      out.write(",\n    \"type\": \"public_channel\",\n    \"id\": " + id);
      out.write(",\n    \"messages\": [");
      for (int i = 0; i < posts.size(); i++) {
        out.write(i == 0 ? "\n" : ",\n");
        message(posts.get(i), History.name(c), out);
      }
      out.write("\n    ]\n   }");
    }
    out.write("\n  ]\n }\n}\n");
  }

  private static void message(Post post, String name, Writer out) throws IOException {
    out.write("     {\"id\": " + post.id());
    out.write(", \"type\": \"" + (post.service() ? "service" : "message") + "\"");
    time("date", post.at(), out);
    if (post.editedAt().isAfter(post.at())) {
      time("edited", post.editedAt(), out);
    }
    String from = post.service() ? "actor" : "from";
    out.write(", \"" + from + "\": " + quoted(name));
    out.write(", \"" + from + "_id\": \"channel" + post.channel() + "\"");
    if (post.service()) {
      out.write(", \"action\": \"pin_message\", \"text\": \"\", \"text_entities\": []}");
      return;
    }
    out.write(", \"text\": [");
    parts(post.parts(), out, true);
    out.write("], \"text_entities\": [");
    parts(post.parts(), out, false);
    out.write("]}");
  }

  private static void time(String field, Instant at, Writer out) throws IOException {
    String local = at.toString().substring(0, 19);
    out.write(", \"" + field + "\": \"" + local + "\"");
    out.write(", \"" + field + "_unixtime\": \"" + at.getEpochSecond() + "\"");
  }

  /// @param terse whether plain parts are written as strings, as in the field `text`
  private static void parts(List<Post.Part> parts, Writer out, boolean terse) throws IOException {
    boolean first = true;
    for (Post.Part part : parts) {
      if (!part.text().isEmpty()) {
        out.write(first ? "" : ", ");
        first = false;
        boolean plain = terse && part.type().equals("plain");
        out.write(plain ? quoted(part.text()) : object(part));
      }
    }
  }

  private static String object(Post.Part part) {
    String href = part.href().isEmpty() ? "" : ", \"href\": " + quoted(part.href());
    return "{\"type\": \"" + part.type() + "\", \"text\": " + quoted(part.text()) + href + "}";
  }

  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"' + escaped + '"';
  }
}
