package io.quotemark.serve.articles;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.serve.chart.ClaimMarks;
import io.quotemark.serve.chart.PriceChart;
import io.quotemark.serve.pages.Html;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The charts of a page, one for each listing; each is drawn whole once and then drawn on again.
 *
 * @param byListing in the order they are shown
 */
public record ArticleCharts(Map<ListingId, PriceChart> byListing) {
  public ArticleCharts {
    byListing = Collections.unmodifiableMap(new LinkedHashMap<>(byListing));
  }

  List<Html> figures(CheckedArticle checked) {
    return byListing.entrySet().stream()
        .map(e ->
            Html.of(
                "<figure><figcaption><a href=\"/listings/{}\">{}</a></figcaption>{}</figure>\n",
                Html.segment(e.getKey().toString()),
                e.getKey(),
                new Html(
                    e.getValue()
                        .svg(id(e.getKey()), ClaimMarks.published(checked.article().published())))))
        .toList();
  }

  /** Of the prices of a listing in the page. */
  static String id(ListingId listing) {
    return "px-" + listing.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
