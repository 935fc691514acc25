package io.quotemark.refresh;

import java.util.HashMap;
import java.util.Map;

/** Listings of one run by what became of them, and which providers are asked no more in it. */
final class Tally {
  /** So many failures of a provider in a row are no listing's own. */
  private static final int FAILURES = 3;

  int fetched;
  int covered;
  int refused;
  int left;
  private final Map<String, Integer> failures = new HashMap<>();
  private final Map<String, String> stopped = new HashMap<>();
  private String why = "";

  /** The first reason is kept. */
  void end(String reason) {
    if (why.isEmpty()) {
      why = reason;
    }
  }

  /** Nothing more is asked of a provider. */
  void stop(String provider, String reason) {
    stopped.putIfAbsent(provider, reason);
    end(reason);
  }

  boolean hasStopped(String provider) {
    return stopped.containsKey(provider);
  }

  /** Why something was not asked for; empty where everything was. */
  String why() {
    return why;
  }

  void answered(String provider) {
    failures.remove(provider);
  }

  /** The provider failed, or would not answer at all. */
  void failed(String provider, String reason) {
    if (failures.merge(provider, 1, Integer::sum) >= FAILURES) {
      stop(provider, reason);
    }
  }
}
