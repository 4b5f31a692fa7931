package io.assay.adapters.notice;

import io.assay.adapters.http.Endpoint;
import io.assay.adapters.http.Reply;
import io.assay.core.canon.Sha256;
import io.assay.runtime.ErrorKind;
import io.assay.runtime.Fault;
import io.assay.runtime.Time;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Posts JSON to an address of somebody else's choosing. Headers beside the usual:
///
/// - `Idempotency-Key`: the same for every try of the same notice, so that whoever gets it twice
///   can tell
/// - `X-Assay-Signature: sha256=…`: HMAC-SHA256 (RFC 2104) of the body under the shared secret, in
///   lower-case hex, where a secret is set
///
/// Safe for any thread.
public final class Webhook implements AutoCloseable {
  private static final String SIGNING = "HmacSHA256";
  private static final int LONGEST_KEY = 200;

  private final Endpoint endpoint;
  private final byte @Nullable [] secret;
  private final Time time;

  /// A webhook.
  ///
  /// @param url http or https; itself a secret, as it often holds a token
  /// @param secret to sign with; null for none
  /// @param patience for one try, its connection included
  /// @throws IllegalArgumentException if the URL is none, or the secret empty
  public Webhook(String url, @Nullable String secret, Time time, Duration patience) {
    if (secret != null && secret.isEmpty()) {
      throw new IllegalArgumentException("the secret of the webhook is empty");
    }
    endpoint = new Endpoint("the webhook", url, patience);
    this.secret = secret == null ? null : secret.getBytes(StandardCharsets.UTF_8);
    this.time = time;
  }

  /// Posts it once. When this returns, the other side has said that it took it.
  ///
  /// @param idempotencyKey what names this notice among all
  /// @throws Fault temporary, with the wait that the other side demands, where trying again is
  ///   right; operational where somebody must look at the configuration first
  public void post(String idempotencyKey, String json) throws InterruptedException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        endpoint
            .request()
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", headerValue(idempotencyKey))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (secret != null) {
      request.header("X-Assay-Signature", "sha256=" + signature(secret, body));
    }
    HttpResponse<Void> response = endpoint.send(request.build(), _ -> new Disinterest());
    String retryAfter = response.headers().firstValue("Retry-After").orElse("");
    Reply reply = new Reply(response.statusCode(), retryAfter);
    if (!reply.isSuccess()) {
      throw reply.fault(endpoint.toString(), time.instant());
    }
  }

  /// A key as it stands in a header: itself where it is plain and short, else its digest.
  static String headerValue(String key) {
    boolean plain = key.chars().allMatch(letter -> letter > ' ' && letter < 0x7F);
    return plain && !key.isEmpty() && key.length() <= LONGEST_KEY
        ? key
        : Sha256.over(key.getBytes(StandardCharsets.UTF_8)).toString();
  }

  static String signature(byte[] secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(SIGNING);
      mac.init(new SecretKeySpec(secret, SIGNING));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new Fault(ErrorKind.BUG, "every Java platform has " + SIGNING, e);
    }
  }

  /// Gives up what is under way.
  @Override
  public void close() {
    endpoint.close();
  }

  @Override
  public String toString() {
    return endpoint.toString();
  }
}
