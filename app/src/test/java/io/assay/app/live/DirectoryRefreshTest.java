package io.assay.app.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.asset.Asset;
import io.assay.core.asset.Majors;
import io.assay.core.directory.DirectoryDraft;
import io.assay.core.flow.Live;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class DirectoryRefreshTest {
  private static final String TASK = "directory_refresh";
  private static final Duration DAILY = Duration.ofDays(1);

  private final LiveHarness house = new LiveHarness();
  private volatile int coins = 400;
  private volatile boolean failing;
  private final AtomicInteger drafts = new AtomicInteger();
  private final Remembered memory = new Remembered();

  /// What is kept from one run to the next.
  private static final class Remembered implements DirectoryRefresh.Memory {
    private volatile Optional<Instant> last = Optional.empty();
    private volatile boolean damaged;

    @Override
    public Optional<Instant> last() {
      if (damaged) {
        throw new Fault(ErrorKind.TEMPORARY, "the desk cannot be read", null);
      }
      return last;
    }

    @Override
    public void refreshed(Instant at) {
      last = Optional.of(at);
    }
  }

  @BeforeEach
  void start() {
    house.startWriter();
  }

  @AfterEach
  void stop() throws InterruptedException {
    house.close();
  }

  /// A list of all coins: the majors, and some with numbers.
  private DirectoryDraft draft() {
    drafts.incrementAndGet();
    if (failing) {
      throw new Fault(ErrorKind.TEMPORARY, "the lister is away", null);
    }
    DirectoryDraft draft = new DirectoryDraft(Majors.shippedText());
    new String(Majors.shippedText(), UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split(",", 3))
        .forEach(major -> draft.coin(major[0], major[1], major[2], List.of()));
    for (int i = 0; i < coins; i++) {
      draft.coin("coin-" + i, "NUM" + i, "Number " + i, List.of());
    }
    return draft;
  }

  private void startRefresh() throws InterruptedException {
    house.start(
        TASK,
        new DirectoryRefresh((_, _) -> draft(), memory, () -> DAILY, house.lanes, house.time));
    house.time.awaitRest();
  }

  private void pass(Duration by) throws InterruptedException {
    house.time.pass(by);
    house.time.awaitRest();
  }

  private List<Asset> candidates(String symbol) throws InterruptedException {
    return house.call(Live::directory).candidates(symbol);
  }

  @Test
  void refresh_aListThatIsNew_isAdoptedOnce() throws InterruptedException {
    startRefresh();
    assertThat(candidates("NUM7")).containsExactly(new Asset.Coin("coin-7", "NUM7"));
    assertThat(candidates("BTC")).containsExactly(new Asset.Coin("bitcoin", "BTC"));
    assertThat(house.worked(TASK)).isEqualTo(1);
    long entries = house.entries();
    pass(DAILY);
    assertThat(house.entries()).as("it says the same").isEqualTo(entries);
    coins = 401;
    pass(DAILY);
    assertThat(candidates("NUM400")).hasSize(1);
    assertThat(house.entries()).isEqualTo(entries + 1);
  }

  @Test
  void refresh_aListThatCannotBeHad_leavesTheLastOneAndIsAskedAgainInAnHour()
      throws InterruptedException {
    startRefresh();
    failing = true;
    pass(DAILY);
    assertThat(house.state(TASK).toString()).contains("the lister is away");
    assertThat(candidates("NUM7")).hasSize(1);
    failing = false;
    coins = 401;
    pass(Duration.ofHours(1));
    assertThat(house.state(TASK)).isEqualTo(new State.Running());
    assertThat(candidates("NUM400")).hasSize(1);
  }

  @Test
  void refresh_aListThatShrankAtOnce_isRefusedByName() throws InterruptedException {
    startRefresh();
    long entries = house.entries();
    coins = 3;
    pass(DAILY);
    assertThat(house.state(TASK))
        .isInstanceOf(State.Degraded.class)
        .asString()
        .contains("too few to believe");
    assertThat(house.entries()).isEqualTo(entries);
    assertThat(candidates("NUM7")).hasSize(1);
  }

  @Test
  void refresh_afterARestartWithinTheDay_asksNobodyUntilTheDayIsOver() throws InterruptedException {
    startRefresh();
    house.time.pass(Duration.ofHours(5));
    house.stop(TASK);
    startRefresh();
    assertThat(drafts).hasValue(1);
    house.time.pass(Duration.ofHours(18).plusMinutes(59));
    assertThat(drafts).as("still within the day").hasValue(1);
    pass(Duration.ofMinutes(1));
    assertThat(drafts).hasValue(2);
  }

  @Test
  void refresh_thatFailed_isMadeUpForAtOnceByTheNextRun() throws InterruptedException {
    failing = true;
    startRefresh();
    house.stop(TASK);
    failing = false;
    startRefresh();
    assertThat(drafts).hasValue(2);
    assertThat(candidates("NUM7")).hasSize(1);
  }

  @Test
  void refresh_whereTheBooksLackWhatWasAdopted_isDoneWhateverTheDeskSays()
      throws InterruptedException {
    memory.refreshed(house.time.instant().minus(Duration.ofHours(1)));
    startRefresh();
    assertThat(drafts).hasValue(1);
    assertThat(candidates("NUM7")).hasSize(1);
  }

  @Test
  void refresh_whoseLastTimeIsStillToCome_orCannotBeRead_isDone() throws InterruptedException {
    startRefresh();
    house.stop(TASK);
    memory.refreshed(house.time.instant().plus(Duration.ofDays(400)));
    startRefresh();
    assertThat(drafts).hasValue(2);
    house.stop(TASK);
    memory.damaged = true;
    startRefresh();
    assertThat(drafts).hasValue(3);
  }

  @Test
  void refresh_whatWasAdopted_staysWhenTheWriterBeginsAnew() throws InterruptedException {
    startRefresh();
    long entries = house.entries();
    house.stop(LiveHarness.WRITER);
    house.startWriter();
    assertThat(house.entries()).isEqualTo(entries);
    assertThat(candidates("NUM7")).hasSize(1);
  }
}
