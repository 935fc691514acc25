package io.quotemark.domain.claim;

/** Whether the article itself vouches for a statement. */
public enum Modality {
  ASSERTED,
  /** "provisionally closed", "on course for". */
  PROVISIONAL,
  /** Said by somebody the article quotes. */
  QUOTED,
  FORECAST
}
