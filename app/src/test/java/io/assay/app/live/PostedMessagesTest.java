package io.assay.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.assay.app.api.MessageIntake;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PostedMessagesTest {
  private static final String STOPPING = "nothing is taken in: the system is stopping";

  private final LiveHarness house = new LiveHarness();
  private final Valve stopping = new Valve();
  private final PostedMessages posted = new PostedMessages(house.intake, stopping::closed);

  @AfterEach
  void stop() throws InterruptedException {
    house.close();
  }

  private InputStream lines(int count) {
    String all =
        LongStream.rangeClosed(1, count)
            .mapToObj(id -> Posts.line(id, house.time.instant(), Posts.CHATTER))
            .collect(Collectors.joining());
    return new ByteArrayInputStream(all.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void hear_aStopThatBeginsMeanwhile_isToldAtTheNextBatch() throws InterruptedException {
    house.startWriter();
    house.figures.onHeard = () -> stopping.close("the system is stopping");
    Fault fault = catchThrowableOfType(Fault.class, () -> posted.hear(lines(450)));
    assertThat(Objects.requireNonNull(fault).kind()).isEqualTo(ErrorKind.TEMPORARY);
    assertThat(fault).hasMessage(STOPPING);
    assertThat(house.journaled()).hasSize(200);
  }

  @Test
  void hear_aWriterThatIsGone_isNotWaitedForOnceAStopHasBegun() throws Exception {
    FutureTask<MessageIntake.Receipt> post = new FutureTask<>(() -> posted.hear(lines(1)));
    Thread.ofPlatform().daemon().start(post);
    LiveHarness.until(() -> house.lanes.depth(Lane.LIVE) == 1);
    stopping.close("the system is stopping");
    assertThatThrownBy(post::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(Fault.class)
        .hasMessage(STOPPING);
  }
}
