package io.assay.core.ledger;

import io.assay.core.asset.Asset;
import io.assay.core.asset.AssetBytes;
import io.assay.core.asset.Chain;
import io.assay.core.call.CallId;
import io.assay.core.call.CallRules;
import io.assay.core.canon.CanonException;
import io.assay.core.canon.CanonReader;
import io.assay.core.canon.CanonWriter;
import io.assay.core.canon.Sha256;
import io.assay.core.message.ChannelId;
import io.assay.core.message.EventBytes;
import io.assay.core.message.MessageEvent;
import io.assay.core.price.MarketSeen;
import io.assay.core.price.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The canonical bytes of a journal entry: a version, a form, and the form's own bytes. What is
/// written once is read for ever: a new form gets a new number, a changed one a new version.
public final class EntryBytes {
  private static final int VERSION = 1;
  private static final int HEARD = 0;

  /// Rules of which the ticket too is stated; those with the usual one have the form 0, which is
  /// older than tickets.
  private static final int RULES_WITH_TICKET = 10;

  private static final Chain[] CHAINS = Chain.values();

  private EntryBytes() {}

  public static byte[] of(JournalEntry entry) {
    CanonWriter out = new CanonWriter();
    out.u8(VERSION);
    switch (entry) {
      case JournalEntry.Heard(var event) -> EventBytes.write(event, out.u8(HEARD));
      case JournalEntry.Answered(Instant at, WantId want, RecordedAnswer answer) -> {
        want.write(out.u8(1).instant(at));
        write(answer, out);
      }
      case JournalEntry.Ordered(Instant at, Command command) ->
          write(command, out.u8(2).instant(at));
      case JournalEntry.Passed(Instant at) -> out.u8(3).instant(at);
    }
    return out.toBytes();
  }

  /// The entry that says an event was heard, from the event's own bytes.
  public static byte[] heard(byte[] event) {
    byte[] entry = new byte[event.length + 2];
    entry[0] = VERSION;
    entry[1] = HEARD;
    System.arraycopy(event, 0, entry, 2, event.length);
    return entry;
  }

  /// Reads an entry back.
  ///
  /// @throws CanonException if the bytes are no entry of this version
  public static JournalEntry parse(byte[] bytes) {
    return CanonReader.whole(bytes, EntryBytes::read);
  }

  private static JournalEntry read(CanonReader in) {
    int version = in.u8();
    if (version != VERSION) {
      throw new CanonException("an entry of version " + version + "; this reads " + VERSION);
    }
    return entry(in.u8(), in);
  }

  private static JournalEntry entry(int form, CanonReader in) {
    return switch (form) {
      case HEARD -> new JournalEntry.Heard(EventBytes.read(in));
      case 1 -> new JournalEntry.Answered(in.instant(), WantId.read(in), answer(in));
      case 2 -> new JournalEntry.Ordered(in.instant(), command(in));
      case 3 -> new JournalEntry.Passed(in.instant());
      default -> throw new CanonException("no entry of form " + form);
    };
  }

  private static void write(RecordedAnswer answer, CanonWriter out) {
    switch (answer) {
      case RecordedAnswer.CandlesCited cited -> write(cited, out);
      case RecordedAnswer.ChainTold(Chain chain) -> out.u8(1).one(chain);
      case RecordedAnswer.NoAnswer(String cause) -> out.u8(2).text(cause);
      case RecordedAnswer.TokenTold(Asset.Token token) -> AssetBytes.write(token, out.u8(4));
      case RecordedAnswer.MarketTold(MarketSeen market) -> market.write(out.u8(5));
    }
  }

  /// Candles have a form without a source and one without a market, as old as the journal: those of
  /// today that have neither are written in the same.
  private static void write(RecordedAnswer.CandlesCited cited, CanonWriter out) {
    MarketSeen market = cited.market();
    if (market != null) {
      market.write(out.u8(6));
      cited.told().write(out);
    } else if (cited.told().isUntold()) {
      out.u8(0);
    } else {
      cited.told().write(out.u8(3));
    }
    out.count(cited.blocks().size());
    cited.blocks().forEach(out::digest);
  }

  private static RecordedAnswer answer(CanonReader in) {
    int form = in.u8();
    return switch (form) {
      case 0 -> new RecordedAnswer.CandlesCited(digests(in), Provenance.UNTOLD);
      case 1 -> new RecordedAnswer.ChainTold(in.one(CHAINS));
      case 2 -> new RecordedAnswer.NoAnswer(in.text());
      case 3 -> {
        Provenance told = told(in);
        yield new RecordedAnswer.CandlesCited(digests(in), told);
      }
      case 4 -> new RecordedAnswer.TokenTold(token(in));
      case 5 -> new RecordedAnswer.MarketTold(MarketSeen.read(in));
      case 6 -> {
        MarketSeen market = MarketSeen.read(in);
        Provenance told = Provenance.read(in);
        yield new RecordedAnswer.CandlesCited(digests(in), told, market);
      }
      default -> throw new CanonException("no answer of form " + form);
    };
  }

  private static List<Sha256> digests(CanonReader in) {
    int size = in.size();
    List<Sha256> digests = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      digests.add(in.digest());
    }
    return digests;
  }

  private static Provenance told(CanonReader in) {
    Provenance told = Provenance.read(in);
    if (told.isUntold()) {
      throw new CanonException("candles that nobody told have another form");
    }
    return told;
  }

  private static Asset.Token token(CanonReader in) {
    if (AssetBytes.read(in) instanceof Asset.Token token) {
      return token;
    }
    throw new CanonException("what is traded in a pool is a token");
  }

  private static void write(Command command, CanonWriter out) {
    switch (command) {
      case Command.RulesInForce(CallRules rules, int version) -> {
        rules.write(out.u8(rules.hasUsualTicket() ? 0 : RULES_WITH_TICKET).count(version));
        if (!rules.hasUsualTicket()) {
          out.f64(rules.ticketUsd());
        }
      }
      case Command.DirectoryAdopted(Sha256 directory) -> out.u8(1).digest(directory);
      case Command.ChannelNamed(ChannelId channel, String title) ->
          out.u8(2).signed(channel.value()).text(title);
      case Command.MessageRetried(MessageEvent event) -> EventBytes.write(event, out.u8(3));
      case Command.CallVoided(CallId call, String reason) -> {
        call.write(out.u8(4));
        out.text(reason);
      }
      case Command.BackfillAdmitted(ChannelId channel) -> out.u8(5).signed(channel.value());
    }
  }

  private static CallRules ticketed(CallRules rules) {
    if (rules.hasUsualTicket()) {
      throw new CanonException("rules with the usual ticket have another form");
    }
    return rules;
  }

  private static Command command(CanonReader in) {
    int form = in.u8();
    return switch (form) {
      case 0 -> {
        int version = (int) in.count();
        yield new Command.RulesInForce(CallRules.read(in), version);
      }
      case 1 -> new Command.DirectoryAdopted(in.digest());
      case 2 -> new Command.ChannelNamed(new ChannelId(in.signed()), in.text());
      case 3 -> new Command.MessageRetried(EventBytes.read(in));
      case RULES_WITH_TICKET -> {
        int version = (int) in.count();
        yield new Command.RulesInForce(ticketed(CallRules.read(in).with(in.f64())), version);
      }
      case 4 -> new Command.CallVoided(CallId.read(in), in.text());
      case 5 -> new Command.BackfillAdmitted(new ChannelId(in.signed()));
      default -> throw new CanonException("no command of form " + form);
    };
  }
}
