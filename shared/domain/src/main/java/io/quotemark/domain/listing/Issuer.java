package io.quotemark.domain.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A company, index or currency pair with everything it is called.
 *
 * @param name the full name ({@code Alibaba Group Holding Limited})
 * @param aliases short forms, former names and names in other scripts, as printed
 * @param commonWords those of the names that are also ordinary words or other people's names and
 *     therefore need a corporate context ({@code Target}, {@code Gap}), lower case
 * @param roles what it is called once introduced ({@code e-commerce giant}), lower case
 * @param listings its listings, the primary one first
 */
public record Issuer(
    String name,
    List<String> aliases,
    List<String> commonWords,
    List<String> roles,
    List<Listing> listings) {
  public Issuer {
    aliases = List.copyOf(aliases);
    commonWords = List.copyOf(commonWords);
    roles = List.copyOf(roles);
    listings = List.copyOf(listings);
    if (listings.isEmpty()) {
      throw new IllegalArgumentException("issuer without a listing: " + name);
    }
  }

  /** As records compare, the same one told at once: issuers are compared for every name read. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Issuer issuer
            && name.equals(issuer.name)
            && aliases.equals(issuer.aliases)
            && commonWords.equals(issuer.commonWords)
            && roles.equals(issuer.roles)
            && listings.equals(issuer.listings));
  }

  /** Equal issuers have equal names: enough, and much cheaper than all names and listings. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  public Listing primary() {
    return listings.getFirst();
  }

  public Optional<Listing> on(String mic) {
    return listings.stream().filter(l -> l.id().mic().equals(mic)).findFirst();
  }

  /** Whether all its listings have ended. */
  public boolean ended() {
    for (Listing listing : listings) {
      if (!listing.ended()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a text of the day can speak of it: a company that is gone only while it was listed.
   *
   * @param day null where it is not known, which is read as today
   */
  public boolean listedOn(@Nullable LocalDate day) {
    return !ended() || (day != null && listings.stream().anyMatch(l -> l.validOn(day)));
  }

  public boolean isIndex() {
    return primary().id().isIndex();
  }

  public boolean isCurrencyPair() {
    return primary().id().isCurrencyPair();
  }
}
