package io.quotemark.local.faults;

/** What may happen to one call to AWS. */
enum Fault {
  /** It fails before anything is done, in a way that is not tried again in place. */
  REFUSED,

  /** It is done, but the connection breaks before its answer arrives. */
  ANSWER_LOST,

  /** The service says that this is too much at once. */
  THROTTLED,

  /**
   * The function is stopped at its deadline while it waits; the call arrives after that, and before
   * the message is delivered again, which a queue's visibility timeout sees to.
   */
  TOO_SLOW,

  /** The process dies before the call. */
  KILLED_BEFORE,

  /** The process dies after the call. */
  KILLED_AFTER;

  /** Ends the work of the process that made the call, which makes no other call afterwards. */
  static final class ProcessEnded extends Error {
    private static final long serialVersionUID = 1L;

    ProcessEnded(Fault fault) {
      super(fault.name());
    }
  }
}
