package io.quotemark.bench.scale;

/** A document on its way: first an upload, then an article. */
final class Message {
  final long uploaded;
  final boolean ofAnArchive;
  final boolean ofTheHotIssuer;

  /** When it came into the queue in which it is now. */
  long sent;

  int receives;

  Message(long uploaded, boolean ofAnArchive, boolean ofTheHotIssuer) {
    this.uploaded = uploaded;
    this.ofAnArchive = ofAnArchive;
    this.ofTheHotIssuer = ofTheHotIssuer;
  }
}
