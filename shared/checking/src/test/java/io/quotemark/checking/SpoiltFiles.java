package io.quotemark.checking;

import static io.quotemark.checking.Sheet.CLOSE;
import static io.quotemark.checking.Sheet.DATE;
import static io.quotemark.checking.Sheet.HIGH;
import static io.quotemark.checking.Sheet.LOW;
import static io.quotemark.checking.Sheet.OPEN;
import static io.quotemark.checking.Sheet.VOLUME;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files that are wrong in ways in which files of prices are: by mistake, by another layout than
 * they look like, or on purpose. By a name of what is wrong with each.
 */
final class SpoiltFiles {
  private static final Map<String, Function<Sheet, byte[]>> ALL = new LinkedHashMap<>();

  private SpoiltFiles() {}

  static Map<String, Function<Sheet, byte[]>> all() {
    return Collections.unmodifiableMap(ALL);
  }

  private static void sheet(String name, UnaryOperator<Sheet> spoil) {
    ALL.put(name, sheet -> spoil.apply(sheet).bytes());
  }

  private static void text(String name, UnaryOperator<String> spoil) {
    ALL.put(name, sheet -> spoil.apply(sheet.text()).getBytes(UTF_8));
  }

  static {
    SpoiltCells.all().forEach(SpoiltFiles::sheet);
    levels();
    corporateActions();
    statements();
    shapes();
    bytes();
  }

  static LocalDate day(List<String> row) {
    return LocalDate.parse(row.get(DATE));
  }

  static List<String> with(List<String> row, String cell) {
    List<String> longer = new ArrayList<>(row);
    longer.add(cell);
    return longer;
  }

  private static void levels() {
    sheet(
        "a week in another unit",
        s -> s.prices(s.here - 4, s.here + 1, p -> Sheet.times(p, "100")));
    sheet(
        "half in another unit",
        s -> s.prices(s.rows.size() / 2, s.rows.size(), p -> Sheet.times(p, "0.01")));
    sheet("in dollars of Brazil, it says", s -> s.comment("# unit: BRL"));
    sheet("in pence of Israel, it says", s -> s.comment("# unit: ILA"));
    sheet(
        "all flat",
        s -> s.rows(row -> List.of(row.get(DATE), "100", "100", "100", "100", row.get(VOLUME))));
    sheet(
        "filled in with the bar before",
        s -> {
          for (int i = s.here - 3; i <= s.here; i++) {
            String close = s.rows.get(s.here - 4).get(CLOSE);
            s.rows.set(i, List.of(s.rows.get(i).get(DATE), close, close, close, close, "0"));
          }
          return s;
        });
  }

  private static void corporateActions() {
    sheet("split and not said", s -> without(s));
    sheet(
        "adjusted for the split and not said",
        s -> without(s).prices(0, split(s), p -> quarter(p)));
    sheet("adjusted for the split, and split again", s -> s.prices(0, split(s), p -> quarter(p)));
    sheet("as traded, said to be adjusted for splits", s -> s.comment("# basis: split_adjusted"));
    sheet(
        "as traded, said to be adjusted for dividends",
        s -> s.comment("# basis: dividend_adjusted"));
    sheet("a split upside down", s -> without(s).comment("# split: 2024-03-11 0.25"));
    sheet("a split a week late", s -> without(s).comment("# split: 2024-03-18 4"));
    sheet("a split of nothing", s -> s.comment("# split: 2024-05-06 0:1"));
    sheet("a split of very many", s -> s.comment("# split: 2024-05-06 100000:1"));
    sheet("a split on a Sunday", s -> s.comment("# split: 2024-05-05 3:1"));
    sheet(
        "dividends above the price",
        s ->
            s.head("date", "open", "high", "low", "close", "volume", "dividend")
                .rows(row -> with(row, Sheet.times(row.get(CLOSE), "3"))));
  }

  private static String quarter(String price) {
    return Sheet.times(price, "0.25");
  }

  private static int split(Sheet sheet) {
    LocalDate split = LocalDate.parse("2024-03-11");
    return (int) sheet.rows.stream().filter(row -> day(row).isBefore(split)).count();
  }

  private static Sheet without(Sheet sheet) {
    sheet.comments.removeIf(line -> line.startsWith("# split"));
    return sheet;
  }

  private static void statements() {
    sheet("two bases", s -> s.comment("# basis: as_traded").comment("# basis: split_adjusted"));
    sheet("a basis that there is not", s -> s.comment("# basis: guessed"));
    sheet("another listing, by a line", s -> s.comment("# listing: XNAS:ZZZZ"));
    sheet("a listing of no exchange", s -> s.comment("# listing: Mars"));
    sheet("a zone of no place", s -> s.comment("# zone: Mars/Olympus"));
    sheet("one day for all rows", s -> s.comment("# date: 2024-06-13"));
    sheet("a source of control characters", s -> s.comment("# source: \u001b[31m\u0007x"));
    sheet("lines of nothing", s -> s.comment("#").comment("# :").comment("# split:"));
  }

