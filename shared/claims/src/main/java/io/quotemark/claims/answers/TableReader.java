package io.quotemark.claims.answers;

import io.quotemark.claims.answers.CellReader.Cell;
import io.quotemark.claims.answers.Lines.Range;
import io.quotemark.domain.claim.SessionWords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says each cell with a figure as a statement: the label is the column's and the row's, the company
 * and the day the row's, else the column's, else those of the text above.
 */
final class TableReader {
  private final CellReader cells;
  private final List<Cell> head = new ArrayList<>();
  private final List<List<Cell>> rows = new ArrayList<>();
  private final List<List<Range>> ranges;
  private final List<Integer> lines;

  /** Whom each column is of, where the head or a row of names says so. */
  private final List<@Nullable Topic> topics = new ArrayList<>();

  private @Nullable Topic table;
  private @Nullable SessionWords day;

  /** Whether it is certain that the day is that of the figures. */
  private boolean certain;

  TableReader(
      Table table,
      CellReader cells,
      @Nullable Topic above,
      @Nullable SessionWords day,
      boolean certain) {
    this.certain = certain;
    this.cells = cells;
    this.ranges = table.rows();
    this.lines = table.lines();
    this.table = above;
    this.day = day;
    for (List<Range> row : table.rows()) {
      rows.add(row.stream().map(cells::read).toList());
    }
    List<Cell> first = rows.getFirst();
    boolean headless = first.stream().anyMatch(Cell::hasFigure);
    if (!headless) {
      head.addAll(first);
    }
    for (Cell cell : first) {
      topics.add(headless ? null : cell.topic());
    }
  }

  List<Draft> read() {
    int from = head.isEmpty() ? 0 : 1;
    for (int r = from; r < rows.size(); r++) {
      heading(rows.get(r));
    }
    List<Draft> drafts = new ArrayList<>();
    for (int r = from; r < rows.size(); r++) {
      drafts.addAll(row(rows.get(r), ranges.get(r), lines.get(r)));
    }
    return drafts;
  }

  /** The company that all of the table is of; null where it is of several or none. */
  @Nullable Topic topic() {
    return table;
  }

  /** A row that says whom the columns are of, or which day: "Ticker | BA | LMT". */
  private void heading(List<Cell> row) {
    Label label = row.getFirst().label();
    boolean names = label.has(Feature.SUBJECT) && !label.tells();
    boolean dates = label.has(Feature.DATE) && !label.tells();
    for (int c = 1; c < row.size() && c < topics.size(); c++) {
      Cell cell = row.get(c);
      if (names && cell.topic() != null) {
        Topic joined = CellReader.joined(topics.get(c), cell.topic());
        topics.set(c, joined);
        table = row.size() == 2 ? joined : table;
      }
      if (dates && cell.day() != null && row.size() == 2) {
        day = cell.day();
        certain = true;
      }
    }
  }

  private Label column(int c) {
    return c < head.size() ? head.get(c).label() : Label.NONE;
  }

  private List<Draft> row(List<Cell> row, List<Range> ranges, int line) {
    List<Draft> drafts = new ArrayList<>();
    Topic own = null;
    SessionWords date = null;
    Label label = Label.NONE;
    for (int c = 0; c < row.size(); c++) {
      Cell cell = row.get(c);
      boolean naming = c == 0 || column(c).has(Feature.SUBJECT) || column(c).has(Feature.PAIR);
      if (naming && !(cell.hasFigure() && c > 0 && cell.topic() == null)) {
        boolean word = cell.topic() == null && column(c).has(Feature.SUBJECT);
        own = CellReader.joined(own, word ? cells.whole(ranges.get(c)) : cell.topic());
      }
      boolean dating = cell.day() != null && !cell.hasFigure();
      date = dating && (c == 0 || column(c).has(Feature.DATE)) ? cell.day() : date;
    }
    Cell first = row.getFirst();
    boolean named = own != null && column(0).has(Feature.SUBJECT);
    if (!named && (!first.hasFigure() || !column(0).tells())) {
      label = first.label();
    }
    boolean blocked =
        !first.isEmpty() && !first.hasFigure() && own == null && date == null && !label.tells();
    if (blocked || label.has(Feature.OTHER)) {
      return drafts;
    }
    for (int c = label.tells() || own != null || date != null ? 1 : 0; c < row.size(); c++) {
      drafts.addAll(cell(row.get(c), c, label, own, date, line));
    }
    return drafts;
  }

  private List<Draft> cell(
      Cell cell, int c, Label row, @Nullable Topic own, @Nullable SessionWords date, int line) {
    Label column = column(c);
    boolean unknown = c < head.size() && !head.get(c).known() && head.get(c).topic() == null;
    boolean names = column.has(Feature.SUBJECT) && !column.tells() && own != null && !row.tells();
    if (!cell.hasFigure() || unknown || names || column.has(Feature.DATE)) {
      return List.of();
    }
    Topic ofColumn = c < topics.size() ? topics.get(c) : null;
    Topic topic = own != null ? own : ofColumn != null ? ofColumn : table;
    SessionWords ofHead = c < head.size() ? head.get(c).day() : null;
    SessionWords session = date != null ? date : ofHead != null ? ofHead : rowDay(cell);
    Label label = row.plus(column);
    if (label.has(Feature.OTHER)) {
      return List.of();
    }
    List<Draft> drafts =
        new LineReader(
                cell.items(),
                line,
                label.tells() ? label : Label.NONE,
                topic,
                session,
                date != null || ofHead != null || certain)
            .read();
    if (c < head.size()) {
      for (Draft draft : drafts) {
        draft.words = cells.text(ranges.getFirst().get(c));
      }
    }
    return drafts;
  }

  private @Nullable SessionWords rowDay(Cell cell) {
    return cell.day() != null ? null : day;
  }
}
