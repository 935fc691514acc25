package io.quotemark.domain.article;

/**
 * What kind of source a text comes from: how often a statement about a price is false there, before
 * anything is known about the statement itself.
 */
public enum SourceKind {
  /** Written and edited by people: about one false statement in a thousand. */
  NEWS,
  /** Written by a language model: about one false statement in twenty. */
  GENERATED
}
