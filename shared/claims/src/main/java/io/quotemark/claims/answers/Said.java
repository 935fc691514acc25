package io.quotemark.claims.answers;

import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.PriceField;
import org.jspecify.annotations.Nullable;

/** What a figure is, once its label is understood. */
sealed interface Said {
  /**
   * A price.
   *
   * @param previous whether it is of the session before
   * @param over the stretch that a high or low is of; null for one session
   */
  record Level(PriceField field, boolean previous, @Nullable Window over) implements Said {}

  /**
   * A move of one session.
   *
   * @param field the hours it was traded in; null for the session
   */
  record Move(boolean percent, @Nullable PriceField field) implements Said {}

  record Return(Window over) implements Said {}

  record Cap() implements Said {}

  /** Whether it is of one session, whose day its line may name. */
  default boolean isOfSession() {
    return switch (this) {
      case Level level -> level.over() == null;
      case Move move -> true;
      case Return over -> false;
      case Cap cap -> true;
    };
  }

  /** The price that a move beside it leads to, where it is not just the last one. */
  default @Nullable PriceField reached() {
    PriceField field =
        switch (this) {
          case Level level -> level.field();
          case Move move -> move.field();
          case Return over -> null;
          case Cap cap -> null;
        };
    boolean told = field == PriceField.CLOSE || field == PriceField.PRE || field == PriceField.POST;
    return told ? field : null;
  }

  /** What the label makes of the figure; null where it is no statement about a price. */
  static @Nullable Said of(Label label, Figure figure) {
    if (label.has(Feature.OTHER) || figure.kind() == Figure.Kind.OTHER) {
      return null;
    }
    boolean percent =
        figure.isPercent()
            || (label.has(Feature.PERCENT)
                && figure.kind() == Figure.Kind.BARE
                && !figure.scaled());
    if (label.has(Feature.CAP)) {
      return percent ? null : new Cap();
    }
    if (percent) {
      return percent(label);
    }
    if (label.has(Feature.RETURN)) {
      return null;
    }
    if (onlyDirection(label) && !figure.looksLikePrice()) {
      return null;
    }
    if (label.has(Feature.CHANGE) || label.has(Feature.AMOUNT) || onlyDirection(label)) {
      return label.ofSession() ? new Move(false, hours(label)) : null;
    }
    return figure.scaled() ? null : level(label);
  }

  static boolean onlyDirection(Label label) {
    return (label.has(Feature.UP) || label.has(Feature.DOWN))
        && label.features().stream()
            .noneMatch(f -> f.isBase() && f != Feature.DAY && f != Feature.UP && f != Feature.DOWN);
  }

  private static @Nullable Said percent(Label label) {
    boolean extreme = label.has(Feature.HIGH) || label.has(Feature.LOW);
    if (extreme || label.has(Feature.RANGE) || label.has(Feature.RATE)) {
      return null;
    }
    if (!label.ofSession() && label.stretch() != null) {
      return new Return(label.stretch());
    }
    boolean open = label.has(Feature.RETURN) && label.stretch() == null && !label.has(Feature.DAY);
    return open || (label.has(Feature.PREVIOUS) && !label.has(Feature.CHANGE))
        ? null
        : new Move(true, hours(label));
  }

  private static @Nullable PriceField hours(Label label) {
    if (label.has(Feature.PRE)) {
      return PriceField.PRE;
    }
    return label.has(Feature.POST) ? PriceField.POST : null;
  }

  private static @Nullable Said level(Label label) {
    boolean high = label.has(Feature.HIGH);
    if (high || label.has(Feature.LOW)) {
      return label.has(Feature.PREVIOUS)
          ? null
          : new Level(
              high ? PriceField.HIGH : PriceField.LOW,
              false,
              label.ofSession() || label.has(Feature.DAY) ? null : label.stretch());
    }
    if (!label.ofSession()) {
      return null;
    }
    if (label.has(Feature.OPEN)) {
      return label.has(Feature.PREVIOUS) ? null : new Level(PriceField.OPEN, false, null);
    }
    PriceField hours = hours(label);
    if (hours != null && !label.has(Feature.CLOSE)) {
      return new Level(hours, false, null);
    }
    if (label.has(Feature.PREVIOUS)) {
      return new Level(PriceField.CLOSE, true, null);
    }
    if (label.has(Feature.CLOSE)) {
      return new Level(PriceField.CLOSE, false, null);
    }
    return label.has(Feature.LAST) || label.has(Feature.RATE)
        ? new Level(PriceField.LAST, false, null)
        : null;
  }
}