  private static void shapes() {
    sheet(
        "newest first",
        s -> s.ordered(IntStream.range(0, s.rows.size()).boxed().toList().reversed()));
    sheet(
        "in no order",
        s -> {
          List<Integer> order = new ArrayList<>(IntStream.range(0, s.rows.size()).boxed().toList());
          Collections.shuffle(order, new Random(7));
          return s.ordered(order);
        });
    sheet(
        "a second bar of the day",
        s ->
            s.insert(
                s.rows.size(),
                s.rows.get(s.here).get(DATE),
                Sheet.times(s.rows.get(s.here).get(OPEN), "1.1"),
                Sheet.times(s.rows.get(s.here).get(HIGH), "1.1"),
                Sheet.times(s.rows.get(s.here).get(LOW), "1.1"),
                Sheet.times(s.rows.get(s.here).get(CLOSE), "1.1"),
                "7"));
    sheet(
        "another share's rows below",
        s -> {
          List<List<String>> more = new ArrayList<>();
          for (List<String> row : s.rows) {
            List<String> other = new ArrayList<>(row);
            for (int c = OPEN; c <= CLOSE; c++) {
              other.set(c, Sheet.times(row.get(c), "1.3"));
            }
            more.add(other);
          }
          s.rows.addAll(more);
          return s;
        });
    text("twice the same", t -> t + t);
    text(
        "names of columns among the rows",
        t -> t.replaceFirst("(?m)^2023-06", "date,open,high,low,close,volume\n2023-06"));
    sheet(
        "a row of averages",
        s -> s.insert(s.rows.size(), "Average", "100", "100", "100", "100", "100"));
    sheet(
        "a row that ends early",
        s -> s.rows(r -> r.equals(s.rows.get(s.here)) ? r.subList(0, 3) : r));
    sheet(
        "a row that lacks a cell",
        s -> s.rows(r -> r.equals(s.rows.get(s.here)) ? without(r, HIGH) : r));
    sheet(
        "a row with a cell too many",
        s -> s.rows(r -> r.equals(s.rows.get(s.here)) ? with(r, "7") : r));
    sheet(
        "a cell too many before the row",
        s ->
            s.rows(r -> {
              List<String> longer = new ArrayList<>(r);
              longer.add(OPEN, "100");
              return r.equals(s.rows.get(s.here)) ? longer : r;
            }));
    sheet("an open quotation mark", s -> s.here(OPEN, open -> "\"" + open));
    sheet("a line break in a cell", s -> s.here(VOLUME, v -> "\"" + v + "\n\""));
    text("cut off", t -> t.substring(0, t.length() - 17));
    text("blank lines", t -> t.replace("\n", "\n\n"));
    text("tabs and commas", t -> t.replaceFirst(",", "\t"));
    text("tabs", t -> t.replace(',', '\t'));
    text("bars", t -> t.replace(',', '|'));
    text("blanks", t -> t.replace(',', ' '));
    text("names alone", t -> t.substring(0, t.indexOf('\n', t.indexOf("date,")) + 1));
    text("one row", t -> t.substring(0, t.indexOf('\n', t.indexOf("\n20") + 1) + 1));
    text("nothing", t -> "");
    text("ten thousand columns", t -> t.replaceFirst("volume", "volume" + ",x".repeat(10_000)));
    text("a page of an error", t -> "<!doctype html><title>429</title><p>Too many requests " + t);
    text("an error in JSON", t -> "{\"error\":\"limit\",\"data\":\"" + t.length() + "\"}");
    text("JSON that does not end", t -> "[{\"date\":\"2024-06-13\",\"close\":1.2},");
  }

  private static List<String> without(List<String> row, int column) {
    List<String> shorter = new ArrayList<>(row);
    shorter.remove(column);
    return shorter;
  }

  private static void bytes() {
    ALL.put("UTF-16", s -> s.text().getBytes(UTF_16LE));
    ALL.put("UTF-32", s -> s.text().getBytes(Charset.forName("UTF-32LE")));
    ALL.put("Latin letters", s -> ("# source: Börse\n" + s.text()).getBytes(ISO_8859_1));
    text("two marks of order", t -> "\uFEFF\uFEFF" + t);
    text("carriage returns", t -> t.replace('\n', '\r'));
    text("zeros between", t -> t.replace(",", ",\0"));
    text("invisible characters", t -> t.replace(",", ",\u200B"));
    text("direction turned", t -> t.replace(",", "\u202E,"));
    ALL.put("packed", s -> packed(s.bytes()));
    ALL.put("packed twice", s -> packed(packed(s.bytes())));
    ALL.put("packed and cut off", s -> java.util.Arrays.copyOf(packed(s.bytes()), 200));
    ALL.put(
        "two files that contradict each other",
        s -> {
          String truth = s.text();
          String other = s.prices(0, s.rows.size(), p -> Sheet.times(p, "1.2")).text();
          return archive(Map.of("a.csv", truth, "b.csv", other));
        });
    ALL.put("a program", s -> ("\u007fELF" + s.text()).getBytes(ISO_8859_1));
    ALL.put("a document", s -> ("%PDF-1.7\n" + s.text()).getBytes(UTF_8));
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] archive(Map<String, String> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
