package io.quotemark.claims.answers;

import io.quotemark.claims.answers.CellReader.Cell;
import io.quotemark.claims.answers.Lines.Range;
import io.quotemark.claims.entities.EntityFinder;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.price.PriceField;
import io.quotemark.securities.Securities;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the structured statements of an answer: tables, JSON, and line by line what has labels.
 * What a heading or a card names holds for the lines below it.
 */
public final class AnswerReader {
  /** Figures of a card, at the most. */
  private static final int CARD = 40;

  private final AnswerText of;
  private final Scanner scanner;
  private final CellReader cells;
  private final Lines lines;
  private final List<Draft> drafts = new ArrayList<>();

  /** Ranges that were read whole, so that no sentence is left in them. */
  private final List<Whole> structured = new ArrayList<>();

  /** A range and the drafts that were read from it. */
  private record Whole(Range range, int from, int to) {}

  /** Whom lines name, in their order. */
  private final List<Topic> seen = new ArrayList<>();

  private @Nullable Topic topic;

  /** Whether a line of its own names the topic, and not one with figures. */
  private boolean headed;

  private @Nullable SessionWords day;

  /** Whether the day stands beside the name that the lines below are of. */
  private boolean dayBeside;

  /** Where the drafts of the block begin: lines up to an empty one. */
  private int block;

  /** Before which no draft of the block lacks its topic. */
  private int filled;

  private AnswerReader(AnswerText of) {
    this.of = of;
    this.scanner = new Scanner(of);
    this.cells = new CellReader(of, scanner);
    this.lines = new Lines(of.text());
  }

  /** The structured statements of the answer's text. */
  public static Structured read(Article article, Securities securities, EntityFinder entities) {
    AnswerReader reader = new AnswerReader(AnswerText.of(article, securities, entities));
    reader.all();
    Topic hint = null;
    if (article.tickers().size() == 1) {
      hint = reader.of.topics().ofTicker(article.tickers().getFirst());
    }
    Topic only = hint != null ? hint : reader.onlySeen();
    for (Draft draft : reader.drafts) {
      draft.topic = draft.topic == null ? only : draft.topic;
    }
    return new Structured(reader.of, reader.drafts, reader.said());
  }

  /** Ranges read whole; not those in which nobody knows whose the figures are. */
  private List<Range> said() {
    List<Range> said = new ArrayList<>();
    for (Whole whole : structured) {
      boolean known =
          drafts.subList(whole.from(), whole.to()).stream().anyMatch(draft -> draft.topic != null);
      if (known || whole.from() == whole.to()) {
        said.add(whole.range());
      }
    }
    return said;
  }

  /** The one of whom all of the text speaks; null where it names none or several. */
  private @Nullable Topic onlySeen() {
    Topic only = seen.isEmpty() ? null : seen.getFirst();
    for (Topic one : seen) {
      if (only != null && !one.sameAs(only)) {
        return null;
      }
    }
    return only;
  }

  private void all() {
    int line = 0;
    while (line < lines.size()) {
      if (lines.isBlank(line)) {
        block = drafts.size();
        headed = false;
        line++;
      } else if (isJson(line)) {
        line = json(line);
      } else {
        Table table = Table.at(lines, line, scanner);
        line = table == null ? line(line) : table(table);
      }
    }
  }

  private boolean isJson(int line) {
    String opening = lines.text(lines.get(line)).strip();
    return opening.startsWith("{") || opening.equals("[") || opening.startsWith("[{");
  }

  /** Up to the line on which every bracket is closed. */
  private int json(int first) {
    int depth = 0;
    int line = first;
    do {
      for (char c : lines.text(lines.get(line)).toCharArray()) {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      }
      line++;
    } while (depth > 0 && line < lines.size());
    Range range = new Range(lines.get(first).start(), lines.get(line - 1).end());
    int from = drafts.size();
    drafts.addAll(new JsonReader(of, cells, first).read(range, topic, day));
    structured.add(new Whole(range, from, drafts.size()));
    return line;
  }

  private int table(Table table) {
    TableReader reader = new TableReader(table, cells, topic, day, dayBeside);
    List<Draft> found = reader.read();
    int from = drafts.size();
    drafts.addAll(found);
    if (reader.topic() != null) {
      topic = reader.topic();
    }
    int last = table.lines().getLast();
    Range range = new Range(lines.get(table.lines().getFirst()).start(), lines.get(last).end());
    structured.add(new Whole(range, from, drafts.size()));
    return table.end();
  }

  private int line(int line) {
    Range range = lines.content(line);
    Cell cell = cells.read(range);
    LineReader reader = new LineReader(cell.items(), line, Label.NONE, topic, day, dayBeside);
    List<Draft> found = reader.read();
    int before = range.start();
    for (Draft draft : found) {
      if (draft.figure.start() > before) {
        draft.words = of.text().substring(before, draft.figure.start());
      }
      before = Math.max(before, draft.figure.end());
    }
    if (found.isEmpty()) {
      heading(cell);
      return line + 1;
    }
    int from = drafts.size();
    drafts.addAll(found);
    if (reader.isWhole()) {
      structured.add(new Whole(range, from, drafts.size()));
    }
    Topic only = only(cell);
    if (only != null && !headed) {
      topic = only;
    }
    return line + 1;
  }

  /** A line without a figure: it may name whom the lines below are of, and which day. */
  private void heading(Cell cell) {
    Topic only = only(cell);
    if (only != null) {
      topic = topic == null ? only : within(topic, only);
      headed = true;
      day = cell.day();
      dayBeside = day != null;
      for (Draft draft : drafts.subList(Math.max(block, filled), drafts.size())) {
        draft.topic = draft.topic == null ? topic : draft.topic;
      }
      filled = drafts.size();
    }
    if (cell.day() == null) {
      return;
    }
    boolean close = false;
    boolean dated = false;
    for (Item item : cell.items()) {
      close |= item instanceof Item.Words(int f, int t, Label words) && words.has(Feature.CLOSE);
      dated |= item instanceof Item.Words(int f, int t, Label words) && words.has(Feature.DATE);
    }
    day = cell.day();
    dayBeside = only != null || dated || close;
    if (close || dated) {
      amend(close);
    }
  }

  /** "At close: February 24" below a card says what its price is, and of which day. */
  private void amend(boolean close) {
    for (int i = Math.max(block, drafts.size() - CARD); i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      boolean last = draft.said instanceof Said.Level level && level.field() == PriceField.LAST;
      boolean ofSession =
          draft.said instanceof Said.Move
              || (draft.said instanceof Said.Level l && l.over() == null);
      if (last && close) {
        draft = draft.as(new Said.Level(PriceField.CLOSE, false, null));
        drafts.set(i, draft);
      }
      if (draft.session == null && ofSession) {
        draft.session = day;
        draft.dated = true;
      }
    }
  }

  /** A ticker below a name is the name's listing where it has one of that ticker. */
  private static Topic within(Topic above, Topic below) {
    var listing = below.ticker() ? Topics.listingOf(above, below.printed()) : null;
    return listing == null ? below : above.on(listing);
  }

  /** The one whom the line names; null for none or several. */
  private @Nullable Topic only(Cell cell) {
    Topic only = null;
    for (Item item : cell.items()) {
      if (item instanceof Item.Name(int f, int t, Topic name)) {
        if (only != null && !only.sameAs(name)) {
          seen.add(only);
          seen.add(name);
          return null;
        }
        only = only == null || name.listing() != null ? name : only;
      }
    }
    Topic named = only != null ? only : cell.topic();
    if (named != null) {
      seen.add(named);
    }
    return named;
  }
}
