package io.quotemark.serve.listings;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import io.quotemark.serve.pages.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a company and where it is listed. */
public final class ListingSearchPage {
  private ListingSearchPage() {}

  /**
   * @param text what was looked for, null where nothing was yet
   * @param found the best of them
   * @param all how many there are
   */
  public static String of(@Nullable String text, List<Issuer> found, int all) {
    return Layout.page(
        Layout.of(text == null ? "Listings" : "Listings: " + text).at(Layout.Place.LISTINGS),
        Html.of(
            """
            <h1>Listings</h1>
            <form class="search" method="get" action="/listings" role="search" aria-label="Listings">
            <div><label for="q">Part of a name, a ticker, a listing id or an ISIN</label>
            <input id="q" name="q" value="{}" required placeholder="Alibaba" maxlength="200"></div>
            <div><button type="submit">Find</button></div>
            </form>
            {}
            """,
            text,
            text == null ? Html.EMPTY : results(text, found, all)));
  }

  private static Html results(String text, List<Issuer> found, int all) {
    if (found.isEmpty()) {
      return Html.of("<p class=\"empty\">No issuer is known by “{}”.</p>", text);
    }
    return Html.of(
        "<p class=\"small\" role=\"status\">{}</p><ul class=\"articles\">{}</ul>",
        all == 1
            ? "1 issuer"
            : all > found.size()
                ? "the first " + found.size() + " of " + all + " issuers"
                : all + " issuers",
        found.stream().map(ListingSearchPage::row).toList());
  }

  private static Html row(Issuer issuer) {
    return Html.of(
        "<li><h2 class=\"name\">{}</h2><p class=\"meta\">{}</p></li>\n",
        issuer.name(),
        listings(issuer.listings()));
  }

  static List<Html> listings(List<Listing> listings) {
    return listings.stream()
        .map(l ->
            Template.of("<a href=\"/listings/{segment}\">{listing}</a> {unit}{depositary} &#160; ")
                .with("segment", Html.segment(l.id().toString()))
                .with("listing", l.id())
                .with("unit", l.unit() == null ? l.currency() : l.unit())
                .with("depositary", Html.when(l.isDepositaryShare(), Html.of(", depositary")))
                .html())
        .toList();
  }
}
