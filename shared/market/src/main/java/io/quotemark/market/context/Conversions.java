package io.quotemark.market.context;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.Conversion;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.price.Tape;
import io.quotemark.securities.Securities;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums of money that an article states, in another currency. */
final class Conversions {
  static final String DOLLAR = "USD";
  private static final MathContext CONVERTED = new MathContext(6);

  private final Securities master;

  Conversions(Securities master) {
    this.master = master;
  }

  /**
   * Every sum of money at the last reference rate published before the article: into US dollars,
   * dollars into the currency of the first listing claimed that has another. Empty for an article
   * without a date.
   */
  List<Conversion> of(Article article, Statements statements, Tape tape) {
    @Nullable PublicationTime published = article.published();
    if (published == null) {
      return List.of();
    }
    Instant moment = published.instant();
    LocalDate day =
        moment == null
            ? published.date().minusDays(1)
            : Rates.lastPublished(moment.atZone(ZoneId.of("UTC")));
    Rates rates = new Rates(tape);
    @Nullable String own = currencyOfFirstListing(statements);
    List<Conversion> conversions = new ArrayList<>();
    for (int i = 0; i < statements.amounts().size(); i++) {
      Amount amount = statements.amounts().get(i);
      @Nullable String from = amount.type() == Amount.Type.MONEY ? amount.currency() : null;
      @Nullable String to = DOLLAR.equals(from) ? own : DOLLAR;
      if (from == null || to == null) {
        continue;
      }
      int position = i;
      rates
          .upTo(day, from, to)
          .ifPresent(rate ->
              conversions.add(
                  new Conversion(
                      position,
                      plain(amount.value().multiply(rate.value()).round(CONVERTED)),
                      to,
                      plain(rate.value().round(CONVERTED)),
                      rate.day())));
    }
    return conversions;
  }

  private @Nullable String currencyOfFirstListing(Statements statements) {
    for (Claim claim : statements.claims()) {
      @Nullable Listing listing =
          claim.listing() == null ? null : master.listing(claim.listing().id()).orElse(null);
      if (listing != null && !listing.currency().equals(DOLLAR) && !listing.id().isIndex()) {
        return listing.currency();
      }
    }
    return null;
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0) : number;
  }
}
