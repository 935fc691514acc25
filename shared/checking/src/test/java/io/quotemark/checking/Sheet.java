package io.quotemark.checking;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** A price file as rows of cells, to be spoilt: date, open, high, low, close, volume. */
final class Sheet {
  static final int DATE = 0;
  static final int OPEN = 1;
  static final int HIGH = 2;
  static final int LOW = 3;
  static final int CLOSE = 4;
  static final int VOLUME = 5;

  final List<String> comments = new ArrayList<>();
  List<String> head = List.of("date", "open", "high", "low", "close", "volume");
  List<List<String>> rows = new ArrayList<>();
  String delimiter = ",";

  /** The row whose session the sentences are about. */
  final int here;

  private Sheet(int here) {
    this.here = here;
  }

  /** The truth as a file says it. */
  static Sheet of(PriceSeries series, Share share, int here) {
    Sheet sheet = new Sheet(here);
    BigDecimal per = BigDecimal.valueOf(share.perUnit());
    if (share.perUnit() != 1) {
      sheet.comments.add("# unit: GBX");
    }
    series
        .splits()
        .forEach(
            split -> sheet.comments.add("# split: " + split.firstSession() + " " + split.ratio()));
    for (Bar bar : series.bars()) {
      sheet.rows.add(
          new ArrayList<>(
              List.of(
                  bar.session().toString(),
                  bar.open().multiply(per).toPlainString(),
                  bar.high().multiply(per).toPlainString(),
                  bar.low().multiply(per).toPlainString(),
                  bar.close().multiply(per).toPlainString(),
                  String.valueOf(bar.volume()))));
    }
    return sheet;
  }

  /** Changes cells of the session that the sentences are about. */
  Sheet here(int column, UnaryOperator<String> change) {
    List<String> row = rows.get(here);
    row.set(column, change.apply(row.get(column)));
    return this;
  }

  /** Changes the prices of the rows from one to another, without it. */
  Sheet prices(int from, int to, UnaryOperator<String> change) {
    for (List<String> row : rows.subList(from, to)) {
      for (int c = OPEN; c <= CLOSE; c++) {
        row.set(c, change.apply(row.get(c)));
      }
    }
    return this;
  }

  Sheet column(int column, UnaryOperator<String> change) {
    rows.forEach(row -> row.set(column, change.apply(row.get(column))));
    return this;
  }

  /** Each row from its cells. */
  Sheet rows(UnaryOperator<List<String>> change) {
    rows = new ArrayList<>(rows.stream().map(change).toList());
    return this;
  }

  Sheet head(String... names) {
    head = List.of(names);
    return this;
  }

  Sheet comment(String line) {
    comments.add(line);
    return this;
  }

  Sheet insert(int at, String... cells) {
    rows.add(at, new ArrayList<>(List.of(cells)));
    return this;
  }

  Sheet delimiter(String to) {
    delimiter = to;
    return this;
  }

  /** Rows of the numbers, in the order of the numbers. */
  Sheet ordered(List<Integer> numbers) {
    IntFunction<List<String>> row = rows::get;
    rows = new ArrayList<>(numbers.stream().map(row::apply).toList());
    return this;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    comments.forEach(line -> text.append(line).append('\n'));
    if (!head.isEmpty()) {
      text.append(String.join(delimiter, head)).append('\n');
    }
    rows.forEach(row -> text.append(String.join(delimiter, row)).append('\n'));
    return text.toString();
  }

  byte[] bytes() {
    return text().getBytes(UTF_8);
  }

  static String times(String price, String factor) {
    return new BigDecimal(price).multiply(new BigDecimal(factor)).toPlainString();
  }
}
