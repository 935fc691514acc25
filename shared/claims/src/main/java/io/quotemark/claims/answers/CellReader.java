package io.quotemark.claims.answers;

import io.quotemark.claims.answers.Lines.Range;
import io.quotemark.domain.claim.SessionWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cell says: whom it names, which day, which figure its label tells. */
final class CellReader {
  private final AnswerText of;
  private final Scanner scanner;

  CellReader(AnswerText of, Scanner scanner) {
    this.of = of;
    this.scanner = scanner;
  }

  /**
   * A cell.
   *
   * @param label what its words say; {@link Label#NONE} where a word is unknown
   * @param known whether every word of it is known
   */
  record Cell(
      List<Item> items,
      Label label,
      boolean known,
      @Nullable Topic topic,
      @Nullable SessionWords day,
      boolean hasFigure) {
    boolean isEmpty() {
      return items.stream().allMatch(Item.Mark.class::isInstance);
    }
  }

  String text(Range range) {
    return of.text().substring(range.start(), range.end());
  }

  Cell read(Range range) {
    List<Item> items = scanner.chars(range.start(), range.end());
    Label label = Label.NONE;
    Topic topic = null;
    SessionWords day = null;
    boolean known = true;
    boolean figure = false;
    for (Item item : items) {
      switch (item) {
        case Item.Words(int f, int t, Label words) -> label = label.plus(words);
        case Item.Name(int f, int t, Topic name) ->
            topic = topic == null || (name.listing() != null && name.sameAs(topic)) ? name : topic;
        case Item.Time(int f, int t, SessionWords session, boolean certain) ->
            day = day == null ? session : day;
        case Item.Printed number -> figure = true;
        case Item.Unknown unknown -> known = false;
        case Item.Mark mark -> {
          // no word
        }
      }
    }
    if (topic == null && (!label.tells() || !known)) {
      topic = whole(behindSubject(items, range));
      known |= topic != null;
      label = topic == null || label.has(Feature.SUBJECT) ? label : Label.NONE;
    }
    return new Cell(items, known ? label : Label.NONE, known, topic, day, figure);
  }

  /** What stands behind the label of a name, where the cell opens with one; else all of it. */
  private Range behindSubject(List<Item> items, Range range) {
    for (int i = 0; i + 1 < items.size(); i++) {
      boolean names =
          items.get(i) instanceof Item.Words(int f, int t, Label l) && l.has(Feature.SUBJECT);
      if (names && items.get(i + 1) instanceof Item.Mark mark) {
        return new Range(of.tokens().get(mark.to() - 1).end(), range.end());
      }
    }
    return range;
  }

  /** Whom the whole text of a cell names or is the ticker of. */
  @Nullable Topic whole(Range range) {
    String text = bare(of.text().substring(range.start(), range.end()));
    if (text.isEmpty()) {
      return null;
    }
    Topic name = of.topics().ofName(text);
    return name != null ? name : of.topics().ofTicker(text);
  }

  private static String bare(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && "*_`:： ".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "*_`:： ".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }

  /** One of whom two cells name: a name on the listing that a ticker beside it is of. */
  static @Nullable Topic joined(@Nullable Topic one, @Nullable Topic other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    boolean first = !one.ticker() || other.ticker();
    Topic name = first ? one : other;
    Topic code = first ? other : one;
    var listing = Topics.listingOf(name, code.printed());
    return listing == null ? name : name.on(listing);
  }
}
