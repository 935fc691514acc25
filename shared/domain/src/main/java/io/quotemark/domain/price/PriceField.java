package io.quotemark.domain.price;

/** Which price of a session a claim speaks of. */
public enum PriceField {
  OPEN,
  HIGH,
  LOW,
  CLOSE,
  LAST,
  PRE,
  POST
}
