package io.quotemark.serve.articles;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.ListingContext;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.serve.chart.Sparkline;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Times;
import io.quotemark.serve.pages.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Share prices around an article, a row for each listing that a claim is of; all figures of a
 * listing on opening its row.
 */
final class ContextRows {
  private static final int SPARK_SESSIONS = 60;
  private static final double BAR = 80;

  private final ArticlePrices.Loaded prices;

  private ContextRows(ArticlePrices.Loaded prices) {
    this.prices = prices;
  }

  /** Nothing where no claim is of a listing. */
  static Html of(CheckedArticle checked, ArticlePrices.Loaded prices) {
    Map<ListingId, Claim> claimed = new LinkedHashMap<>();
    for (CheckedClaim claim : checked.claims()) {
      ListingId listing = ArticlePrices.of(claim);
      if (listing != null) {
        claimed.putIfAbsent(listing, claim.claim());
      }
    }
    ContextRows rows = new ContextRows(prices);
    List<Html> out = new ArrayList<>();
    for (ListingContext context : checked.context()) {
      Claim claim = claimed.get(context.listing());
      if (claim != null) {
        out.add(rows.row(context, claim));
      }
    }
    return out.isEmpty()
        ? Html.EMPTY
        : Html.of(
            """
            <section class="around" aria-labelledby="context">
            <h2 id="context">Share prices around it</h2>
            <div class="heads small" aria-hidden="true"><span>Listing</span><span></span><span>Close before</span><span>1 day</span><span>5 days</span><span>Year to date</span><span>52 weeks</span><span>Next close v. index</span><span>5 days v. index</span></div>
            {}
            <p class="small">Figures before publication end with the last session before the claims'; what came afterwards stands apart. What the price did, not why.</p>
            </section>
            """,
            out);
  }

  private Html row(ListingContext context, Claim claim) {
    ListingId id = context.listing();
    Listing listing = prices.listings().get(id);
    BigDecimal close = context.previousClose();
    return Template.of(
            """
            <details class="row"><summary>
            <span class="who" title="{listing}">{name}</span>
            <span class="spark">{spark}</span>
            <span class="num"{asOf}><span class="aside">close before </span>{close}</span>
            {day}{week}{year}
            <span class="range"><span class="aside">52 weeks </span>{range}</span>
            {first}{later}
            </summary>
            <div class="figures">{figures}<p><a href="/listings/{segment}">All claims on {listing}</a></p></div>
            </details>
            """)
        .with("name", prices.names().containsKey(id) ? prices.names().get(id).html() : id)
        .with("listing", id)
        .with("spark", spark(id, context.asOf()))
        .with(
            "asOf",
            context.asOf() == null
                ? Html.EMPTY
                : Html.of(" title=\"{}\"", Times.words(context.asOf())))
        .with(
            "close",
            close == null
                ? "no prices"
                : Spoken.sentences()
                    .price(
                        claim, listing == null || id.isIndex() ? null : listing.currency(), close))
        .with("day", percent("1 day", context.returns().get("1d")))
        .with("week", percent("5 days", context.returns().get("5d")))
        .with("year", percent("this year", context.returns().get("ytd")))
        .with("range", range(context.range52w()))
        .with("first", after(context.reaction(), "day0", "next close v. index"))
        .with("later", after(context.reaction(), "d5", "5 days v. index"))
        .with("figures", ContextTable.of(context))
        .with("segment", Html.segment(id.toString()))
        .html();
  }

  private Html spark(ListingId listing, @Nullable LocalDate asOf) {
    PriceSeries series = prices.series().get(listing);
    if (series == null || asOf == null) {
      return Html.EMPTY;
    }
    List<Double> closes = new ArrayList<>();
    for (Bar bar : series.until(asOf).bars()) {
      double by = 1;
      for (PriceSeries.Split split : series.splits()) {
        boolean between =
            bar.session().isBefore(split.firstSession()) && !asOf.isBefore(split.firstSession());
        by *= between ? split.ratio().doubleValue() : 1;
      }
      closes.add(bar.close().doubleValue() / by);
    }
    List<Double> last = closes.subList(Math.max(0, closes.size() - SPARK_SESSIONS), closes.size());
    return last.size() < 2 ? Html.EMPTY : new Html(Sparkline.of(last));
  }

  private static Html percent(String name, @Nullable BigDecimal value) {
    return Html.of(
        "<span class=\"num\"><span class=\"aside\">{} </span>{}</span>",
        name,
        value == null ? "–" : signed(value));
  }

  private static String signed(BigDecimal value) {
    return Words.signed(value.setScale(1, RoundingMode.HALF_EVEN)) + " %";
  }

  /** Where the last close stands between the lowest and the highest price of 52 weeks. */
  private static Html range(ListingContext.@Nullable Range range) {
    if (range == null || range.position() == null) {
      return Html.of("–");
    }
    double at = Math.clamp(range.position().doubleValue(), 0, 1);
    String words =
        "%d %% of the way from %s to %s"
            .formatted(
                Math.round(at * 100), range.low().toPlainString(), range.high().toPlainString());
    return Template.of(
            "<svg class=\"weeks\" viewBox=\"0 0 80 10\" role=\"img\" aria-label=\"{words}\"><title>{words}</title>"
                + "<rect class=\"all\" y=\"3\" width=\"80\" height=\"4\" rx=\"2\"/><rect class=\"at\""
                + " x=\"{x}\" width=\"3\" height=\"10\" rx=\"1\"/></svg>")
        .with("words", words)
        .with("x", String.format(Locale.ROOT, "%.1f", at * (BAR - 3)))
        .html();
  }

  /** Less the index's return where there is an index; the listing's own where there is none. */
  private static Html after(
      ListingContext.@Nullable Reaction reaction, String window, String words) {
    BigDecimal value = reaction == null ? null : reaction.returns().get(window);
    BigDecimal versus = reaction == null ? null : reaction.versusIndex().get(window);
    return Template.of(
            "<span class=\"num\"{title}><span class=\"aside\">{words} </span>{value}{own}</span>")
        .with(
            "title",
            value == null || versus == null
                ? Html.EMPTY
                : Html.of(" title=\"{} by itself\"", signed(value)))
        .with("words", words)
        .with("value", value == null ? "–" : signed(versus == null ? value : versus))
        .with(
            "own",
            Html.when(
                value != null && versus == null,
                Html.of("<abbr title=\"by itself: no index in store\">*</abbr>")))
        .html();
  }
}
