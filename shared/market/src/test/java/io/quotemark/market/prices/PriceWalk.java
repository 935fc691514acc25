package io.quotemark.market.prices;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.fixtures.Walk;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.securities.Securities;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Made-up bars of made-up companies: a seeded walk over the sessions of an exchange. */
final class PriceWalk {
  static final Securities MASTER =
      new Securities(
          "made up",
          Stream.of(
                  "XNAS:QUOT USD US0000000001",
                  "XNYS:MARK USD US0000000002",
                  "XETR:QMD EUR DE0000000003",
                  "XLON:QML GBP GB0000000004 GBX",
                  "XPAR:QMF EUR FR0000000005",
                  "XHKG:9901 HKD -",
                  "XSHG:600901 CNY -",
                  "XSHE:000902 CNY -",
                  "XNSE:QUOTIN INR INE000000006",
                  "XBOM:599901 INR INE000000007",
                  "BVMF:QUOT3 BRL -",
                  "XTAI:9902 TWD -",
                  "ROCO:9903 TWD -",
                  "XTKS:9904 JPY -",
                  "XKRX:990500 KRW -",
                  "XKOS:990600 KRW -",
                  "MISX:QUOTR RUB -",
                  "XNYS:TWIN USD -",
                  "XETR:TWIN EUR -")
              .map(PriceWalk::issuer)
              .toList());

  private PriceWalk() {}

  private static Issuer issuer(String line) {
    String[] parts = line.split(" ", -1);
    Listing listing =
        new Listing(
            ListingId.parse(parts[0]),
            "",
            parts[1],
            parts.length > 3 ? parts[3] : null,
            parts[2].equals("-") ? null : parts[2],
            null,
            null,
            null,
            List.of(),
            true,
            null,
            null,
            null);
    return new Issuer("Made up " + parts[0], List.of(), List.of(), List.of(), List.of(listing));
  }

  /** Bars of the sessions from 2 April 2024 on, prices in steps of {@code step}. */
  static List<Bar> bars(String listing, double start, String step, int count) {
    return bars(listing, LocalDate.of(2024, 4, 2), start, step, count);
  }

  static List<Bar> bars(String listing, LocalDate first, double start, String step, int count) {
    TradingCalendar calendar = Calendars.load().of(ListingId.parse(listing));
    List<LocalDate> sessions =
        Walk.sessions(first, first.plusYears(3), calendar::isSession).subList(0, count);
    return Walk.from(start)
        .steps(.006, .015, .01)
        .tick(step)
        .volume(random -> 1_000L * (500 + random.nextInt(5_000)))
        .bars(sessions, new Random(listing.hashCode()));
  }

  /** As a plain file of prices. */
  static String csv(List<Bar> bars) {
    StringBuilder csv = new StringBuilder("date,open,high,low,close\n");
    for (Bar bar : bars) {
      csv.append(bar.session());
      for (BigDecimal price : List.of(bar.open(), bar.high(), bar.low(), bar.close())) {
        csv.append(',').append(price.toPlainString());
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  /** A price as a 32-bit float is printed by a data frame. */
  static String floated(BigDecimal price) {
    return new BigDecimal((double) price.floatValue()).setScale(6, RoundingMode.HALF_UP).toString();
  }

  static @Nullable Bar find(List<Bar> bars, LocalDate session) {
    return bars.stream().filter(b -> b.session().equals(session)).findFirst().orElse(null);
  }
}
