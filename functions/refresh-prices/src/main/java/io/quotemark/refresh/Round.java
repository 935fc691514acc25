package io.quotemark.refresh;

import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * One run of refresh-prices under way.
 *
 * @param now when it began
 * @param millisLeft of the function's run
 */
record Round(Tally tally, Deliveries into, Instant now, LongSupplier millisLeft) {}
