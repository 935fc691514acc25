package io.quotemark.claims.answers;

import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.price.PriceField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items of one line or cell from left to right: a label takes the next figure, and a
 * figure in per cent or with a sign behind a price is its move.
 */
final class LineReader {
  /** How far words complete figures before them and look at those behind them, in items. */
  private static final int NEAR = 16;

  private final int line;
  private final boolean whole;
  private final List<Item> items;
  private final List<Draft> drafts = new ArrayList<>();

  private Label label;
  private boolean consumed;

  /** The label of the figure before. */
  private Label of = Label.NONE;

  /** Whether nothing but marks stands between the name or the figure before and here. */
  private boolean direct;

  private @Nullable Topic topic;
  private boolean named;
  private @Nullable SessionWords day;
  private boolean dated;

  /** Whether the day stands before the figures that it is of. */
  private boolean dayAhead;

  private @Nullable Draft last;

  /**
   * @param given what row and column say of every figure
   * @param topic whose figures these are unless the line names another
   * @param day of which they are unless it names another
   * @param dated whether it is certain that the day is theirs
   */
  LineReader(
      List<Item> items,
      int line,
      Label given,
      @Nullable Topic topic,
      @Nullable SessionWords day,
      boolean dated) {
    this.dated = dated;
    this.items = items;
    this.line = line;
    this.label = given;
    this.topic = topic;
    this.day = day;
    this.dayAhead = day != null;
    this.direct = topic != null || given.tells();
    this.whole = items.stream().noneMatch(Item.Unknown.class::isInstance);
  }

  List<Draft> read() {
    for (int i = 0; i < items.size(); i++) {
      switch (items.get(i)) {
        case Item.Name(int f, int t, Topic name) -> name(name);
        case Item.Time(int f, int t, SessionWords session, boolean certain) ->
            time(session, certain);
        case Item.Words(int f, int t, Label words) -> words(words);
        case Item.Printed(int f, int t, Figure figure) -> figure(figure, i);
        case Item.Mark(int f, int t, String text) -> mark(text);
        case Item.Unknown unknown -> unknown();
      }
    }
    return drafts;
  }

  boolean isWhole() {
    return whole;
  }

  private void name(Topic name) {
    boolean other = topic == null || !name.sameAs(topic);
    boolean open = last != null && last.topic == null;
    if (other && consumed) {
      label = Label.NONE;
      consumed = false;
    }
    last = other && !open ? null : last;
    // the listing printed first stays: "SAP (SAP.DE)" is not another
    topic = other || name.listing() != null ? name : topic;
    named = true;
    for (Draft draft : lately()) {
      // "the close was 6.03 for X"
      draft.topic = draft.topic == null ? topic : draft.topic;
    }
    direct = true;
  }

  private void time(@Nullable SessionWords session, boolean certain) {
    if (session == null) {
      return;
    }
    if (!drafts.isEmpty() && !dayAhead) {
      for (Draft draft : lately()) {
        if (draft.session == null && draft.said.isOfSession()) {
          draft.session = session;
          draft.dated = certain;
        }
      }
      dated = day == null ? certain : dated;
      day = day == null ? session : day;
      return;
    }
    day = session;
    dated = certain;
    if (last == null && !label.tells() && of.tells() && !drafts.isEmpty()) {
      // "closing prices: Feb 20: 245.83; Feb 21: 245.55"
      label = of;
      consumed = false;
    }
    dayAhead = true;
  }

  /** Those that words behind them can still complete. */
  private List<Draft> lately() {
    return drafts.subList(Math.max(0, drafts.size() - NEAR), drafts.size());
  }

  private void words(Label words) {
    if (words.isFiller()) {
      return;
    }
    boolean direction = words.has(Feature.UP) || words.has(Feature.DOWN);
    if (consumed || (direction && !label.tells())) {
      label = words;
      consumed = false;
    } else {
      label = label.plus(words);
    }
  }

  private void mark(String text) {
    switch (text) {
      case ".", "。", ";", "；" -> {
        label = consumed ? Label.NONE : label;
        direct = false;
        last = null;
      }
      default -> {
        // stands between
      }
    }
  }

  private void unknown() {
    label = label.has(Feature.OTHER) && !consumed ? label : Label.NONE;
    consumed = false;
    direct = false;
    last = null;
  }

  private void figure(Figure figure, int index) {
    if (label.tells() && !consumed) {
      labelled(figure, index);
      return;
    }
    if (last != null) {
      behind(last, figure);
      return;
    }
    if (direct && topic != null && (whole || isFollowedByMove(index)) && !label.tells()) {
      bare(figure, index);
    }
  }

