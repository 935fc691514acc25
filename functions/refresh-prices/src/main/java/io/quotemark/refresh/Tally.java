package io.quotemark.refresh;

/** Listings of one run by what became of them. */
final class Tally {
  /** So many failures of the provider in a row are no listing's own. */
  private static final int FAILURES = 3;

  int fetched;
  int covered;
  int refused;
  int left;
  private int failures;
  private String why = "";

  /** Nothing more is asked for; the first reason is kept. */
  void end(String reason) {
    if (why.isEmpty()) {
      why = reason;
    }
  }

  boolean ended() {
    return !why.isEmpty();
  }

  /** Why it ended before all was asked for; empty where it did not. */
  String why() {
    return why;
  }

  void fetched() {
    fetched++;
    failures = 0;
  }

  void refused() {
    refused++;
    failures = 0;
  }

  /** The provider failed, or would not answer at all. */
  void failed(String reason) {
    refused++;
    failures++;
    if (failures >= FAILURES) {
      end(reason);
    }
  }
}
