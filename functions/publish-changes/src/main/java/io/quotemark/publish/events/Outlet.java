package io.quotemark.publish.events;

import java.util.List;

/** Somewhere that events go. */
@FunctionalInterface
public interface Outlet {
  /** Sends all of them, or throws: then some may have been sent, and all are to be sent again. */
  void send(List<Announcement> events);
}