  private void labelled(Figure figure, int index) {
    boolean both = label.has(Feature.HIGH) && label.has(Feature.LOW);
    if (label.has(Feature.RANGE) || both) {
      range(figure, index, both);
      return;
    }
    // "deliveries rose 12%": of what, the unknown words say
    boolean ofOthers = Said.onlyDirection(label) && !whole && last == null;
    Said said = ofOthers ? null : Said.of(label, figure);
    of = label;
    consumed = true;
    if (said == null) {
      last = null;
      direct = false;
      return;
    }
    add(said, directed(figure));
  }

  /** "Day's range: 399.32 – 409.37" is a low and a high. */
  private void range(Figure figure, int index, boolean highFirst) {
    Label stretch = new Label(java.util.Set.of(), label.stretch());
    boolean first = isFollowedByFigure(index);
    boolean high = first == highFirst;
    Label one = stretch.plus(new Label(java.util.Set.of(high ? Feature.HIGH : Feature.LOW), null));
    Said said = label.has(Feature.OTHER) ? null : Said.of(one, figure);
    if (!first) {
      consumed = true;
    }
    if (said != null) {
      add(said, figure.signed(0));
    }
  }

  private boolean isFollowedByFigure(int index) {
    for (int i = index + 1; i < Math.min(items.size(), index + NEAR); i++) {
      if (items.get(i) instanceof Item.Printed) {
        return true;
      }
    }
    return false;
  }

  /** Whether a figure in per cent or with a sign stands right behind the figure. */
  private boolean isFollowedByMove(int index) {
    for (int i = index + 1; i < Math.min(items.size(), index + NEAR); i++) {
      if (items.get(i) instanceof Item.Printed(int f, int t, Figure next)) {
        return next.isPercent() || next.sign() != 0;
      }
      if (!(items.get(i) instanceof Item.Mark)) {
        return false;
      }
    }
    return false;
  }

  /** "118.42 +1.2%", "-15.12 (2.26%)": the move beside a price, or in per cent beside one. */
  private void behind(Draft before, Figure figure) {
    boolean move = figure.isPercent() || figure.sign() != 0;
    boolean once = before.said instanceof Said.Move done && done.percent() == figure.isPercent();
    boolean of =
        before.said instanceof Said.Level level && level.over() == null && !level.previous();
    boolean reached =
        before.said instanceof Said.Move && figure.kind() == Figure.Kind.MONEY && !figure.scaled();
    if (reached && !move) {
      // "rose 2.1 % to 49.87 euros"
      add(new Said.Level(PriceField.LAST, false, null), figure);
      consumed = true;
      return;
    }
    if (!move || once || !(of || before.said instanceof Said.Move)) {
      last = null;
      return;
    }
    Figure signed = figure;
    if (signed.sign() == 0 && before.said instanceof Said.Move) {
      signed = signed.signed(before.figure.sign());
    }
    if (signed.kind() == Figure.Kind.OTHER) {
      return;
    }
    add(new Said.Move(signed.isPercent(), before.said.reached()), signed);
    consumed = true;
  }

  private static boolean isDirection(Label label) {
    return label.has(Feature.UP) || label.has(Feature.DOWN);
  }

  private Figure directed(Figure figure) {
    return figure.sign() != 0 || !isDirection(label)
        ? figure
        : figure.signed(label.has(Feature.DOWN) ? -1 : 1);
  }

  /** A figure without a label, where its line names whom it is of and says nothing else. */
  private void bare(Figure figure, int index) {
    if (figure.isPercent() || (figure.sign() != 0 && figure.kind() != Figure.Kind.OTHER)) {
      add(new Said.Move(figure.isPercent(), null), figure);
      return;
    }
    boolean price =
        figure.kind() != Figure.Kind.OTHER
            && !figure.scaled()
            && (figure.looksLikePrice() || isFollowedByFigure(index));
    if (price) {
      add(new Said.Level(PriceField.LAST, false, null), figure);
    }
  }

  private void add(Said said, Figure figure) {
    Draft draft = new Draft(said, figure, whole, line);
    draft.topic = topic;
    draft.named = named;
    boolean ofDay = said.isOfSession() || said instanceof Said.Return;
    draft.session = ofDay ? day : null;
    draft.dated = draft.session != null && dated;
    drafts.add(draft);
    last = draft;
    direct = true;
  }
}
