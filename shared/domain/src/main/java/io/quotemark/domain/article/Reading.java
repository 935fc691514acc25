package io.quotemark.domain.article;

import java.util.List;

/** What came of reading one document. */
public sealed interface Reading {
  /** The document is one article. */
  record One(Article article) implements Reading {}

  /** The document is a bundle or a list; each entry had its own outcome. */
  record Bundle(List<Entry> entries) implements Reading {
    public Bundle {
      entries = List.copyOf(entries);
    }
  }

  /** No article could be read. */
  record Rejected(Code code, String message) implements Reading {}

  /**
   * @param name the entry's name inside the bundle, for people; never a path
   */
  record Entry(String name, Reading reading) {}

  /** Stable codes; each is documented with what to do about it. */
  enum Code {
    EMPTY,
    TOO_LARGE,
    BINARY,
    UNREADABLE_CHARSET,
    MALFORMED,
    NO_ARTICLE_TEXT,
    UNSUPPORTED_FORMAT,
    BUNDLE_LIMIT,
    /** The page that was asked for could not be fetched, or not be taken. */
    FETCH_FAILED
  }
}
