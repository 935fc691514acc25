package io.quotemark.storage.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.MinuteBars.Minute;
import io.quotemark.fixtures.EmbeddedDynamo;
import io.quotemark.fixtures.MinuteWalk;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** On DynamoDB's own emulator, in this JVM. */
class MinuteTableTest {
  private static final String TABLE = "prices";
  private static final ListingId LISTING = ListingId.parse("XNYS:BABA");
  private static final MinuteBars DAY =
      MinuteWalk.of("XNYS:BABA", "2025-02-24", "America/New_York")
          .at("04:00", 143)
          .at("19:59", 130)
          .noise(0.01)
          .bars(new Random(1));

  @RegisterExtension final EmbeddedDynamo local = EmbeddedDynamo.prices(TABLE);
  private final PriceTable prices = new PriceTable(local.client(), TABLE);
  private final MinuteTable minutes = new MinuteTable(local.client(), TABLE);

  @Test
  void savedSession_isReadAlone_besideTheYearsOfItsListing() {
    MinuteBars next = on("2025-02-25", DAY);
    minutes.save(DAY);
    minutes.save(next);

    assertThat(prices.minutes(Set.of(DAY.of()))).containsExactly(DAY);
    assertThat(prices.minutes(Set.of(next.of(), DAY.of()))).containsExactly(DAY, next);
    assertThat(prices.minutes(Set.of(new ListingSession(LISTING, LocalDate.parse("2025-02-21")))))
        .isEmpty();
    assertThat(
            prices
                .load(Set.of(LISTING), LocalDate.of(2000, 1, 1), LocalDate.of(2030, 1, 1))
                .listings())
        .isEmpty();
  }

  @Test
  void change_isToldUntilItIsSettled_andTheSameAgainIsNone() {
    ChangedPrices first = minutes.save(DAY).orElseThrow();

    assertThat(first.from()).isEqualTo(DAY.session());
    assertThat(minutes.save(DAY)).contains(first);
    assertThat(prices.settle(first)).isTrue();
    assertThat(minutes.save(DAY)).isEmpty();
    assertThat(prices.minutes(Set.of(DAY.of()))).containsExactly(DAY);
  }

  @Test
  void sameMinutesWithFewerPlaces_areNoChange() {
    List<Minute> rounded = new ArrayList<>();
    for (Minute m : DAY.minutes()) {
      BigDecimal price = m.close().setScale(0, java.math.RoundingMode.DOWN);
      rounded.add(new Minute(m.start(), price, m.close().max(price), price, price, 1));
    }
    MinuteBars mixed =
        new MinuteBars(LISTING, DAY.session(), "c", DAY.retrievedAt(), rounded, false);
    prices.settle(minutes.save(mixed).orElseThrow());

    assertThat(minutes.save(mixed)).isEmpty();
  }

  @Test
  void twoDeliveriesOfOneSource_inEitherOrder_endAsTheNewerWithWhatTheOlderHasBeside() {
    Minute other = DAY.minutes().get(5);
    Minute corrected =
        new Minute(
            other.start(),
            new BigDecimal("10.00"),
            new BigDecimal("10.00"),
            new BigDecimal("10.00"),
            new BigDecimal("10.00"),
            1);
    MinuteBars newer =
        new MinuteBars(
            LISTING,
            DAY.session(),
            DAY.source(),
            DAY.retrievedAt().plusSeconds(60),
            List.of(corrected),
            false);
    minutes.save(DAY);
    minutes.save(newer);
    MinuteBars inOrder = prices.minutes(Set.of(DAY.of())).getFirst();
    MinuteBars otherSource = source("b", DAY);
    minutes.save(source("b", newer));
    minutes.save(otherSource);

    assertThat(inOrder.minutes()).hasSameSizeAs(DAY.minutes()).contains(corrected);
    assertThat(prices.minutes(Set.of(DAY.of())))
        .containsExactlyInAnyOrder(inOrder, source("b", inOrder));
  }

  @Test
  void aWholeDay_isOneItemOfFewKilobytes() {
    minutes.save(DAY);

    AttributeValue packed =
        Objects.requireNonNull(
            local.client().scan(r -> r.tableName(TABLE)).items().getFirst().get("packed"));
    assertThat(DAY.minutes()).hasSize(960);
    assertThat(packed.b().asByteArray().length).isLessThan(12_000);
  }

  private static MinuteBars source(String name, MinuteBars of) {
    return new MinuteBars(
        of.listing(), of.session(), name, of.retrievedAt(), of.minutes(), of.sample());
  }

  private static MinuteBars on(String session, MinuteBars of) {
    List<Minute> later = new ArrayList<>();
    for (Minute m : of.minutes()) {
      Instant start = m.start().plusSeconds(86_400);
      later.add(new Minute(start, m.open(), m.high(), m.low(), m.close(), m.volume()));
    }
    return new MinuteBars(
        of.listing(), LocalDate.parse(session), of.source(), of.retrievedAt(), later, false);
  }
}
