package io.assay.adapters.notice;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// Waits for no body. A short one is let through, so that the connection can be used again; one
/// that does not end is cut off.
final class Disinterest implements HttpResponse.BodySubscriber<Void> {
  private static final long MOST = 64 << 10;

  private long left = MOST;
  private Flow.@Nullable Subscription subscription;

  @Override
  public CompletionStage<Void> getBody() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    left -= bytes.stream().mapToLong(ByteBuffer::remaining).sum();
    if (left < 0 && subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onError(Throwable failure) {
    // the head has been read, and nothing else mattered
  }

  @Override
  public void onComplete() {}
}
