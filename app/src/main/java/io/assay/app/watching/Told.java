package io.assay.app.watching;

import io.assay.adapters.desk.Marks;
import io.assay.core.call.CallId;
import java.time.Instant;
import java.util.List;

/// What has been told of which call, for longer than a run: after a restart nothing is told twice.
interface Told {
  /// Notes that this is told of the call.
  ///
  /// @return whether it is the first time
  /// @throws io.assay.runtime.Fault if that cannot be noted
  boolean isFirst(CallId call, String what, Instant at);

  /// Forgets a call that is over.
  ///
  /// @throws io.assay.runtime.Fault if that cannot be noted
  void forget(CallId call);

  /// Kept on the desk.
  record OnDesk(Marks marks) implements Told {
    private static final List<String> ALL =
        List.of(CallWatch.word(2), CallWatch.word(3), CallWatch.word(5), CallWatch.DEAD);

    @Override
    public boolean isFirst(CallId call, String what, Instant at) {
      String name = name(call, what);
      if (marks.last(name, "").isPresent()) {
        return false;
      }
      marks.keep(name, "", at);
      return true;
    }

    @Override
    public void forget(CallId call) {
      ALL.forEach(what -> marks.forget(name(call, what)));
    }

    private static String name(CallId call, String what) {
      return "watch " + call + " " + what;
    }
  }
}
