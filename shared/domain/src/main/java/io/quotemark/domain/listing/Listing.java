package io.quotemark.domain.listing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One listing of the securities master.
 *
 * @param currency ISO 4217 code prices are reported in; pence-quoted listings have {@code GBP} here
 *     and {@code unit} GBX
 * @param unit what the exchange quotes in where it is not the major unit ({@code GBX}, {@code ZAC},
 *     {@code ILA}), else null
 * @param adsRatio ordinary shares that one depositary share stands for, where evidenced
 * @param underlying the listing of the ordinary share behind a depositary share
 * @param indices symbols of indices this listing is a member of ({@code HSI}, {@code GSPC}), the
 *     one to compare with first
 * @param primary whether this is the issuer's primary listing
 * @param validFrom first day this ticker named this security, null where it always did
 * @param validTo last such day, null where it still does
 * @param shares ordinary shares outstanding where known, else null
 */
public record Listing(
    ListingId id,
    String issuer,
    String currency,
    @Nullable String unit,
    @Nullable String isin,
    @Nullable String shareClass,
    @Nullable BigDecimal adsRatio,
    @Nullable ListingId underlying,
    List<String> indices,
    boolean primary,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable Long shares) {
  public Listing {
    indices = List.copyOf(indices);
  }

  /** Equal listings have equal ids: enough, and much cheaper than all thirteen parts. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Whether its ticker names it no more. */
  public boolean ended() {
    return validTo != null;
  }

  /**
   * As printed: the id's, without the year of its end ({@code GM_2009}), which the id of a listing
   * has whose ticker another bears today.
   */
  public String ticker() {
    int year = id.ticker().lastIndexOf('_');
    return year < 0 || !ended() ? id.ticker() : id.ticker().substring(0, year);
  }

  public boolean isDepositaryShare() {
    return underlying != null || adsRatio != null;
  }

  public boolean validOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }
}
