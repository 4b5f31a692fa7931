package io.assay.app.api;

import io.assay.core.call.CallId;
import io.assay.core.message.ChannelId;
import io.assay.core.message.Flaw;
import io.assay.runtime.Criticality;
import io.assay.runtime.DeadLetter;
import io.assay.runtime.DeadLetters;
import io.assay.runtime.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A system that is as a test wants it, and remembers what was done to it.
public class FakeSystem implements SystemView, Controls, MessageIntake, DeadLetters, CallQuotes {
  public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  public final List<String> deeds = new CopyOnWriteArrayList<>();
  public final Map<Long, DeadLetter> kept = new TreeMap<>();
  public final List<CallQuote> calls = new CopyOnWriteArrayList<>();
  public volatile Verdict verdict = new Verdict(true, List.of());
  public volatile @Nullable RuntimeException failure;

  /// One less for everybody who has begun to post.
  public volatile CountDownLatch posting = new CountDownLatch(0);

  /// All of it as routes.
  public SystemApi api() {
    return new SystemApi(this, this, this, this, Nobody::new, this, () -> "assay_up 1.0\n");
  }

  private void fail() {
    RuntimeException wanted = failure;
    if (wanted != null) {
      throw wanted;
    }
  }

  @Override
  public Identity identity() {
    fail();
    return new Identity(
        "desk",
        "3fa9c2d1",
        "0.1.0",
        false,
        "RUN",
        NOON.minusSeconds(3_723),
        Duration.ofMillis(3_723_500),
        verdict.ok() ? Condition.READY : Condition.NOT_READY,
        verdict.reasons());
  }

  @Override
  public Verdict startup() {
    return verdict;
  }

  @Override
  public Verdict live() {
    return verdict;
  }

  @Override
  public Verdict ready() {
    return verdict;
  }

  @Override
  public Components components() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("queue", 12);
    return new Components(
        List.of(
            new Component(
                "ledger",
                "RECOVER",
                Criticality.CRITICAL,
                Standing.of(new State.Running(), NOON),
                new Checked("UP", "", Duration.ofSeconds(12), false, figures)),
            new Component(
                "telegram",
                "CONNECT",
                Criticality.DEGRADABLE,
                Standing.of(new State.Backoff(3, NOON.plusSeconds(14), "no route"), NOON),
                null)));
  }

  @Override
  public Tasks tasks() {
    return new Tasks(
        List.of(
            new Task(
                "message_processing",
                "pipeline",
                Criticality.CRITICAL,
                Standing.of(new State.Running(), NOON),
                new Tally(3, 2, 7, 1200),
                Duration.ofMillis(400),
                "no route")));
  }

  @Override
  public Resources resources() {
    return new Resources(
        new Memory(512L << 20, 2L << 30, 100L << 20, 256L << 20),
        0.12,
        new Disk(80L << 30, 200L << 30),
        new Files(40L, 1024L),
        new Pressure("NORMAL", "AMPLE", NOON),
        List.of(new Queue("intake", 12, 10_000L)),
        3L);
  }

  @Override
  public Alerts alerts() {
    return new Alerts(
        List.of(
            new Alert(
                "error_rate",
                "WARNING",
                "FIRING",
                NOON,
                "6.0 %",
                "messages fail; read the dead letters",
                false,
                false,
                false)),
        List.of(new Silence("s1", "disk_usage", NOON.plusSeconds(60), "moving")));
  }

  @Override
  public Statistics statistics() {
    return new Statistics(List.of(new Period(NOON, Map.of("messages", 1200.0))), List.of());
  }

  @Override
  public Availability availability() {
    return new Availability(NOON.minusSeconds(86_400), NOON, 0.9995, Duration.ofDays(1), 0.99);
  }

  @Override
  public Performance performance() {
    return new Performance(
        List.of(
            new Stage(
                "message",
                1200,
                3,
                Duration.ofMillis(4),
                Duration.ofMillis(12),
                Duration.ofMillis(80),
                Duration.ofMillis(1200))),
        List.of(new Target("price_success", "AT_LEAST", 0.7, "ratio", Double.NaN, null)),
        Map.of("messages", 0.12),
        List.of("more memory"));
  }

  @Override
  public Reloaded reload() {
    deeds.add("reload");
    fail();
    return new Reloaded(List.of("alerts.error_rate_threshold"), List.of("web.port"));
  }

  @Override
  public boolean restart(String task) {
    deeds.add("restart " + task);
    return task.equals("message_processing");
  }

  @Override
  public boolean acknowledge(String alert) {
    deeds.add("acknowledge " + alert);
    return alert.equals("error_rate");
  }

  @Override
  public @Nullable Silence silence(Wish wish) {
    if (wish.alert().equals("nonsense")) {
      return null;
    }
    deeds.add("silence " + wish.alert());
    return new Silence("s2", wish.alert(), NOON.plus(wish.duration()), wish.comment());
  }

  @Override
  public boolean unsilence(String id) {
    deeds.add("unsilence " + id);
    return id.equals("disk_*");
  }

  @Override
  public boolean replay(long letter) {
    deeds.add("replay " + letter);
    fail();
    return kept.remove(letter) != null;
  }

  @Override
  public boolean declareVoid(CallId call, Reason reason) {
    deeds.add("void " + call + ": " + reason.reason());
    fail();
    return call.opener().id() == 1234;
  }

  @Override
  public void admitBackfill(ChannelId channel) {
    deeds.add("admit " + channel);
    fail();
  }

  @Override
  public Receipt hear(InputStream lines) throws IOException, InterruptedException {
    posting.countDown();
    fail();
    List<Flaw> flaws = new ArrayList<>();
    long heard = 0;
    long duplicates = 0;
    long line = 0;
    for (String text : new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
      line++;
      switch (text) {
        case "{\"id\":1}" -> heard++;
        case "{\"id\":0}" -> duplicates++;
        default -> flaws.add(new Flaw("http", line, 9 * (line - 1), "is no message"));
      }
    }
    deeds.add("hear " + heard);
    return new Receipt(heard, duplicates, flaws);
  }

  @Override
  public long keep(DeadLetter letter) {
    long id = kept.size() + 1L;
    kept.put(id, letter.withId(id));
    return id;
  }

  @Override
  public List<DeadLetter> list(long after, int most) {
    return kept.values().stream().filter(one -> one.id() > after).limit(most).toList();
  }

  @Override
  public @Nullable DeadLetter find(long id) {
    return kept.get(id);
  }

  @Override
  public boolean drop(long id) {
    deeds.add("drop " + id);
    return kept.remove(id) != null;
  }

  @Override
  public long size() {
    return kept.size();
  }

  @Override
  public @Nullable CallQuote find(String call) {
    return calls.stream().filter(it -> it.call().equals(call)).findFirst().orElse(null);
  }

  @Override
  public List<CallQuote> youngest(int after, int most) {
    return calls.stream().skip(after).limit(most).toList();
  }

  @Override
  public int watched() {
    return calls.size();
  }

  /// Nobody is asked for prices.
  record Nobody(List<String> providers) {
    Nobody() {
      this(List.of());
    }
  }
}
