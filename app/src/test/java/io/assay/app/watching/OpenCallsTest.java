package io.assay.app.watching;

import static io.assay.app.watching.Calls.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.api.CallQuote;
import io.assay.core.asset.Asset;
import io.assay.core.asset.Chain;
import io.assay.core.call.Call;
import io.assay.core.call.CallId;
import io.assay.core.call.CallRules;
import io.assay.core.call.CallState;
import io.assay.core.canon.CanonWriter;
import io.assay.core.canon.Sha256;
import io.assay.core.flow.CallFlow;
import io.assay.core.ledger.Ledger;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.ledger.Standing;
import io.assay.core.ledger.Table;
import io.assay.core.price.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OpenCallsTest {
  private final MemoryBooks books = new MemoryBooks();
  private final Ledger ledger = books.ledger();
  private final CallWatch watch =
      new CallWatch(Pace.USUAL, () -> 1_000, new Calls.Memory(), () -> NOON);
  private final List<String> looks = new ArrayList<>();
  private long position;
  private final OpenCalls calls =
      new OpenCalls(
          reader -> {
            looks.add("look");
            reader.accept(ledger);
          },
          () -> position,
          asset -> !(asset instanceof Asset.Token token && token.isChainUnknown()));

  /// An entry of the journal that changes calls.
  private void fold(Call... changed) {
    books.transact(() -> {
      position++;
      int ordinal = 0;
      for (Call call : changed) {
        CanonWriter key = new CanonWriter();
        call.id().write(key);
        ledger.put(Table.CALLS, key.toBytes(), call.toBytes());
        note(call.id(), ordinal++);
      }
      new Standing(CallFlow.VERSION, position, NOON, CallRules.DEFAULT, Sha256.ZERO).save(ledger);
    });
  }

  private void note(CallId id, int ordinal) {
    byte[] key = new CanonWriter().fixed64(position).u8(ordinal).toBytes();
    CanonWriter change = new CanonWriter();
    id.write(change);
    ledger.put(Table.CHANGES, key, change.u8(0).count(0).instant(NOON).toBytes());
  }

  private static Call open(long message) {
    return Calls.call(message, Calls.token((int) message), NOON, CallState.OPEN, 0);
  }

  private List<String> watched() {
    calls.bring(watch, NOON, () -> {});
    return watch.youngest(0, 1_000).stream().map(CallQuote::call).sorted().toList();
  }

  @Test
  void bring_atFirst_isAllOpenCalls_thatAnybodyCouldPrice() {
    Asset unknown = new Asset.Token(Chain.EVM, Calls.token(4).address());
    fold(
        open(1),
        Calls.call(2, Calls.token(2), NOON, CallState.DEAD, 1),
        open(3),
        Calls.call(4, unknown, NOON, CallState.OPEN, 0),
        Calls.call(5, Calls.token(5), NOON.minus(Duration.ofDays(31)), CallState.OPEN, 0));
    assertThat(watched()).containsExactly("1349910648/1", "1349910648/3");
  }

  @Test
  void bring_afterThat_isWhatChanged() {
    fold(open(1));
    assertThat(watched()).hasSize(1);
    fold(open(2), open(3));
    fold();
    fold(Calls.call(1, Calls.token(1), NOON, CallState.RESOLVED, 1));
    assertThat(watched()).containsExactly("1349910648/2", "1349910648/3");
    fold(Calls.call(3, Calls.token(3), NOON, CallState.OPEN, 0.25));
    assertThat(watched()).hasSize(2);
    assertThat(watch.find("1349910648/3")).extracting(CallQuote::entryUsd).isEqualTo(0.25);
  }

  @Test
  void bring_whereTheLedgerHasNotMoved_doesNotLook() {
    fold(open(1));
    assertThat(watched()).hasSize(1);
    assertThat(watched()).hasSize(1);
    assertThat(looks).hasSize(1);
    calls.again();
    assertThat(watched()).hasSize(1);
    assertThat(looks).hasSize(2);
  }

  @Test
  void bring_ofALedgerMadeAnew_beginsAgain() {
    fold(open(1));
    fold(open(2));
    assertThat(watched()).hasSize(2);
    position = 0;
    books.transact(() -> ledger.remove(Table.CALLS, key(Calls.id(2))));
    fold();
    assertThat(watched()).containsExactly("1349910648/1");
  }

  private static byte[] key(CallId id) {
    CanonWriter out = new CanonWriter();
    id.write(out);
    return out.toBytes();
  }

  @Test
  void prefixes_coverTheRangeAndNothingElse_inFewLooks() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200; i++) {
      long from = random.nextLong(200_000);
      long to = from + random.nextLong(70_000);
      List<byte[]> prefixes = OpenCalls.prefixes(from, to);
      assertThat(prefixes).hasSizeLessThan(1_200);
      assertThat(covered(prefixes)).isEqualTo(to - from + 1);
      Set<Long> some = new HashSet<>(List.of(from, to, from + (to - from) / 2));
      some.forEach(at -> assertThat(begins(prefixes, at)).isTrue());
      assertThat(begins(prefixes, from - 1)).isFalse();
      assertThat(begins(prefixes, to + 1)).isFalse();
    }
    assertThat(OpenCalls.prefixes(5, 4)).isEmpty();
    assertThat(OpenCalls.prefixes(7, 7)).singleElement().satisfies(it -> assertThat(it).hasSize(8));
    assertThat(OpenCalls.prefixes(256, 511))
        .singleElement()
        .satisfies(it -> assertThat(it).hasSize(7));
  }

  private static long covered(List<byte[]> prefixes) {
    return prefixes.stream().mapToLong(it -> 1L << (8 * (Long.BYTES - it.length))).sum();
  }

  private static boolean begins(List<byte[]> prefixes, long position) {
    byte[] key = new CanonWriter().fixed64(position).toBytes();
    return prefixes.stream().anyMatch(it -> Arrays.equals(it, 0, it.length, key, 0, it.length));
  }
}
