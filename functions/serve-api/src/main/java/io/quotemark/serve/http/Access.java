package io.quotemark.serve.http;

/**
 * Who may use a route where people sign in ({@code AuthMode} Login), from the widest to the
 * narrowest. Whoever may use one may use those before it.
 */
public enum Access {
  /** Everybody: the login itself, and files that are the same for all. */
  ANYONE,
  /** Everybody where {@code PublicPages} is on, readers where not: pages without texts. */
  VISITOR,
  /** Whoever has signed in and is a reader. */
  READER,
  /** Who may also submit, try again, remove and hand in prices. */
  EDITOR
}
