package io.assay.app.cli;

import io.assay.adapters.export.MessageLine;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.screen.ReadingLine;
import io.assay.core.message.Content;
import io.assay.core.message.Engagement;
import io.assay.core.reading.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `assay read`: what messages say, one reading a line.
@Command(
    name = "read",
    description = {
      "Reads messages from standard input and prints what each says, one JSON object a line.",
      "A line holds one message: {\"text\": …, \"entities\": […]} as the Bot API or Telethon writes"
          + " it, a whole Message.to_dict(), an update of the Bot API, or a message of a Telegram"
          + " Desktop export. A broken one gives {\"error\": …} in its place. Of a text of more than"
          + " 65,536 characters the first are read, and \"unread\" says how many are not."
    },
    mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {
  private final InputStream in;
  private final Reader reader = new Reader();

  @Option(names = "--text", description = "each line is a message's text, and no JSON")
  private boolean plain;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  ReadCommand() {
    this(System.in);
  }

  ReadCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    LineStream lines = new LineStream(in);
    for (LineStream.@Nullable Line line = lines.next();
        line != null && !out.checkError();
        line = lines.next()) {
      out.println(reading(line));
    }
    return ExitCode.FINE;
  }

  private String reading(LineStream.Line line) {
    return switch (line) {
      case LineStream.Line.TooLong _ -> ReadingLine.error("a line of more than 16 MB");
      case LineStream.Line.Whole(String text) when plain -> read(Content.of(text), Engagement.NONE);
      case LineStream.Line.Whole(String text) ->
          switch (MessageLine.read(text)) {
            case MessageLine.Broken(String why) -> ReadingLine.error(why);
            case MessageLine.Told(Content content, Engagement engagement) ->
                read(content, engagement);
          };
    };
  }

  private String read(Content content, Engagement engagement) {
    int unread = Math.max(0, content.text().length() - Reader.LONGEST);
    return ReadingLine.of(reader.read(content), engagement, unread);
  }
}
