package io.quotemark.market.context;

import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.ListingContext.MarketValue;
import io.quotemark.securities.Securities;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a whole company was worth, and how the article's sums of money compare with that. */
final class MarketValues {
  /** Smaller shares say nothing: a price per share is no part of a company's worth. */
  private static final BigDecimal SMALLEST = new BigDecimal("0.01");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final MathContext FIGURES = new MathContext(4);

  private final Securities master;
  private final Rates rates;

  MarketValues(Securities master, Rates rates) {
    this.master = master;
    this.rates = rates;
  }

  /**
   * @param close price of one share of the listing on {@code asOf}
   * @param amounts of the article; those in other currencies are converted at the reference rate of
   *     {@code asOf}, and left out where none is in store
   */
  Optional<MarketValue> of(ListingId id, BigDecimal close, LocalDate asOf, List<Amount> amounts) {
    Optional<Listing> own = master.listing(id);
    Optional<Long> shares =
        Stream.concat(own.stream(), master.sisters(id).stream())
            .map(Listing::shares)
            .filter(count -> count != null)
            .findFirst();
    if (own.isEmpty() || shares.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal ratio = own.get().adsRatio();
    BigDecimal ordinary = ratio == null ? close : close.divide(ratio, MathContext.DECIMAL64);
    BigDecimal value = ordinary.multiply(BigDecimal.valueOf(shares.get()));
    String currency = own.get().currency();
    List<MarketValue.Part> parts = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      int position = i;
      converted(amounts.get(i), currency, asOf)
          .map(sum -> sum.multiply(HUNDRED).divide(value, FIGURES))
          .filter(percent -> percent.compareTo(SMALLEST) >= 0)
          .ifPresent(percent -> parts.add(new MarketValue.Part(position, plain(percent))));
    }
    return Optional.of(
        new MarketValue(plain(value.round(FIGURES)), currency, shares.get(), asOf, parts));
  }

  private Optional<BigDecimal> converted(Amount amount, String to, LocalDate day) {
    String from = amount.type() == Amount.Type.MONEY ? amount.currency() : null;
    if (from == null) {
      return Optional.empty();
    }
    return from.equals(to)
        ? Optional.of(amount.value())
        : rates.upTo(day, from, to).map(rate -> amount.value().multiply(rate.value()));
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0) : number;
  }
}
