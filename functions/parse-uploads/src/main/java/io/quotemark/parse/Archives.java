package io.quotemark.parse;

import io.quotemark.runtime.events.ObjectEvent;
import io.quotemark.runtime.json.Node;
import io.quotemark.storage.Inbox;
import io.quotemark.storage.Queue;
import java.nio.charset.StandardCharsets;

/**
 * The way of documents below {@code inbox/archive/}: their notifications are passed on to a queue
 * of their own, and so are the articles that come of them, so that news never waits behind what is
 * old. What was passed on says so, and is not passed on again.
 *
 * @param queue where notifications wait
 * @param articles where articles wait
 */
record Archives(Queue queue, Queue articles) {
  private static final String MARK = "archive";

  /** Whether a notification came by the archives' own queue. */
  static boolean passedOn(Node event) {
    return event.at(MARK).isPresent();
  }

  /** Whether a document belongs to an archive. */
  static boolean holds(ObjectEvent event) {
    return event.key().startsWith(Inbox.ARCHIVE);
  }

  /** The notification as it is passed on. */
  static byte[] marked(ObjectEvent event) {
    String notification = new String(event.toNotification(), StandardCharsets.UTF_8);
    String marked = "{\"" + MARK + "\":true," + notification.substring(1);
    return marked.getBytes(StandardCharsets.UTF_8);
  }
}
