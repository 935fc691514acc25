package io.quotemark.refresh;

import io.quotemark.refresh.Stretches.End;
import io.quotemark.storage.prices.Progress.State;
import io.quotemark.storage.prices.Requests;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Requests of articles, each claimed by one message. A message that is delivered again after a
 * crash finds its own claim and repeats all of its work; others leave a claim alone.
 */
final class Claims<R extends Requests.Request<R>> {
  /** Each loss is another's gain. */
  private static final int ATTEMPTS = 5;

  private final Requests<R> requests;
  private final Clock clock;

  Claims(Requests<R> requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /** What a message claims. */
  interface Claim<R> {
    /**
     * @param before null where nobody asked yet
     */
    R over(@Nullable R before, Instant now);
  }

  /**
   * Claims a request, unless another message is at work on it or it was answered lately.
   *
   * @param message its id, the same at each delivery
   * @param isEnough whether what is stored answers the message
   */
  Optional<R> claim(
      String message, Supplier<Optional<R>> stored, Predicate<R> isEnough, Claim<R> next) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      @Nullable R before = stored.get().orElse(null);
      boolean mine = before != null && before.progress().by().equals(message);
      if (before != null && !mine && isEnough.test(before)) {
        return Optional.empty();
      }
      R claim = next.over(before, clock.instant());
      if (requests.write(claim, before)) {
        return Optional.of(claim);
      }
    }
    throw new IllegalStateException("a request is being written by others: " + stored.get());
  }

  /** Takes over a request that is left; false where another took it meanwhile. */
  boolean takeOver(R claim, R left) {
    return requests.write(claim, left);
  }

  /**
   * Says how a claim ended, and only then has the re-checks queued: an article that is stored later
   * sees the answer and checks itself once more.
   */
  State answer(R claim, End end, Round round) {
    State state = end == End.LEFT || end == End.FAILED ? State.LEFT : State.ANSWERED;
    Stretches.count(end, round.tally());
    if (!requests.write(claim.in(state, clock.instant()), claim)) {
      throw new IllegalStateException("claimed by another meanwhile: " + claim);
    }
    round.into().settle();
    return state;
  }
}
