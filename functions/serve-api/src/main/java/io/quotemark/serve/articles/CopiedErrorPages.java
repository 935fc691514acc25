package io.quotemark.serve.articles;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.securities.Securities;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Paging;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import io.quotemark.serve.pages.ListingNames;
import io.quotemark.serve.pages.Template;
import io.quotemark.storage.articles.ArticleRecord.Summary;
import java.io.IOException;
import java.util.List;

/** The most copied wrong figures, for people and for programs. */
public final class CopiedErrorPages {
  /** Articles of one wrong figure that are named. */
  private static final int MOST_ARTICLES = 20;

  private final CopiedErrors errors;
  private final ListingNames names;

  public CopiedErrorPages(ArticleSearch search, StoredArticles stored, Securities securities) {
    this.errors = new CopiedErrors(search, stored);
    this.names = new ListingNames(securities);
  }

  public HttpResponse data(Call call) {
    int limit = Paging.limit(call.query());
    CopiedErrors.Found found = errors.found();
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("propagated");
      for (CopiedErrors.Copied one : found.errors().stream().limit(limit).toList()) {
        write(one, out);
      }
      out.writeEndArray();
      out.writeObjectFieldStart("meta");
      out.writeNumberField("articles_read", found.read());
      out.writeBooleanField("complete", found.complete());
      out.writeBooleanField(
          "sample_data",
          found.errors().stream()
              .anyMatch(one -> one.articles().stream().anyMatch(Summary::sample)));
      out.writeEndObject();
      out.writeEndObject();
    });
  }

  private static void write(CopiedErrors.Copied one, JsonGenerator out) throws IOException {
    CheckedClaim checked = one.claim();
    Claim claim = checked.claim();
    Verdict.Basis basis = checked.verdict().basis();
    out.writeStartObject();
    out.writeNumberField("articles_count", one.articles().size());
    out.writeStringField("text", claim.at().text());
    out.writeStringField("kind", claim.kind().name());
    out.writeStringField(
        "listing", claim.listing() == null ? null : claim.listing().id().toString());
    out.writeStringField(
        "session", basis == null || basis.session() == null ? null : basis.session().toString());
    out.writeStringField("reason", Spoken.sentences().reason(checked));
    out.writeStringField("correction", Spoken.sentences().correction(checked));
    out.writeArrayFieldStart("articles");
    for (Summary article : one.articles().stream().limit(MOST_ARTICLES).toList()) {
      out.writeStartObject();
      out.writeStringField("id", article.id());
      out.writeStringField("title", article.title());
      out.writeStringField("source", article.source());
      out.writeStringField("published_at", article.published());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  public HttpResponse page(Call call) {
    CopiedErrors.Found found = errors.found();
    List<CopiedErrors.Copied> shown =
        found.errors().stream().limit(Paging.limit(call.query())).toList();
    return Answers.page(
        200,
        Layout.page(
            Layout.of("Copied errors").at(Layout.Place.COPIED),
            Template.of(
                    """
                    <h1>Copied errors</h1>
                    <p class="meta">Wrong figures that stand in more than one article, the most copied first. {among} <a href="/v1/propagated">As data</a></p>
                    {errors}
                    """)
                .with(
                    "among",
                    found.complete()
                        ? Html.of(
                            "Counted among all {} with a contradicted claim.",
                            articles(found.read()))
                        : Html.of(
                            "Counted among the latest {} with a contradicted claim.",
                            articles(found.read())))
                .with(
                    "errors",
                    shown.isEmpty()
                        ? Html.of("<p class=\"empty\">No wrong figure stands in two articles.</p>")
                        : Html.of(
                            "<ol class=\"copied\">{}</ol>", shown.stream().map(this::row).toList()))
                .html()));
  }

  private static String articles(int count) {
    return count == 1 ? "1 article" : count + " articles";
  }

  private Html row(CopiedErrors.Copied one) {
    CheckedClaim checked = one.claim();
    Claim claim = checked.claim();
    List<Summary> articles = one.articles();
    return Template.of(
            """
            <li class="v-contradicted"><p class="times"><strong>{count}</strong> articles</p><div>
            <h2 class="words"><bdi>“{text}”</bdi></h2>
            <p class="small">{listing}</p>
            <p class="because">{because}</p>
            <div class="trail"><p><strong>First seen:</strong> {first}</p><p>Then in:</p><ul>{others}{more}</ul></div>
            </div></li>
            """)
        .with("count", articles.size())
        .with("text", claim.at().text())
        .with(
            "listing", claim.listing() == null ? Html.EMPTY : names.of(claim.listing().id()).link())
        .with("because", Spoken.sentences().reason(checked))
        .with("first", Trails.one(articles.getFirst()))
        .with(
            "others",
            articles.stream()
                .skip(1)
                .limit(MOST_ARTICLES)
                .map(article -> Html.of("<li>{}</li>", Trails.one(article)))
                .toList())
        .with(
            "more",
            articles.size() > MOST_ARTICLES + 1
                ? Html.of("<li>and {} more</li>", articles.size() - MOST_ARTICLES - 1)
                : Html.EMPTY)
        .html();
  }
}
