package io.quotemark.runtime.messages;

/** What an article lacks, as enrich-articles tells refresh-prices on the prices queue. */
public sealed interface Need permits PriceNeed, MinuteNeed {
  /** As a message body. */
  byte[] toJson();
}
