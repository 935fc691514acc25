package io.quotemark.domain.claim;

/** How a printed figure is softened or bounded. */
public enum Hedge {
  ABOUT,
  OVER,
  UNDER,
  NEARLY,
  AS_MUCH_AS,
  AT_LEAST
}
