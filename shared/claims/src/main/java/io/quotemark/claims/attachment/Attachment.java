package io.quotemark.claims.attachment;

import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.figures.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a figure belongs to: whose price it is, of which session, over which stretch. The
 * candidates are the chunks around its match and what the text spoke of before; the nearest in
 * syntax is chosen.
 *
 * @param <T> a subject, a session or a stretch of time
 */
public interface Attachment<T> {
  /**
   * What the figure belongs to; null where nothing in reach can be meant.
   *
   * @param about whom the figure is said of, as far as that is known: of a subject that is looked
   *     for, the one of several that shares the figure
   */
  @Nullable T of(Figure figure, @Nullable Subject about);
}
