package io.quotemark.market.calendar;

/** Which hours of a session's day. */
public enum SessionClass {
  /** Before the session opens. */
  PRE,
  /** From the open to the close. */
  REGULAR,
  /** After the session closed. */
  POST
}
