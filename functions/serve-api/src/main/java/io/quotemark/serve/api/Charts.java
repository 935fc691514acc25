package io.quotemark.serve.api;

import io.quotemark.domain.CheckedArticle;
import io.quotemark.domain.CheckedClaim;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.Listing;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.PriceHistory;
import io.quotemark.domain.PriceSeries;
import io.quotemark.domain.PublicationTime;
import io.quotemark.domain.Securities;
import io.quotemark.domain.Tape;
import io.quotemark.domain.Verdict;
import io.quotemark.serve.chart.PriceChart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Charts of the listings that an article's claims speak of, around the session they speak of. */
final class Charts {
  private static final int DAYS_BEFORE = 180;
  private static final int DAYS_AFTER = 30;
  private static final int MOST = 3;

  private final PriceHistory prices;
  private final Securities securities;

  Charts(PriceHistory prices, Securities securities) {
    this.prices = prices;
    this.securities = securities;
  }

  /** One for each listing that has prices, three at the most. */
  List<String> of(CheckedArticle checked) {
    List<String> out = new ArrayList<>();
    for (ListingId listing : listings(checked)) {
      one(checked, listing).ifPresent(out::add);
      if (out.size() == MOST) {
        break;
      }
    }
    return out;
  }

  /**
   * @param wanted null for the first listing that has prices
   */
  Optional<String> one(CheckedArticle checked, @Nullable ListingId wanted) {
    for (ListingId listing : wanted == null ? listings(checked) : Set.of(wanted)) {
      LocalDate day = day(checked, listing);
      if (day == null) {
        continue;
      }
      Tape tape =
          prices.load(Set.of(listing), day.minusDays(DAYS_BEFORE), day.plusDays(DAYS_AFTER));
      Optional<PriceSeries> series = tape.series(listing);
      if (series.isPresent()) {
        return Optional.of(
            PriceChart.svg(
                series.get(),
                day.minusDays(DAYS_BEFORE),
                day.plusDays(DAYS_AFTER),
                securities.listing(listing).map(Listing::currency).orElse(""),
                marks(checked, listing)));
      }
    }
    return Optional.empty();
  }

  private static Set<ListingId> listings(CheckedArticle checked) {
    Set<ListingId> out = new LinkedHashSet<>();
    for (CheckedClaim claim : checked.claims()) {
      if (claim.claim().listing() != null) {
        out.add(claim.claim().listing().id());
      }
    }
    return out;
  }

  private static @Nullable LocalDate day(CheckedArticle checked, ListingId listing) {
    for (CheckedClaim claim : checked.claims()) {
      Verdict.Basis basis = claim.verdict().basis();
      if (claim.claim().listing() != null
          && claim.claim().listing().id().equals(listing)
          && basis != null
          && basis.session() != null) {
        return basis.session();
      }
    }
    PublicationTime published = checked.article().published();
    return published == null ? null : published.date();
  }

  private static List<PriceChart.Mark> marks(CheckedArticle checked, ListingId listing) {
    List<PriceChart.Mark> out = new ArrayList<>();
    PublicationTime published = checked.article().published();
    if (published != null) {
      out.add(new PriceChart.Mark(published.date(), null, "published"));
    }
    for (CheckedClaim one : checked.claims()) {
      Claim claim = one.claim();
      Verdict.Basis basis = one.verdict().basis();
      boolean level =
          claim.kind() == ClaimKind.PRICE_LEVEL || claim.kind() == ClaimKind.INDEX_LEVEL;
      if (level
          && claim.listing() != null
          && claim.listing().id().equals(listing)
          && claim.value() != null
          && basis != null
          && basis.session() != null) {
        out.add(
            new PriceChart.Mark(basis.session(), claim.value(), "claimed " + claim.at().text()));
      }
    }
    return out;
  }
}
