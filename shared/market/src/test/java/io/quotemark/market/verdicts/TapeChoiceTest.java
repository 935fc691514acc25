package io.quotemark.market.verdicts;

import static io.quotemark.market.verdicts.MadeMarket.EVENING;
import static io.quotemark.market.verdicts.MadeMarket.ROWS;
import static io.quotemark.market.verdicts.MadeMarket.SHARE;
import static io.quotemark.market.verdicts.MadeMarket.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.claim.ListingEvidence;
import io.quotemark.domain.claim.SubjectReading;
import io.quotemark.domain.claim.Wording;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Tape;
import io.quotemark.market.Cases;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which company level and move choose, on made-up bars. */
class TapeChoiceTest {
  private static final ListingId OTHER = ListingId.parse("XNYS:OTHR");
  private static final ListingId THIRD = ListingId.parse("XNYS:THRD");

  /** From 40.00 to 41.00 within 40.50 to 41.50: +2.5 % and +1.00. */
  private static final String[] OTHERS = {"2025-02-21 40 41 39 40", "2025-02-24 41 41.5 40.5 41"};

  private static final Tape TAPE =
      Cases.tape(Cases.series(SHARE, ROWS), Cases.series(OTHER, OTHERS));

  private static final Tape TWINS =
      Cases.tape(
          Cases.series(SHARE, ROWS), Cases.series(OTHER, OTHERS), Cases.series(THIRD, OTHERS));

  private static SubjectReading reading(ListingId listing) {
    return new SubjectReading(
        "Other Mills",
        new ListingChoice(
            listing, new BigDecimal("0.99"), List.of(ListingEvidence.PRIMARY), List.of()),
        new BigDecimal("0.2"),
        "before names:1");
  }

  private static ClaimBuilder read(ClaimKind kind, String printed) {
    return claim(kind, printed)
        .id(kind + printed)
        .currency(kind == ClaimKind.MOVE_PCT ? null : "USD", null)
        .group("g1")
        .readings(List.of(reading(OTHER), reading(THIRD)));
  }

  private static List<Claim> chosen(Tape tape, Claim... claims) {
    Market market = new Market(Cases.CALENDARS, Cases.MASTER, TickGrid.load(), tape, EVENING);
    return new TapeChoice(market, EVENING).of(List.of(claims));
  }

  private static @Nullable ListingId first(List<Claim> claims) {
    ListingChoice choice = claims.getFirst().listing();
    return choice == null ? null : choice.id();
  }

  @Test
  void levelAndMove_thatFitOneOther_chooseIt_andTheAnswerSaysSo() {
    List<Claim> claims =
        chosen(
            TAPE,
            read(ClaimKind.MOVE_PCT, "2.5").build(),
            read(ClaimKind.PRICE_LEVEL, "41.00").build());
    assertThat(claims)
        .allSatisfy(claim -> {
          assertThat(claim.listing()).isNotNull();
          assertThat(claim.listing().id()).isEqualTo(OTHER);
          assertThat(claim.listing().rejected())
              .extracting(ListingChoice.Rejected::id)
              .contains(SHARE);
          assertThat(claim.subject()).isEqualTo("Other Mills");
          assertThat(TapeChoice.told(claim))
              .hasValueSatisfying(
                  told -> assertThat(told).contains("Other Mills was chosen by the tape"));
        });
  }

  @Test
  void levelInsideTheRange_thatTheMoveLeadsTo_chooses() {
    assertThat(
            first(
                chosen(
                    TAPE,
                    read(ClaimKind.MOVE_ABS, "0.75").build(),
                    read(ClaimKind.PRICE_LEVEL, "40.75").build())))
        .isEqualTo(OTHER);
  }

  @Test
  void oneOfBothAlone_choosesNobody() {
    assertThat(first(chosen(TAPE, read(ClaimKind.PRICE_LEVEL, "41.00").build()))).isEqualTo(SHARE);
    assertThat(first(chosen(TAPE, read(ClaimKind.MOVE_PCT, "2.5").build()))).isEqualTo(SHARE);
    assertThat(
            first(
                chosen(
                    TAPE,
                    read(ClaimKind.MOVE_PCT, "2.6").build(),
                    read(ClaimKind.PRICE_LEVEL, "41.00").build())))
        .isEqualTo(SHARE);
  }

  @Test
  void coarseOrHedgedMove_choosesNobody() {
    assertThat(
            first(
                chosen(
                    TAPE,
                    read(ClaimKind.MOVE_PCT, "3").build(),
                    read(ClaimKind.PRICE_LEVEL, "41.00").build())))
        .isEqualTo(SHARE);
    assertThat(
            first(
                chosen(
                    TAPE,
                    read(ClaimKind.MOVE_PCT, "2.5").hedge(Hedge.ABOUT).build(),
                    read(ClaimKind.PRICE_LEVEL, "41.00").build())))
        .isEqualTo(SHARE);
  }

  @Test
  void bothFittingTwo_chooseNeither() {
    assertThat(
            first(
                chosen(
                    TWINS,
                    read(ClaimKind.MOVE_PCT, "2.5").build(),
                    read(ClaimKind.PRICE_LEVEL, "41.00").build())))
        .isEqualTo(SHARE);
  }

  @Test
  void ownCompanyThatFits_stays() {
    assertThat(
            first(
                chosen(
                    TAPE,
                    read(ClaimKind.MOVE_ABS, "-2.50").build(),
                    read(ClaimKind.PRICE_LEVEL, "105.00").build())))
        .isEqualTo(SHARE);
  }

  @Test
  void namedCompanyWithoutBars_stays_andOneOnlyReferredToGivesWay() {
    Tape without = Cases.tape(Cases.series(OTHER, OTHERS));
    assertThat(first(chosen(without, named("2.5", null), named("41.00", "USD")))).isEqualTo(SHARE);
    Wording carried = new Wording(1, Wording.Naming.CARRIED, 0, 2, 2, 2, 0, 0, 12, false, false);
    assertThat(
            first(
                chosen(
                    without,
                    read(ClaimKind.MOVE_PCT, "2.5").wording(carried).build(),
                    read(ClaimKind.PRICE_LEVEL, "41.00").wording(carried).build())))
        .isEqualTo(OTHER);
  }

  private static Claim named(String printed, @Nullable String currency) {
    Wording named = new Wording(1, Wording.Naming.NAMED, 0, 2, 2, 2, 0, 0, 12, false, false);
    return read(currency == null ? ClaimKind.MOVE_PCT : ClaimKind.PRICE_LEVEL, printed)
        .wording(named)
        .build();
  }
}
