package io.assay.app.cli;

import io.assay.app.cli.option.Cause;
import io.assay.app.cli.option.ExitCode;
import io.assay.app.client.SystemClient;
import io.assay.app.config.Settings;
import io.assay.app.config.binding.Secret;
import io.assay.app.screen.Cells;
import io.assay.app.web.AccessToken;
import io.assay.runtime.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// What is said between a command and the running system, and what comes of it: an exit code, and
/// one line on standard error where it is not what was wished.
record Dialogue(Settings settings, PrintWriter err) {

  /// What a command wants of the running system.
  @FunctionalInterface
  interface Wish {
    /// Has it fulfilled.
    ///
    /// @return an exit code
    int of(SystemClient system)
        throws SystemClient.Absent, SystemClient.Refused, IOException, InterruptedException;
  }

  /// Asks the running system, which must be there.
  int ask(Wish wish) {
    return ask(wish, this::nothingRuns);
  }

  /// Asks the running system, or does something else where none is.
  int ask(Wish wish, IntSupplier otherwise) {
    try (SystemClient system = SystemClient.of(data(), token())) {
      return system == null ? otherwise.getAsInt() : wish.of(system);
    } catch (SystemClient.Absent _) {
      return otherwise.getAsInt();
    } catch (SystemClient.Refused e) {
      return failed(code(e.status()), e.getMessage());
    } catch (Fault e) {
      return failed(code(e), e.getMessage());
    } catch (IOException e) {
      return failed(ExitCode.TRY_AGAIN, Cause.of(e));
    } catch (JacksonException _) {
      return failed(ExitCode.BUG, "the answer is not understood; is that another version?");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return ExitCode.TRY_AGAIN;
    }
  }

  /// Where the system keeps everything.
  Path data() {
    return settings.data().directory();
  }

  private @Nullable AccessToken token() {
    Secret<String> configured = settings.web().token();
    return configured == null ? null : AccessToken.of(configured.reveal());
  }

  private int nothingRuns() {
    return failed(
        ExitCode.NOTHING_RUNS, "nothing runs in " + data() + "; start it with: assay run");
  }

  /// Says why not.
  int failed(int code, @Nullable String why) {
    err.println("assay: " + Cells.plain(String.valueOf(why)));
    err.flush();
    return code;
  }

  private static int code(int status) {
    return switch (status) {
      case 401, 403, 421 -> ExitCode.CONFIGURATION;
      case 408, 429, 503 -> ExitCode.TRY_AGAIN;
      default -> status < 500 ? ExitCode.BAD_INPUT : ExitCode.BUG;
    };
  }

  private static int code(Fault fault) {
    return switch (fault.kind()) {
      case TEMPORARY -> ExitCode.TRY_AGAIN;
      case OPERATIONAL, FATAL -> ExitCode.CONFIGURATION;
      case BAD_ITEM -> ExitCode.BAD_INPUT;
      case BUG -> ExitCode.BUG;
    };
  }
}
