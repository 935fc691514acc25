package io.quotemark.bench;

import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.market.Judge;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.securities.Securities;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges articles of very many claims: one for each hundred characters that an input has. */
final class ManyClaims {
  private static final int CHARACTERS = 100;
  private static final int SESSIONS = 60;
  private static final String CLAIM = "Alibaba shares rose 5% to $139.40 on Friday. ";

  private final Securities securities;
  private final ClaimFinder finder;
  private final Judge judge;

  ManyClaims(Securities securities, ClaimFinder finder) {
    this.securities = securities;
    this.finder = finder;
    this.judge = new Judge(Calendars.load(), securities);
  }

  /** No text has so many in one sentence; what is stored may. */
  Object ofOneGroup(int characters) {
    return judged(CLAIM, characters, "g1");
  }

  Object ofManyGroups(int characters) {
    return judged(CLAIM, characters, null);
  }

  Object ofManyCompanies(int characters) {
    String all =
        securities.issuers().stream()
            .map(issuer -> issuer.name() + " shares rose 5% to $139.40 on Friday. ")
            .collect(Collectors.joining());
    return judged(all, characters, null);
  }

  private Object judged(String text, int characters, @Nullable String group) {
    Article article = article(text);
    Statements found = finder.find(article);
    int wanted = characters / CHARACTERS;
    List<Claim> claims = new ArrayList<>(wanted);
    for (int i = 0; i < wanted; i++) {
      Claim one = found.claims().get(i % found.claims().size());
      claims.add(one.toBuilder().id("c" + (i + 1)).group(group == null ? "g" + i : group).build());
    }
    Statements many =
        new Statements(found.amounts(), found.entities(), claims, found.rules(), List.of());
    return judge.judge(article, many, tape(judge.needs(article, many).listings()));
  }

  /** The same close of sixty days for every listing. */
  static Tape tape(Set<ListingId> listings) {
    List<Bar> bars = new ArrayList<>();
    LocalDate day = LocalDate.parse("2025-02-24").minusDays(SESSIONS);
    for (int i = 0; i < SESSIONS; i++) {
      bars.add(Bar.flat(day.plusDays(i), new BigDecimal("139.40")));
    }
    return new Tape(
        listings.stream()
            .map(listing ->
                new PriceSeries(
                    listing,
                    "made up",
                    PriceSeries.Basis.AS_TRADED,
                    Instant.parse("2026-01-01T00:00:00Z"),
                    bars,
                    List.of(),
                    List.of(),
                    true))
            .toList());
  }

  private static Article article(String text) {
    PublicationTime published =
        PublicationTime.at(
            OffsetDateTime.parse("2025-02-24T08:00:00-05:00"), PublicationTime.Quality.DECLARED);
    return new Article(
        "", List.of(), List.of(), published, null, "en", null, null, null, List.of(), text,
        List.of(), 0, List.of());
  }
}
