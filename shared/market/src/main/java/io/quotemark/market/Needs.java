package io.quotemark.market;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Entity;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.claim.SubjectReading;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.verdicts.SharedSigns;
import io.quotemark.securities.Securities;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What history the claims and the context of an article can look at. */
final class Needs {
  /** Records compare with all there is. */
  private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

  /** Where nothing says when the article appeared, nothing later than this can be meant. */
  private static final LocalDate END = LocalDate.of(2100, 1, 1);

  /** The context looks back 250 sessions and over a market model that ends before them. */
  private static final int CONTEXT_DAYS = 430;

  /** Twenty sessions of reaction, with holidays. */
  static final int REACTION_DAYS = 45;

  private final Securities securities;
  private final Set<ListingId> listings = new HashSet<>();
  private LocalDate from;
  private final LocalDate published;

  private Needs(Securities securities, LocalDate published) {
    this.securities = securities;
    this.published = published;
    this.from = published.minusDays(CONTEXT_DAYS);
  }

  static TapeRequest of(Article article, Statements statements, Securities securities) {
    PublicationTime time = article.published();
    boolean known = time != null && time.quality() != PublicationTime.Quality.UNKNOWN;
    LocalDate published = known && time != null ? time.date() : END.minusDays(REACTION_DAYS);
    Needs needs = new Needs(securities, published);
    for (Claim claim : statements.claims()) {
      needs.claim(claim);
    }
    for (Entity entity : statements.entities()) {
      for (ListingId listing : entity.listings()) {
        needs.listing(listing);
      }
    }
    for (Amount amount : statements.amounts()) {
      needs.currency(amount.currency());
    }
    if (!known) {
      needs.from = BEGINNING;
    }
    return new TapeRequest(needs.listings, needs.from, published.plusDays(REACTION_DAYS));
  }

  private void claim(Claim claim) {
    if (claim.listing() != null && claim.kind().ofPrices()) {
      listing(claim.listing().id());
      for (Listing sister : securities.sisters(claim.listing().id())) {
        listing(sister.id());
      }
    }
    for (SubjectReading reading : claim.readings()) {
      listing(reading.listing().id());
    }
    if (claim.benchmark() != null) {
      listing(claim.benchmark());
    }
    if (claim.pair() != null) {
      listing(claim.pair());
    }
    currency(claim.currency());
    currency(claim.second().currency());
    if (claim.kind() == ClaimKind.FX_PAIR) {
      // a failed one may have been printed in another of the sign
      SharedSigns.of(claim.currency()).forEach(this::currency);
      SharedSigns.of(claim.second().currency()).forEach(this::currency);
    }
    if (claim.session() instanceof SessionWords.OnDate on) {
      reach(on.date());
    } else if (claim.session() instanceof SessionWords.Period period) {
      reach(period.from());
    } else if (claim.session() instanceof SessionWords.PreviousClose previous
        && previous.date() != null) {
      reach(previous.date());
    }
    if (claim.compared().since() != null) {
      reach(claim.compared().since().first());
    }
    if (claim.compared().window() != null) {
      reach(start(claim.compared().window()));
    }
    if (claim.compared().over() != null) {
      reach(start(claim.compared().over()));
    }
    if (claim.compared().rank() != null
        || claim.kind() == ClaimKind.THRESHOLD
        || (claim.kind() == ClaimKind.RANK
            && claim.compared().window() == null
            && claim.compared().since() == null)) {
      reach(BEGINNING);
    }
  }

  private LocalDate start(Window window) {
    return switch (window) {
      case Window.Last last ->
          switch (last.unit()) {
            case D -> published.minusDays(2L * last.count() + 14);
            case W -> published.minusWeeks(last.count() + 1L);
            case M -> published.minusMonths(last.count() + 1L);
            case Y -> published.minusYears(last.count() + 1L);
          };
      case Window.ToDate toDate -> published.minusDays(CONTEXT_DAYS);
      case Window.AllTime all -> BEGINNING;
      case Window.SinceIpo ipo -> BEGINNING;
      case Window.CalendarYear year -> LocalDate.of(year.year(), 1, 1);
      case Window.Since since -> since.date().first();
      case Window.FromPeak peak ->
          peak.in() != null ? peak.in().first() : start(Objects.requireNonNull(peak.of()));
    };
  }

  /** With a month to spare for the session before and for understatements. */
  private void reach(LocalDate day) {
    LocalDate start = day.isAfter(BEGINNING) ? day.minusDays(400) : BEGINNING;
    if (start.isBefore(from)) {
      from = start;
    }
  }

  private void listing(ListingId id) {
    if (id.isCurrencyPair()) {
      currency(id.ticker().substring(0, 3));
      currency(id.ticker().substring(Math.min(3, id.ticker().length())));
      return;
    }
    if (listings.add(id)) {
      securities
          .listing(id)
          .ifPresent(listing -> {
            currency(listing.currency());
            listing.indices().stream().findFirst().map(ListingId::index).ifPresent(listings::add);
          });
    }
  }

  private void currency(@Nullable String code) {
    if (code != null && code.length() == 3 && !code.equals("EUR")) {
      listings.add(ListingId.currencyPair("EUR", code.equals("CNH") ? "CNY" : code));
      listings.add(ListingId.currencyPair("EUR", "USD"));
    }
  }
}
