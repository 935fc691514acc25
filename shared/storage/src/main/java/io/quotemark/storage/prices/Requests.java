package io.quotemark.storage.prices;

import io.quotemark.storage.prices.Progress.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What articles lacked and providers were asked for: by these items many articles ask once. Written
 * by refresh-prices alone.
 */
public sealed interface Requests<R extends Requests.Request<R>>
    permits PriceRequests, MinuteRequests {
  /** One of them. */
  sealed interface Request<R extends Request<R>>
      permits PriceRequests.Request, MinuteRequests.Request {
    Progress progress();

    R in(State next, Instant now);
  }

  /**
   * @param before what was read, null where there was none
   * @return whether it is written; false where another wrote since
   */
  boolean write(R next, @Nullable R before);
}
