package io.quotemark.claims.answers;

import io.quotemark.domain.claim.SessionWords;
import org.jspecify.annotations.Nullable;

/** A piece of a line: its tokens are {@code [from, to)}. */
sealed interface Item {
  int from();

  int to();

  record Words(int from, int to, Label label) implements Item {}

  record Name(int from, int to, Topic topic) implements Item {}

  /**
   * @param session null where it is none that a price can be of: a month, a time of day
   * @param certain whether its words read one way only
   */
  record Time(int from, int to, @Nullable SessionWords session, boolean certain) implements Item {}

  record Printed(int from, int to, Figure figure) implements Item {}

  /** Punctuation, emphasis, signs. */
  record Mark(int from, int to, String text) implements Item {}

  /** A word that no label has. */
  record Unknown(int from, int to) implements Item {}
}
