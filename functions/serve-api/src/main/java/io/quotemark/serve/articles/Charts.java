package io.quotemark.serve.articles;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.securities.Securities;
import io.quotemark.serve.chart.Canvas;
import io.quotemark.serve.chart.ClaimMarks;
import io.quotemark.serve.chart.Mark;
import io.quotemark.serve.chart.PriceChart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Charts of the listings that an article's claims speak of, around the session they speak of. */
public final class Charts {
  private static final int DAYS_BEFORE = 180;
  private static final int DAYS_AFTER = 30;
  private static final int MOST = 3;

  private final PriceHistory prices;
  private final Securities securities;

  public Charts(PriceHistory prices, Securities securities) {
    this.prices = prices;
    this.securities = securities;
  }

  /** One for each listing that has prices, three at the most, in the order of the claims. */
  public Map<ListingId, PriceChart> of(CheckedArticle checked) {
    Map<ListingId, PriceChart> out = new LinkedHashMap<>();
    for (ListingId listing : listings(checked)) {
      drawn(checked, listing, Canvas.COLUMN).ifPresent(chart -> out.put(listing, chart));
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
      Optional<PriceChart> chart = drawn(checked, listing, Canvas.WIDE);
      if (chart.isPresent()) {
        List<Mark> marks = new ArrayList<>(ClaimMarks.published(checked.article().published()));
        of(checked, listing).forEach(claim -> marks.addAll(level(claim)));
        return chart.map(c -> c.svg(marks));
      }
    }
    return Optional.empty();
  }

  private Optional<PriceChart> drawn(CheckedArticle checked, ListingId listing, Canvas canvas) {
    LocalDate day = day(checked, listing);
    if (day == null) {
      return Optional.empty();
    }
    LocalDate from = day.minusDays(DAYS_BEFORE);
    LocalDate to = day.plusDays(DAYS_AFTER);
    List<BigDecimal> levels = new ArrayList<>();
    for (CheckedClaim claim : of(checked, listing)) {
      for (Mark mark : ClaimMarks.claimed(claim)) {
        if (mark instanceof Mark.Level level) {
          levels.add(level.price());
        }
      }
    }
    return prices
        .load(Set.of(listing), from, to)
        .series(listing)
        .map(series ->
            new PriceChart(
                series,
                from,
                to,
                securities.listing(listing).map(Listing::currency).orElse(""),
                canvas,
                levels));
  }

  /** Prices that were claimed as such; a move's would crowd the picture of the whole article. */
  private static List<Mark> level(CheckedClaim claim) {
    ClaimKind kind = claim.claim().kind();
    return kind == ClaimKind.PRICE_LEVEL || kind == ClaimKind.INDEX_LEVEL
        ? ClaimMarks.claimed(claim)
        : List.of();
  }

  private static List<CheckedClaim> of(CheckedArticle checked, ListingId listing) {
    return checked.claims().stream()
        .filter(c -> c.claim().listing() != null && c.claim().listing().id().equals(listing))
        .toList();
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
}
