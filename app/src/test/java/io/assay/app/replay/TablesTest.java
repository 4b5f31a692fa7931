package io.assay.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.core.call.CallState;
import io.assay.core.flow.CallFlow;
import io.assay.core.ledger.MemoryBooks;
import io.assay.core.output.CallTable;
import io.assay.core.output.ChannelTable;
import io.assay.core.output.Report;
import io.assay.sim.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TablesTest {
  private static final MemoryBooks BOOKS = new MemoryBooks();

  private final Report report = Report.of(BOOKS.ledger(), CallFlow.VERSION);

  @BeforeAll
  static void play() {
    Played.play(History.of(Played.SMALL), BOOKS, 1000);
  }

  private List<Map<String, String>> named(List<String> header, List<List<String>> rows) {
    List<Map<String, String>> named = new ArrayList<>();
    for (List<String> row : rows) {
      assertThat(row).hasSameSizeAs(header);
      Map<String, String> one = new HashMap<>();
      for (int i = 0; i < row.size(); i++) {
        one.put(header.get(i), row.get(i));
      }
      named.add(one);
    }
    return named;
  }

  private List<Map<String, String>> channels() {
    return named(ChannelTable.header(), ChannelTable.rows(report));
  }

  private List<Map<String, String>> calls() {
    List<List<String>> rows = new ArrayList<>();
    CallTable.rows(BOOKS.ledger(), report.standing(), rows::add);
    return named(CallTable.header(), rows);
  }

  private static long number(Map<String, String> row, String column) {
    return Long.parseLong(row.getOrDefault(column, ""));
  }

  @Test
  void headers_namesOfColumns_areThereOnce() {
    assertThat(ChannelTable.header()).doesNotHaveDuplicates();
    assertThat(CallTable.header()).doesNotHaveDuplicates();
  }

  @Test
  void channels_states_addUpToTheCalls() {
    for (Map<String, String> channel : channels()) {
      long states = 0;
      for (CallState state : CallState.values()) {
        states += number(channel, state.name().toLowerCase(Locale.ROOT));
      }
      assertThat(states).isEqualTo(number(channel, "calls"));
      assertThat(number(channel, "settled"))
          .isEqualTo(number(channel, "resolved") + number(channel, "dead"));
    }
  }

  @Test
  void channels_ranks_followTheLowerBound() {
    double before = Double.POSITIVE_INFINITY;
    long rank = 0;
    for (Map<String, String> channel : channels()) {
      assertThat(number(channel, "rank")).isEqualTo(++rank);
      String bound = channel.getOrDefault("lower_bound", "");
      if (!bound.isEmpty()) {
        assertThat(Double.parseDouble(bound)).isLessThanOrEqualTo(before);
        before = Double.parseDouble(bound);
      }
    }
  }

  @Test
  void calls_everyOneOfTheReport_isARowInTimeOrder() {
    List<Map<String, String>> rows = calls();
    long all = report.calls().values().stream().mapToLong(Long::longValue).sum();
    assertThat(rows).hasSize((int) all);
    assertThat(rows.stream().map(row -> row.getOrDefault("called_at", "")).toList()).isSorted();
  }

  @Test
  void calls_withoutAPrice_haveACauseAndNoReturn() {
    for (Map<String, String> call : calls()) {
      boolean entered = !call.getOrDefault("entry_price_usd", "").isEmpty();
      if (!entered && call.getOrDefault("state", "").equals("UNPRICEABLE")) {
        assertThat(call.get("cause")).isNotEmpty();
        assertThat(call.get("return_7d")).isEmpty();
        assertThat(call.get("return_50_50")).isEmpty();
      }
    }
  }

  @Test
  void calls_thatHaveAnEntry_sayWhoToldIt() {
    for (Map<String, String> call : calls()) {
      boolean entered = !call.getOrDefault("entry_price_usd", "").isEmpty();
      assertThat(call.get("source")).isEqualTo(entered ? "sim" : "");
      assertThat(call.get("pool")).isEmpty();
      assertThat(call.get("splice_ratio")).isEmpty();
    }
  }

  @Test
  void calls_winsAndLosses_areWhatTheBarriersGive() {
    int decided = 0;
    for (Map<String, String> call : calls()) {
      String exit = call.getOrDefault("exit_50_50", "");
      if (exit.equals("take_profit")) {
        assertThat(call.get("return_50_50")).isEqualTo("0.5");
        decided++;
      } else if (exit.equals("stop") || exit.equals("ambiguous")) {
        assertThat(Double.parseDouble(call.getOrDefault("return_50_50", "")))
            .isLessThanOrEqualTo(-0.499999);
        decided++;
      }
    }
    assertThat(decided).isPositive();
  }
}
