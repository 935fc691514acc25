package io.quotemark.serve.check;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.json.CheckedArticleJson.TextStatus;
import io.quotemark.serve.articles.ArticlePage;
import io.quotemark.serve.articles.ArticlePrices;
import io.quotemark.serve.articles.Excerpts;
import io.quotemark.serve.evidence.NeededPrices;
import io.quotemark.serve.http.Access;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Caller;
import io.quotemark.serve.http.FormFields;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Layout;
import io.quotemark.serve.uploads.SubmitApi;
import io.quotemark.storage.CheckedDocuments;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /check}: the form of the first page, answered with the page of the article and kept
 * nowhere. {@code POST /checked} keeps it: as an article, or for a day under an address, {@code
 * /checked/{id}}.
 */
public final class CheckPages {
  private final DocumentCheck check;
  private final CheckedDocuments kept;
  private final SubmitApi submit;
  private final ArticlePrices prices;
  private final NeededPrices.Means means;
  private final boolean textServed;
  private final Clock clock;

  /**
   * @param textServed whether a text that is kept may be shown; else its sentences with claims are
   */
  public CheckPages(
      DocumentCheck check,
      CheckedDocuments kept,
      SubmitApi submit,
      ArticlePrices prices,
      NeededPrices.Means means,
      boolean textServed,
      Clock clock) {
    this.check = check;
    this.kept = kept;
    this.submit = submit;
    this.prices = prices;
    this.means = means;
    this.textServed = textServed;
    this.clock = clock;
  }

  public HttpResponse form(Call call) {
    Checked checked = Checked.of(FormFields.of(call.request()));
    return page(article(checked), TextStatus.SERVED, KeepForm.of(checked));
  }

  /** The result at its address, decided by the prices of now. */
  public HttpResponse one(Call call) {
    CheckedDocuments.Kept found = found(call.id());
    CheckedArticle checked = article(Checked.of(found));
    Html keep = KeepForm.of(call.id(), found.until(), Caller.currentMay(Access.EDITOR));
    HttpResponse page =
        textServed
            ? page(checked, TextStatus.SERVED, keep)
            : page(Excerpts.of(checked), TextStatus.WITHHELD, keep);
    return page.with("x-robots-tag", "noindex");
  }

  /** Keeps what was checked, in one of two ways. */
  public HttpResponse keep(Call call) {
    FormFields form = FormFields.of(call.request());
    String id = form.text(KeepForm.ID);
    Checked checked = id == null ? Checked.of(form) : Checked.of(found(id));
    bounded(checked);
    // what is no article is not kept either
    article(checked);
    if (KeepForm.ADDRESS.equals(form.text(KeepForm.DO))) {
      return Answers.seeOther(
          "/checked/" + kept.keep(checked.bytes(), checked.metadata(), clock.instant()));
    }
    if (!KeepForm.ARTICLE.equals(form.text(KeepForm.DO))) {
      throw Problem.invalidParameter(KeepForm.DO, "must be article or address").raised();
    }
    String key = submit.keep(checked.bytes(), Checked.TYPE, checked.metadata());
    return Answers.seeOther("/uploads?key=" + URLEncoder.encode(key, StandardCharsets.UTF_8));
  }

  private static void bounded(Checked checked) {
    int size = checked.bytes().length;
    if (size > CheckedDocuments.MOST_BYTES) {
      throw Problem.of(
              413,
              "too_large",
              "The text is too large to be kept from here",
              "%,d bytes; the most is %,d. Put the file into the inbox instead"
                  .formatted(size, CheckedDocuments.MOST_BYTES))
          .raised();
    }
  }

  private CheckedDocuments.Kept found(String id) {
    return kept.read(id, clock.instant())
        .orElseThrow(() ->
            Problem.of(
                    404,
                    "not_kept",
                    "This result is no longer kept",
                    "an address of a result is good for a day; check the text again")
                .raised());
  }

  private CheckedArticle article(Checked checked) {
    return switch (check.read(checked.bytes(), null, checked.hints())) {
      case Reading.One(Article article) -> check.checked(article, false);
      case Reading.Bundle(List<Reading.Entry> entries) ->
          throw Problem.of(
                  422,
                  "bundle",
                  "This is several articles",
                  "the form checks one article; post the " + entries.size() + " to /v1/check")
              .raised();
      case Reading.Rejected rejected -> throw DocumentCheck.problem(rejected).raised();
    };
  }

  private HttpResponse page(CheckedArticle checked, TextStatus text, Html keep) {
    return Answers.page(
        200,
        Layout.above(
            ArticlePage.of(
                checked,
                new ArticlePage.Beside(
                    null, text, prices.of(checked), means, Map.of(), null, null)),
            keep));
  }
}
