package io.assay.adapters.market;

import io.assay.adapters.http.BoundedBody;
import io.assay.adapters.http.Dialler;
import io.assay.adapters.http.Endpoint;
import io.assay.adapters.http.Reply;
import io.assay.adapters.provider.Ask;
import io.assay.adapters.provider.Body;
import io.assay.adapters.provider.Profile;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The way to one provider: sends an ask and reads the answer. What goes wrong is a [Fault] that
/// names the provider and holds neither address nor key. Safe for any thread.
final class Wire {
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;

  /// Not let in: unauthorised, unpaid, forbidden.
  private static final Set<Integer> STRANGERS = Set.of(401, 402, 403);

  private static final long LARGEST_BODY = 32L << 20;
  private static final Duration UNTOLD_WAIT = Duration.ofSeconds(5);

  private final Profile profile;
  private final Endpoint endpoint;
  private final Time time;
  private volatile @Nullable Duration skew;

  /// A way.
  ///
  /// @param dialler whose connections it uses
  /// @param patience for one request, all of its answer included
  /// @throws IllegalArgumentException if the provider's base URL is none
  Wire(Profile profile, Duration patience, Dialler dialler, Time time) {
    this.profile = profile;
    this.time = time;
    endpoint = new Endpoint(profile.name(), profile.baseUrl(), patience, dialler);
  }

  /// Asks.
  ///
  /// @throws Fault what it came to instead of an answer; one that demands a wait has a least wait
  <T> T send(Ask<T> ask) throws InterruptedException {
    HttpRequest.Builder request = endpoint.request(ask.path()).header("Accept", "application/json");
    ask.headers().forEach(request::header);
    Profile.Key key = profile.key();
    if (key != null) {
      request.header(key.header(), key.reveal());
    }
    HttpResponse<byte[]> response =
        endpoint.send(request.GET().build(), BoundedBody.of(LARGEST_BODY));
    noteTime(response);
    T ifNotFound = ask.ifNotFound();
    if (ifNotFound != null && isAbsent(ask, response)) {
      return ifNotFound;
    }
    String retryAfter = response.headers().firstValue("Retry-After").orElse("");
    Reply reply = new Reply(response.statusCode(), retryAfter);
    if (!reply.isSuccess()) {
      throw failure(reply);
    }
    return ask.reading().read(Body.parse(profile.name(), response.body()), time.instant());
  }

  /// Whether the provider says that it does not have what was asked for. A page is no word of its
  /// own.
  private boolean isAbsent(Ask<?> ask, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == NOT_FOUND) {
      var _ = Body.parse(profile.name(), response.body());
      return true;
    }
    return status / 100 == 4
        && Body.perhaps(response.body())
            .filter(body -> ask.absence().isSaid(status, body))
            .isPresent();
  }

  /// What a reply that is no success comes to: any that demands a wait is obeyed, and only one
  /// about who we are needs an operator. The others are about what was asked, and say nothing of
  /// the rest.
  private Fault failure(Reply reply) {
    Fault fault = reply.fault(profile.name(), time.instant());
    Duration demanded = reply.leastWait(time.instant());
    Duration wait = reply.status() == TOO_MANY && demanded.isZero() ? UNTOLD_WAIT : demanded;
    if (!wait.isZero()) {
      return new Fault(ErrorKind.TEMPORARY, Fault.lineOf(fault), wait, null);
    }
    boolean aboutUs = STRANGERS.contains(reply.status());
    return fault.kind() == ErrorKind.OPERATIONAL && !aboutUs
        ? new Fault(ErrorKind.BAD_ITEM, Fault.lineOf(fault), null)
        : fault;
  }

  private void noteTime(HttpResponse<?> response) {
    String date = response.headers().firstValue("Date").orElse("");
    try {
      Instant said = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
      skew = Duration.between(time.instant(), said);
    } catch (DateTimeException e) {
      // it says no time, and need not
    }
  }

  /// How far ahead of ours the provider's clock was when it answered last, to a second; null where
  /// it did not say.
  @Nullable Duration skew() {
    return skew;
  }
}
