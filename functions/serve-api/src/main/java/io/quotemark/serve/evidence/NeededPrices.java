package io.quotemark.serve.evidence;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.EvidenceNeeded;
import io.quotemark.domain.verdict.EvidenceOffer;
import io.quotemark.market.evidence.Whereabouts;
import io.quotemark.serve.http.Access;
import io.quotemark.serve.http.Caller;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prices that claims wait for: of which listing, of which sessions, where they can be had. */
public final class NeededPrices {
  private NeededPrices() {}

  /**
   * How prices come here.
   *
   * @param uploads whether price files are taken on the page
   */
  public record Means(Whereabouts where, boolean uploads) {}

  /**
   * One listing.
   *
   * @param issuer null where the securities master has none
   * @param claims that wait for it
   */
  public record Row(EvidenceNeeded needed, @Nullable String issuer, int claims) {}

  /**
   * What the store waits for.
   *
   * @param rows the listings that most claims wait for
   * @param listings how many there are in all
   * @param complete whether all articles were counted
   */
  public record Section(List<Row> rows, int listings, int claims, boolean complete, Means means) {
    public Section {
      rows = List.copyOf(rows);
    }
  }

  /** Of the first page; nothing where nothing waits. */
  public static Html ofStore(Section section) {
    if (section.rows().isEmpty()) {
      return Html.EMPTY;
    }
    int more = section.listings() - section.rows().size();
    return section(
        "%s%s for prices of %s"
            .formatted(
                section.complete() ? "" : "At least ",
                section.claims() == 1 ? "1 claim waits" : section.claims() + " claims wait",
                section.listings() == 1 ? "1 listing" : section.listings() + " listings"),
        section.rows(),
        more == 0
            ? Html.EMPTY
            : Html.of(
                "<p class=\"small\">And of {} more: <a href=\"/v1/evidence-needed\">all as"
                    + " data</a>, or <code>./quotemark prices missing</code>.</p>",
                more),
        section.means(),
        true);
  }

  /** Of an article; nothing where none of its claims waits. */
  public static Html ofArticle(CheckedArticle checked, boolean stored, Means means) {
    List<Row> rows =
        checked.evidenceNeeded().stream()
            .map(needed -> new Row(needed, null, needed.claims().size()))
            .toList();
    long claims = rows.stream().flatMap(row -> row.needed().claims().stream()).distinct().count();
    return rows.isEmpty()
        ? Html.EMPTY
        : section(
            claims == 1 ? "1 claim waits for prices" : claims + " claims wait for prices",
            rows,
            Html.EMPTY,
            means,
            stored);
  }

  private static Html section(
      String heading, List<Row> rows, Html more, Means means, boolean decides) {
    return Template.of(
            """
            <section class="needed" aria-labelledby="needed">
            <h2 id="needed">{heading}</h2>
            <table class="list stack"><caption class="aside">Prices that are missing, and where they can be had</caption>
            <thead><tr><th scope="col">listing</th><th scope="col">sessions</th><th scope="col">prices</th><th scope="col">claims</th><th scope="col">where</th></tr></thead>
            <tbody>{rows}</tbody></table>
            <p class="small">A file of your own is any that has these sessions and that you may use, as its source writes it: a header that names date and prices is enough.</p>
            {more}{drop}
            </section>
            """)
        .with("heading", heading)
        .with("rows", rows.stream().map(row -> row(row, means)).toList())
        .with("more", more)
        .with("drop", drop(means.uploads() && Caller.currentMay(Access.EDITOR), decides))
        .html();
  }

  private static Html row(Row row, Means means) {
    String listing = row.needed().listing().toString();
    return Template.of(
            "<tr><th scope=\"row\">{listing}{issuer}</th><td>{sessions}</td><td>{fields}</td><td>{claims}</td><td>{offers}</td></tr>\n")
        .with(
            "listing",
            row.needed().listing().isCurrencyPair()
                ? listing
                : Html.of("<a href=\"/listings/{}\">{}</a>", Html.segment(listing), listing))
        .with(
            "issuer",
            row.issuer() == null
                ? Html.EMPTY
                : Html.of("<br><span class=\"small\">{}</span>", row.issuer()))
        .with(
            "sessions",
            Html.commas(row.needed().sessions().stream().map(NeededPrices::stretch).toList()))
        .with("fields", fields(row.needed().fields()))
        .with("claims", row.claims() == 1 ? "1 claim" : row.claims() + " claims")
        .with(
            "offers",
            means.where().of(row.needed()).stream()
                .map(offer -> offer(offer, row.needed().listing()))
                .toList())
        .html();
  }

  /** "2025-02-21 to 2025-02-24". */
  public static Html stretch(EvidenceNeeded.Stretch one) {
    if (one.from() == null) {
      return Html.of("all up to <time>{}</time>", one.to());
    }
    return one.from().equals(one.to())
        ? Html.of("<time>{}</time>", one.to())
        : Html.of("<time>{}</time> to <time>{}</time>", one.from(), one.to());
  }

  public static String fields(Set<EvidenceNeed.Field> fields) {
    return String.join(
        ", ", fields.stream().map(field -> field.name().toLowerCase(Locale.ROOT)).toList());
  }

  private static Html offer(EvidenceOffer offer, ListingId listing) {
    if (offer.kind() == EvidenceOffer.Kind.OWN_FILE) {
      return Html.of(
          "<p class=\"offer small\">A file of your own: <code>{}</code></p>",
          Whereabouts.fileName(listing));
    }
    return Template.of(
            "<p class=\"offer\"><strong>{name}</strong>{files}<br><span class=\"small\">{todo}{terms}</span></p>")
        .with("name", offer.name())
        .with(
            "files",
            offer.files().stream()
                .map(file ->
                    Html.of(
                        " <a href=\"{}\" rel=\"noreferrer\">{}</a>",
                        file.url(),
                        stretch(new EvidenceNeeded.Stretch(file.from(), file.to()))))
                .toList())
        .with("todo", offer.todo())
        .with("terms", offer.terms() == null ? Html.EMPTY : Html.of(" Terms: {}.", offer.terms()))
        .html();
  }

  /**
   * @param decides whether what is shown changes with it; an article that is not stored is checked
   *     again by the form
   */
  private static Html drop(boolean uploads, boolean decides) {
    if (!uploads) {
      return Html.of(
          "<p class=\"small\">Load a price file from a terminal: <code>./quotemark prices FILE"
              + " --stack NAME</code>, or put it into the bucket under <code>prices/</code>.</p>");
    }
    return Html.of(
        """
        <form class="prices" aria-label="Price files">
        <label for="price-files">Drop price files here, or choose them</label>
        <input type="file" id="price-files" name="files" multiple>
        <p class="small">As they were downloaded: CSV, JSON, official files, packed or not. They are kept under <code>prices/</code>, like any price file.{}</p>
        <noscript><p class="small">Without script: <code>./quotemark prices FILE</code>, or copy the file into the folder <code>bucket/prices</code>.</p></noscript>
        <p class="status" role="status"></p>
        </form>
        """,
        decides ? "" : " Then check the article again.");
  }
}
