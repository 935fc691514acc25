package io.quotemark.storage.articles;

import java.util.Comparator;

/**
 * A live upload's claim on an article, as one text: event time, sequencer, version, digest of its
 * key, separated by spaces. Sequencers order the events of one key only, so between keys the
 * event's time decides, then what follows.
 */
final class Reference {
  static final Comparator<String> NEWEST = Reference::compare;

  private Reference() {}

  private static int compare(String reference, String other) {
    int order = Stamp.compare(time(reference), time(other));
    return order == 0 ? reference.compareTo(other) : order;
  }

  static String text(ArticleLedger.Event event, String version) {
    return String.join(
        " ", event.time(), event.sequencer(), version, UploadRecord.digest(event.key()));
  }

  static String time(String reference) {
    return part(reference, 0);
  }

  static Stamp stamp(String reference) {
    return new Stamp(part(reference, 1), time(reference));
  }

  static String version(String reference) {
    return part(reference, 2);
  }

  /** Digest of the upload's key. */
  static String key(String reference) {
    return part(reference, 3);
  }

  static boolean isOf(String reference, String key) {
    return key(reference).equals(UploadRecord.digest(key));
  }

  private static String part(String reference, int index) {
    return reference.split(" ", 4)[index];
  }
}
