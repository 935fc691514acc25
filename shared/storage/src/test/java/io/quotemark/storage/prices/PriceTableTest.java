package io.quotemark.storage.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.PriceSeries.Basis;
import io.quotemark.domain.price.PriceSeries.Split;
import io.quotemark.domain.price.Tape;
import io.quotemark.fixtures.EmbeddedDynamo;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** On DynamoDB's own emulator, in this JVM. */
class PriceTableTest {
  private static final String TABLE = "prices";
  private static final ListingId LISTING = ListingId.parse("XHKG:9988");
  private static final Instant MONDAY = Instant.parse("2025-02-24T12:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2025-02-25T12:00:00Z");

  @RegisterExtension final EmbeddedDynamo local = EmbeddedDynamo.prices(TABLE);
  private final DynamoDbClient dynamo = local.client();
  private final PriceTable prices = new PriceTable(dynamo, TABLE);

  @Test
  void savedSeries_overTwoYears_isLoadedAsItWas() {
    PriceSeries series = series("a", MONDAY, bar("2024-12-31", "82.9"), bar("2025-01-02", "83.1"));

    prices.save(series);

    assertThat(only(load("2024-01-01", "2025-12-31"))).isEqualTo(series);
    assertThat(items()).containsOnlyKeys("Y#2024#a", "Y#2025#a");
  }

  @Test
  void stretchOfAYear_isAllThatIsLoaded() {
    prices.save(
        series(
            "a",
            MONDAY,
            bar("2025-02-20", "10"),
            bar("2025-02-21", "11"),
            bar("2025-02-24", "12")));

    assertThat(only(load("2025-02-21", "2025-02-21")).bars())
        .containsExactly(bar("2025-02-21", "11"));
    assertThat(load("2020-01-01", "2024-12-31").sources(LISTING)).isEmpty();
  }

  @Test
  void sameDeliveryAgain_writesNothing() {
    PriceSeries series = series("a", MONDAY, bar("2025-02-20", "10"));
    settled(prices.save(series));
    Map<String, Map<String, AttributeValue>> before = items();

    Optional<ChangedPrices> again = prices.save(series);
    Optional<ChangedPrices> retrievedLater =
        prices.save(series("a", TUESDAY, bar("2025-02-20", "10")));

    assertThat(again).isEmpty();
    assertThat(retrievedLater).isEmpty();
    assertThat(items()).isEqualTo(before);
  }

  @Test
  void changeNotSettled_isToldAgainOnRedelivery() {
    PriceSeries series = series("a", MONDAY, bar("2025-02-20", "10"), bar("2025-02-21", "10"));
    ChangedPrices first = prices.save(series).orElseThrow();

    assertThat(prices.save(series)).contains(first);
    prices.settle(first);
    assertThat(prices.save(series)).isEmpty();
  }

  @Test
  void newSession_isAdded_andAloneTold() {
    settled(prices.save(series("a", MONDAY, bar("2025-02-20", "10"), bar("2025-02-21", "11"))));

    ChangedPrices changed =
        prices
            .save(series("a", TUESDAY, bar("2025-02-21", "11"), bar("2025-02-24", "12")))
            .orElseThrow();

    assertThat(changed.from()).isEqualTo("2025-02-24");
    assertThat(changed.to()).isEqualTo("2025-02-24");
    assertThat(only(load("2025-01-01", "2025-12-31")).bars()).hasSize(3);
  }

  @Test
  void correctedBar_replacesTheOldOne_andIsTold() {
    settled(prices.save(series("a", MONDAY, bar("2025-02-20", "10"), bar("2025-02-21", "11"))));

    ChangedPrices changed =
        prices.save(series("a", TUESDAY, bar("2025-02-20", "10.5"))).orElseThrow();

    assertThat(changed.from()).isEqualTo("2025-02-20");
    assertThat(changed.to()).isEqualTo("2025-02-20");
    assertThat(only(load("2025-01-01", "2025-12-31")).bars().getFirst().close())
        .isEqualByComparingTo("10.5");
  }

  @Test
  void olderDelivery_arrivingLate_addsButNeverReplaces() {
    settled(prices.save(series("a", TUESDAY, bar("2025-02-21", "11"))));

    prices.save(series("a", MONDAY, bar("2025-02-20", "10"), bar("2025-02-21", "99")));

    PriceSeries stored = only(load("2025-01-01", "2025-12-31"));
    assertThat(stored.bars()).containsExactly(bar("2025-02-20", "10"), bar("2025-02-21", "11"));
    assertThat(stored.retrievedAt()).isEqualTo(TUESDAY);
  }

  @Test
  void bothOrdersOfTwoDeliveries_endInTheSameBytes() {
    PriceSeries early = series("a", MONDAY, bar("2025-02-20", "10"), bar("2025-02-21", "11"));
    PriceSeries late = series("a", TUESDAY, bar("2025-02-21", "11.25"), bar("2025-02-24", "12"));
    prices.save(early);
    prices.save(late);
    AttributeValue forward = packed("Y#2025#a");
    dynamo.deleteItem(r -> r.tableName(TABLE).key(YearItem.key(LISTING, "Y#2025#a")));

    prices.save(late);
    prices.save(early);

    assertThat(packed("Y#2025#a")).isEqualTo(forward);
  }

