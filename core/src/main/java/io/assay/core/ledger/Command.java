package io.assay.core.ledger;

import io.assay.core.call.CallId;
import io.assay.core.call.CallRules;
import io.assay.core.canon.Sha256;
import io.assay.core.message.ChannelId;
import io.assay.core.message.MessageEvent;
import java.util.Objects;

/// What can be ordered.
public sealed interface Command {
  /// These rules judge every call that opens from here on, under this version of the fold.
  record RulesInForce(CallRules rules, int foldVersion) implements Command {
    public RulesInForce {
      Objects.requireNonNull(rules, "rules");
    }
  }

  /// Symbols mean what this archived token directory says from here on.
  record DirectoryAdopted(Sha256 directory) implements Command {
    public DirectoryAdopted {
      Objects.requireNonNull(directory, "directory");
    }
  }

  /// The channel is known under this title from here on.
  record ChannelNamed(ChannelId channel, String title) implements Command {
    public ChannelNamed {
      Objects.requireNonNull(channel, "channel");
      Objects.requireNonNull(title, "title");
    }
  }

  /// The message event, which failed when it was heard, is to be judged again here. Changes nothing
  /// where it has not failed, or not as this event.
  record MessageRetried(MessageEvent event) implements Command {
    public MessageRetried {
      Objects.requireNonNull(event, "event");
    }
  }

  /// The call counts for nothing from here on, in no sum and no return; it is shown with the
  /// reason. Changes nothing where there is no such call, or it is void already.
  ///
  /// @param reason one line in the operator's words, 1 to 500 characters
  record CallVoided(CallId call, String reason) implements Command {
    private static final int LONGEST = 500;

    public CallVoided {
      Objects.requireNonNull(call, "call");
      if (reason.isBlank() || reason.length() > LONGEST || reason.lines().count() > 1) {
        throw new IllegalArgumentException("a reason is one line of 1 to 500 characters");
      }
    }
  }

  /// The channel's backfilled calls count from here on, those that are settled already among them.
  record BackfillAdmitted(ChannelId channel) implements Command {
    public BackfillAdmitted {
      Objects.requireNonNull(channel, "channel");
    }
  }
}
