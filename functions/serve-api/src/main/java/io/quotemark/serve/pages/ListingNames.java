package io.quotemark.serve.pages;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.symbols.YahooSymbols;
import io.quotemark.securities.LegalForms;
import io.quotemark.securities.Securities;
import java.util.Locale;
import java.util.Optional;

/**
 * What people call a listing: the company without its legal form, and the ticker as its market
 * writes it ({@code Tencent 0700.HK}).
 */
public final class ListingNames {
  private final Securities securities;

  public ListingNames(Securities securities) {
    this.securities = securities;
  }

  /**
   * @param company its short name; the ticker where the securities master does not have it
   * @param ticker as its market writes it; empty where the name says it already
   */
  public record Name(ListingId listing, String company, String ticker) {
    /** {@code Tencent 0700.HK}. */
    public String text() {
      return ticker.isEmpty() ? company : company + " " + ticker;
    }

    /** The same as markup. */
    public Html html() {
      return ticker.isEmpty()
          ? Html.of("<bdi>{}</bdi>", company)
          : Html.of("<bdi>{}</bdi> <span class=\"ticker\">{}</span>", company, ticker);
    }

    /** A link to its page, where it has one. */
    public Html link() {
      return listing.isCurrencyPair()
          ? html()
          : Html.of(
              "<a class=\"company\" href=\"/listings/{}\">{}</a>",
              Html.segment(listing.toString()),
              html());
    }
  }

  public Name of(ListingId id) {
    if (id.isCurrencyPair()) {
      String pair = id.ticker();
      return new Name(
          id, pair.length() == 6 ? pair.substring(0, 3) + "/" + pair.substring(3) : pair, "");
    }
    Optional<Issuer> issuer = securities.issuerOf(id);
    return issuer.isEmpty()
        ? new Name(id, id.ticker(), "")
        : new Name(id, company(issuer.get()), id.isIndex() ? "" : ticker(id));
  }

  /**
   * The ticker as its market writes it, {@code 0700.HK}; as it is where the market is not known.
   */
  private String ticker(ListingId id) {
    Optional<Listing> listing = securities.listing(id);
    return listing.filter(Listing::ended).isPresent()
        ? listing.get().ticker()
        : YahooSymbols.of(id).orElse(id.ticker());
  }

  /** The name without the legal forms at its end. */
  public static String company(Issuer issuer) {
    return issuer.isIndex() ? issuer.name() : company(issuer.name());
  }

  public static String company(String name) {
    String out = name.strip();
    while (true) {
      int space = out.lastIndexOf(' ');
      String last = out.substring(space + 1).toLowerCase(Locale.ROOT);
      boolean form = LegalForms.trailing(last.replaceAll("[,.]+$", "")) || last.equals("&");
      if (space < 1 || !form) {
        return out;
      }
      out = out.substring(0, space).replaceAll("[,\\s]+$", "");
    }
  }
}
