package io.quotemark.market;

import static io.quotemark.market.Cases.HONG_KONG;
import static io.quotemark.market.Cases.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final Judge JUDGE = new Judge(Cases.CALENDARS, Cases.MASTER, Cases.ACCUSING);
  private static final Article ARTICLE = Cases.article(Cases.at("2025-02-24T03:55:00-05:00"));

  private static Statements statements(Claim... claims) {
    return new Statements(List.of(), List.of(), List.of(claims), "rules-7", List.of());
  }

  private static Claim level() {
    return Cases.claim(ClaimKind.PRICE_LEVEL, HONG_KONG, "136")
        .value(new BigDecimal("136"), BigDecimal.ONE)
        .currency("HKD", null)
        .build();
  }

  @Test
  void needs_ofAListing_includeItsSisterIndexAndRates() {
    TapeRequest needs = JUDGE.needs(ARTICLE, statements(level()));

    assertThat(needs.listings())
        .contains(
            HONG_KONG,
            NEW_YORK,
            ListingId.index("HSI"),
            ListingId.parse("FX:EURHKD"),
            ListingId.parse("FX:EURUSD"));
    assertThat(needs.to()).isAfter(LocalDate.parse("2025-03-24"));
  }

  @Test
  void needs_ofAnExtreme_reachBackBeforeItsPeriod() {
    Claim since =
        level().toBuilder().kind(ClaimKind.EXTREME).since(PartialDate.parse("2021-11")).build();
    Claim record =
        level().toBuilder().kind(ClaimKind.EXTREME).window(Window.parse("record")).build();

    assertThat(JUDGE.needs(ARTICLE, statements(since)).from())
        .isBefore(LocalDate.parse("2021-11-01"));
    assertThat(JUDGE.needs(ARTICLE, statements(record)).from())
        .isBefore(LocalDate.parse("1950-01-01"));
  }

  @Test
  void judge_sameInput_givesTheSameAnswerAndNamesItsVersions() {
    CheckedArticle one = JUDGE.judge(ARTICLE, statements(level()), tape("136"));
    CheckedArticle again = JUDGE.judge(ARTICLE, statements(level()), tape("136"));
    CheckedArticle corrected = JUDGE.judge(ARTICLE, statements(level()), tape("135"));

    assertThat(again).isEqualTo(one);
    assertThat(one.versions().rules()).isEqualTo("rules-7+" + Judge.RULES);
    assertThat(one.versions().master()).isEqualTo("test");
    assertThat(corrected.versions().bars()).isNotEqualTo(one.versions().bars());
  }

  /** "4.30 p.m." on a page that names no zone: its writer's, who saw New York close. */
  @Test
  void judge_timeWhoseZoneNobodyTells_countsAsItsDay() {
    Tape tape =
        Cases.tape(
            Cases.series(
                NEW_YORK,
                "2025-02-20 100 101 99 100",
                "2025-02-21 100 101 99 100",
                "2025-02-24 104 106 103 105"));
    Claim close =
        Cases.claim(ClaimKind.PRICE_LEVEL, NEW_YORK, "105")
            .value(new BigDecimal("105"), BigDecimal.ONE)
            .currency("USD", null)
            .field(PriceField.CLOSE)
            .build();
    OffsetDateTime afternoon = OffsetDateTime.parse("2025-02-24T16:30:00Z");

    assertThat(
            Cases.judgeOne(
                    PublicationTime.at(afternoon, PublicationTime.Quality.OFFSET_INFERRED),
                    tape,
                    close)
                .outcome())
        .isEqualTo(Verdict.Outcome.VERIFIED);
    assertThat(
            Cases.judgeOne(
                    PublicationTime.at(afternoon, PublicationTime.Quality.DECLARED), tape, close)
                .outcome())
        .as("it had not closed by then")
        .isNotEqualTo(Verdict.Outcome.VERIFIED);
  }

  @Test
  void judge_barsAfterTheClaimsSession_doNotChangeTheVerdict() {
    Claim extreme =
        level().toBuilder()
            .kind(ClaimKind.EXTREME)
            .direction(Direction.HIGH)
            .window(Window.parse("2d"))
            .build();
    Tape later =
        Cases.tape(
            Cases.series(
                HONG_KONG,
                "2025-02-20 130 131 129 130",
                "2025-02-21 130 131 130 130",
                "2025-02-24 135 137 134 136",
                "2025-02-25 135 300 134 300"));
    Tape before =
        Cases.tape(
            Cases.series(
                HONG_KONG,
                "2025-02-20 130 131 129 130",
                "2025-02-21 130 131 130 130",
                "2025-02-24 135 137 134 136"));

    CheckedArticle withLater = JUDGE.judge(ARTICLE, statements(level(), extreme), later);
    CheckedArticle without = JUDGE.judge(ARTICLE, statements(level(), extreme), before);

    assertThat(withLater.claims()).isEqualTo(without.claims());
    assertThat(withLater.versions()).isEqualTo(without.versions());
  }

  private static Tape tape(String close) {
    return Cases.tape(
        Cases.series(HONG_KONG, "2025-02-21 130 140 130 138", "2025-02-24 139 141 134 " + close));
  }
}