  @Test
  void changeDuringReChecks_staysOpen() {
    ChangedPrices first = prices.save(series("a", MONDAY, bar("2025-02-20", "10"))).orElseThrow();
    prices.save(series("a", TUESDAY, bar("2025-02-21", "11")));

    prices.settle(first);

    ChangedPrices open = prices.save(series("a", TUESDAY, bar("2025-02-21", "11"))).orElseThrow();
    assertThat(open.from()).isEqualTo("2025-02-20");
    assertThat(open.to()).isEqualTo("2025-02-21");
  }

  @Test
  void splitLearntLater_reChecksTheWholeYear() {
    settled(prices.save(series("a", MONDAY, bar("2025-02-20", "10"), bar("2025-02-21", "5"))));
    PriceSeries withSplit =
        new PriceSeries(
            LISTING,
            "a",
            Basis.AS_TRADED,
            TUESDAY,
            List.of(bar("2025-02-20", "10"), bar("2025-02-21", "5")),
            List.of(new Split(LocalDate.parse("2025-02-21"), BigDecimal.TWO)),
            List.of(),
            false);

    ChangedPrices changed = prices.save(withSplit).orElseThrow();

    assertThat(changed.from()).isEqualTo("2025-02-20");
    assertThat(only(load("2025-01-01", "2025-12-31")).splits()).hasSize(1);
  }

  @Test
  void sampleBars_neverMixWithRealOnes() {
    PriceSeries sample =
        new PriceSeries(
            LISTING,
            "a",
            Basis.AS_TRADED,
            MONDAY,
            List.of(bar("2025-02-20", "10")),
            List.of(),
            List.of(),
            true);
    settled(prices.save(sample));

    prices.save(series("a", TUESDAY, bar("2025-02-21", "11")));

    PriceSeries stored = only(load("2025-01-01", "2025-12-31"));
    assertThat(stored.sample()).isFalse();
    assertThat(stored.bars()).containsExactly(bar("2025-02-21", "11"));
  }

  @Test
  void severalSources_standSideBySide_thePreferredFirst() {
    prices.save(of("sample", Basis.AS_TRADED, TUESDAY, true, 9));
    prices.save(of("adjusted", Basis.SPLIT_ADJUSTED, TUESDAY, false, 9));
    prices.save(of("short", Basis.AS_TRADED, TUESDAY, false, 2));
    prices.save(of("older", Basis.AS_TRADED, MONDAY, false, 5));
    prices.save(of("newer", Basis.AS_TRADED, TUESDAY, false, 5));

    assertThat(load("2025-01-01", "2025-12-31").sources(LISTING))
        .extracting(PriceSeries::source)
        .containsExactly("newer", "older", "short", "adjusted", "sample");
  }

  private static PriceSeries of(String source, Basis basis, Instant at, boolean sample, int bars) {
    return new PriceSeries(
        LISTING,
        source,
        basis,
        at,
        Stream.iterate(LocalDate.of(2025, 3, 3), d -> d.plusDays(1))
            .limit(bars)
            .map(d -> Bar.flat(d, BigDecimal.TEN))
            .toList(),
        List.of(),
        List.of(),
        sample);
  }

  private Tape load(String from, String to) {
    return prices.load(Set.of(LISTING), LocalDate.parse(from), LocalDate.parse(to));
  }

  private static PriceSeries only(Tape tape) {
    assertThat(tape.sources(LISTING)).hasSize(1);
    return tape.series(LISTING).orElseThrow();
  }

  private void settled(Optional<ChangedPrices> changed) {
    prices.settle(changed.orElseThrow());
  }

  private AttributeValue packed(String sortKey) {
    return items()
        .getOrDefault(sortKey, Map.of())
        .getOrDefault("packed", AttributeValue.fromNul(true));
  }

  private Map<String, Map<String, AttributeValue>> items() {
    return dynamo.scan(r -> r.tableName(TABLE)).items().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                i -> i.getOrDefault("sk", AttributeValue.fromS("")).s(), i -> i));
  }

  private static PriceSeries series(String source, Instant at, Bar... bars) {
    return new PriceSeries(
        LISTING, source, Basis.AS_TRADED, at, evenly(bars), List.of(), List.of(), false);
  }

  /** As files deliver them: one number of places in a year. */
  private static List<Bar> evenly(Bar... bars) {
    return io.quotemark.market.packed.PackedYear.byYear(
            new PriceSeries(
                LISTING, "x", Basis.AS_TRADED, MONDAY, List.of(bars), List.of(), List.of(), false))
        .values()
        .stream()
        .flatMap(year -> year.bars().stream())
        .toList();
  }

  private static Bar bar(String day, String price) {
    return Bar.flat(LocalDate.parse(day), new BigDecimal(price));
  }
}
