package io.assay.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.TriggeringPolicyBase;
import java.io.File;
import java.util.concurrent.TimeUnit;

/// When the file of the log is put away: when it has grown to a size, and before the first line of
/// another day (UTC). A clock that is set back puts nothing away.
final class SizeOrDay extends TriggeringPolicyBase<ILoggingEvent> {
  private final long largest;
  private long day;

  /// @param file the file as it was left, perhaps on another day
  /// @param largest in bytes
  SizeOrDay(File file, long largest) {
    this.largest = largest;
    this.day = day(file.lastModified());
  }

  @Override
  public boolean isTriggeringEvent(File active, ILoggingEvent event) {
    long length = active.length();
    long today = day(event.getTimeStamp());
    boolean later = today > day;
    day = Math.max(day, today);
    return length >= largest || (later && length > 0);
  }

  private static long day(long millis) {
    return TimeUnit.MILLISECONDS.toDays(millis);
  }
}
