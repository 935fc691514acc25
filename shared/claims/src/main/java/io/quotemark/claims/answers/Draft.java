package io.quotemark.claims.answers;

import io.quotemark.domain.claim.SessionWords;
import org.jspecify.annotations.Nullable;

/** A statement as it is put together: whose figure it is and of which day may be told later. */
final class Draft {
  final Said said;
  final Figure figure;

  /** Whether every word of its line was understood, so that nothing else can be meant. */
  final boolean whole;

  /** Of statements that belong together: a row, a line, a card. */
  final int line;

  @Nullable Topic topic;
  @Nullable SessionWords session;

  /** Whether the day is printed in its own line or row, or beside the name above it. */
  boolean dated;

  /** Whether its own line names whom it is of. */
  boolean named;

  /** The words before its figure and the head of its column, which may name the market. */
  String words = "";

  Draft(Said said, Figure figure, boolean whole, int line) {
    this.said = said;
    this.figure = figure;
    this.whole = whole;
    this.line = line;
  }

  Draft as(Said other) {
    Draft draft = new Draft(other, figure, whole, line);
    draft.topic = topic;
    draft.session = session;
    draft.named = named;
    draft.dated = dated;
    draft.words = words;
    return draft;
  }
}
