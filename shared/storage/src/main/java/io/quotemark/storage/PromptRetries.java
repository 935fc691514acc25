package io.quotemark.storage;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RecordSuccessResponse;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * Tries a call again for somebody who waits for its answer: what fails at once is tried a few
 * times, what keeps one waiting only while another try ends within {@link #WHOLE}. By time, since a
 * call that is refused takes no time and one that is never answered takes {@link #ATTEMPT}.
 */
final class PromptRetries implements RetryStrategy {
  /** Until a connection stands; the tables and the bucket are in the same region. */
  static final Duration CONNECT = Duration.ofMillis(200);

  /** Until the next bytes of an answer come. */
  static final Duration READ = Duration.ofMillis(750);

  /** What one try that is never answered takes. */
  static final Duration ATTEMPT = CONNECT.plus(READ);

  static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

  /** What a call that is never answered takes, with every try. */
  static final Duration WHOLE = Duration.ofSeconds(2);

  static final int MOST_ATTEMPTS = 5;

  private final StandardRetryStrategy tries;

  PromptRetries() {
    this(
        AwsRetryStrategy.standardRetryStrategy().toBuilder()
            .maxAttempts(MOST_ATTEMPTS)
            .backoffStrategy(pauses())
            .throttlingBackoffStrategy(pauses())
            .build());
  }

  private PromptRetries(StandardRetryStrategy tries) {
    this.tries = tries;
  }

  private static BackoffStrategy pauses() {
    return BackoffStrategy.exponentialDelay(Duration.ofMillis(25), LONGEST_PAUSE);
  }

  /**
   * @param began by the clock of {@link System#nanoTime}
   */
  private record Timed(RetryToken token, long began) implements RetryToken {}

  @Override
  public AcquireInitialTokenResponse acquireInitialToken(AcquireInitialTokenRequest request) {
    AcquireInitialTokenResponse given = tries.acquireInitialToken(request);
    return AcquireInitialTokenResponse.create(
        new Timed(given.token(), System.nanoTime()), given.delay());
  }

  @Override
  public RefreshRetryTokenResponse refreshRetryToken(RefreshRetryTokenRequest request) {
    Timed timed = timed(request.token());
    Duration left = WHOLE.minusNanos(System.nanoTime() - timed.began());
    if (left.compareTo(ATTEMPT.plus(LONGEST_PAUSE)) < 0) {
      throw new TokenAcquisitionFailedException(
          "another try would keep the caller waiting too long", timed, request.failure());
    }
    // a pause that the service proposes may be longer than there is time
    RefreshRetryTokenResponse given =
        tries.refreshRetryToken(
            RefreshRetryTokenRequest.builder()
                .token(timed.token())
                .failure(request.failure())
                .suggestedDelay(Duration.ZERO)
                .build());
    return RefreshRetryTokenResponse.create(new Timed(given.token(), timed.began()), given.delay());
  }

  @Override
  public RecordSuccessResponse recordSuccess(RecordSuccessRequest request) {
    Timed timed = timed(request.token());
    return RecordSuccessResponse.create(
        new Timed(
            tries.recordSuccess(RecordSuccessRequest.create(timed.token())).token(),
            timed.began()));
  }

  private static Timed timed(RetryToken token) {
    if (token instanceof Timed timed) {
      return timed;
    }
    throw new IllegalArgumentException("not a token of this strategy: " + token);
  }

  @Override
  public int maxAttempts() {
    return tries.maxAttempts();
  }

  @Override
  public Builder<?, ?> toBuilder() {
    return tries.toBuilder();
  }
}
