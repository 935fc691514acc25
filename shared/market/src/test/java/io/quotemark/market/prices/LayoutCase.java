package io.quotemark.market.prices;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A layout that people have prices in, on bars that are made up for it; and how such files are
 * written.
 *
 * @param write the file from its bars
 */
@SuppressWarnings("ArrayRecordComponent")
record LayoutCase(
    String name,
    String file,
    String listing,
    double start,
    String step,
    Has has,
    Charset charset,
    Function<List<Bar>, String> write) {
  static final Charset BIG5 = Charset.forName("Big5");
  static final Charset CP949 = Charset.forName("x-windows-949");
  static final Charset SHIFT_JIS = Charset.forName("windows-31j");
  static final Charset WINDOWS = Charset.forName("windows-1252");

  static final DateTimeFormatter MDY = DateTimeFormatter.ofPattern("MM/dd/uuuu");
  static final DateTimeFormatter DMY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  static final DateTimeFormatter DOTS = DateTimeFormatter.ofPattern("dd.MM.uuuu");
  static final DateTimeFormatter FIGURES = DateTimeFormatter.ofPattern("uuuuMMdd");

  /** What a layout has of each bar. */
  enum Has {
    ALL,
    NO_VOLUME,
    NO_OPEN,
    CLOSE
  }

  List<Bar> bars() {
    return PriceWalk.bars(listing, start, step, 40);
  }

  byte[] bytes() {
    return write.apply(bars()).getBytes(charset);
  }

  @Override
  public String toString() {
    return name;
  }

  /** What of a file was not stored as it was made. */
  List<String> wrong(PriceFile file) {
    if (file.series().size() != 1) {
      return List.of(file.series().size() + " series; " + file.problems());
    }
    PriceSeries series = file.series().getFirst();
    List<String> wrong = new ArrayList<>();
    if (!series.listing().toString().equals(listing)) {
      wrong.add("listing " + series.listing());
    }
    if (series.isStillAdjusted()) {
      wrong.add("kept as adjusted: " + file.problems());
    }
    List<Bar> made = bars();
    if (series.bars().size() != made.size()) {
      wrong.add(series.bars().size() + " bars of " + made.size() + "; " + file.problems());
    }
    for (Bar bar : series.bars()) {
      Bar expected = PriceWalk.find(made, bar.session());
      if (expected == null || !same(expected, bar, has)) {
        wrong.add(bar + " for " + expected);
      }
    }
    return wrong;
  }

  private static boolean same(Bar made, Bar read, Has has) {
    boolean close = made.close().compareTo(read.close()) == 0;
    boolean range =
        made.high().compareTo(read.high()) == 0 && made.low().compareTo(read.low()) == 0;
    boolean volume = Objects.equals(made.volume(), read.volume());
    boolean open = made.open().compareTo(read.open()) == 0;
    return switch (has) {
      case ALL -> close && range && volume && open && read.missing().isEmpty();
      case NO_VOLUME -> close && range && open && read.volume() == null;
      case NO_OPEN -> close && range && volume && !read.has(PriceField.OPEN);
      case CLOSE -> close && read.missing().size() == 3;
    };
  }

  static LayoutCase us(String name, String file, Has has, Function<List<Bar>, String> write) {
    return new LayoutCase(name, file, "XNAS:QUOT", 184.5, "0.01", has, UTF_8, write);
  }

  static LayoutCase layout(
      String name,
      String file,
      String listing,
      double start,
      String step,
      Has has,
      Charset charset,
      Function<List<Bar>, String> write) {
    return new LayoutCase(name, file, listing, start, step, has, charset, write);
  }

  /** Header and one line a bar. */
  static Function<List<Bar>, String> lines(String header, Function<Bar, String> line) {
    return bars -> header + "\n" + bars.stream().map(line).collect(Collectors.joining("\n")) + "\n";
  }

  static Function<List<Bar>, String> newestFirst(String header, Function<Bar, String> line) {
    return bars -> lines(header, line).apply(bars.reversed());
  }

  static String ohlc(Bar b) {
    return "%s,%s,%s,%s".formatted(b.open(), b.high(), b.low(), b.close());
  }

  static String grouped(@Nullable Number number) {
    return String.format(Locale.ROOT, "%,d", Objects.requireNonNull(number).longValue());
  }

  static String comma(BigDecimal price) {
    return price.toPlainString().replace('.', ',');
  }

  static String republic(LocalDate day) {
    return "%d/%02d/%02d".formatted(day.getYear() - 1911, day.getMonthValue(), day.getDayOfMonth());
  }

  static Instant at(Bar bar, String zone, LocalTime time) {
    return bar.session().atTime(time).atZone(ZoneId.of(zone)).toInstant();
  }

  static String floats(Bar b, String order) {
    return order
        .chars()
        .mapToObj(c ->
            PriceWalk.floated(
                switch (c) {
                  case 'o' -> b.open();
                  case 'h' -> b.high();
                  case 'l' -> b.low();
                  default -> b.close();
                }))
        .collect(Collectors.joining(","));
  }
}
