package io.quotemark.market.prices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.securities.Securities;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Bars of one price, and prices without a point. */
class FlatBarsTest {
  private static final Instant RETRIEVED = Instant.parse("2026-11-01T12:00:00Z");
  private static final Securities MASTER = MasterFile.load();
  private static final List<LocalDate> SESSIONS =
      LocalDate.parse("2025-01-02")
          .datesUntil(LocalDate.parse("2025-06-02"))
          .filter(Calendars.load().of("XNAS")::isSession)
          .toList();

  /** A file of Apple's whose rows have these prices. */
  private static PriceFile file(String head, IntFunction<String> prices) {
    StringBuilder csv = new StringBuilder(head + "date,open,high,low,close,volume\n");
    for (int i = 0; i < SESSIONS.size(); i++) {
      csv.append(SESSIONS.get(i)).append(',').append(prices.apply(i)).append('\n');
    }
    return PriceFiles.parse("AAPL.US.csv", csv.toString().getBytes(UTF_8), RETRIEVED, MASTER);
  }

  private static String flat(int i) {
    String close = "200." + (10 + i * 7 % 90);
    return String.join(",", close, close, close, close, "1000");
  }

  private static String whole(int i) {
    int close = 20_000 + i * 37 % 500;
    return "%d,%d,%d,%d,1000".formatted(close - 3, close + 20, close - 25, close);
  }

  @Test
  void closesInAllColumns_areTakenForClosesAlone_andThatIsSaid() {
    PriceFile file = file("", FlatBarsTest::flat);

    assertThat(file.series().getFirst().bars())
        .hasSameSizeAs(SESSIONS)
        .allSatisfy(bar ->
            assertThat(bar.missing())
                .containsExactlyInAnyOrder(PriceField.OPEN, PriceField.HIGH, PriceField.LOW));
    assertThat(file.problems().toString()).contains("taken for closes alone");
  }

  @Test
  void barsOfAShareThatSomeDaysTradesOnce_stayAsTheyAre() {
    PriceFile file =
        file("", i -> i % 4 == 0 ? flat(i) : flat(i).replaceFirst(",[^,]+", ",201.50"));

    assertThat(file.series().getFirst().bars()).extracting(Bar::missing).allMatch(m -> m.isEmpty());
  }

  @Test
  void oneFigureEverywhere_isRefused_unlessNothingTraded() {
    PriceFile file = file("", i -> "100,100,100,100,1000");
    assertThat(file.series()).isEmpty();
    assertThat(file.problems().toString()).contains("have the one price 100");

    assertThat(file("", i -> "100.50,100.50,100.50,100.50,0").series()).isNotEmpty();
    assertThat(file("", i -> "0.01,0.01,0.01,0.01,1000").series()).isNotEmpty();
  }

  @Test
  void pricesWithoutTheirPoint_areRefused_unlessTheFileSaysThatTheyAreRight() {
    PriceFile file = file("", FlatBarsTest::whole);
    assertThat(file.series()).isEmpty();
    assertThat(file.problems().toString()).contains("whole prices", "# level: checked");

    assertThat(file("# level: checked\n", FlatBarsTest::whole).series()).isNotEmpty();
    assertThat(file("", i -> whole(i).replaceFirst(",", ".00,")).series()).isNotEmpty();
  }
}
