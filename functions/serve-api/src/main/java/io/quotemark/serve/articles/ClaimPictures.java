package io.quotemark.serve.articles;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.sentences.Sentences;
import io.quotemark.serve.card.ShareCard;
import io.quotemark.serve.chart.Proof;
import io.quotemark.serve.chart.ProofChart;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Times;
import io.quotemark.serve.pages.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One claim as pictures: the chart that proves it, and a card to share. */
public final class ClaimPictures {
  private final StoredArticles stored;
  private final ArticlePrices prices;

  public ClaimPictures(StoredArticles stored, ArticlePrices prices) {
    this.stored = stored;
    this.prices = prices;
  }

  public HttpResponse chart(Call call) {
    CheckedArticle article = article(call.id());
    CheckedClaim claim = claim(article, call.id());
    return prices
        .of(article, claim)
        .proof(claim)
        .map(ProofChart::file)
        .map(Answers::svg)
        .orElseThrow(() ->
            Problem.of(
                    404,
                    "no_chart",
                    "There is nothing to draw",
                    "no stored prices decide the claim " + Problem.shown(call.id()))
                .raised());
  }

  public HttpResponse card(Call call) {
    CheckedArticle article = article(call.id());
    CheckedClaim claim = claim(article, call.id());
    ArticlePrices.Loaded loaded = prices.of(article, claim);
    return Answers.png(ShareCard.png(content(article, claim, loaded)));
  }

  private static ShareCard.Content content(
      CheckedArticle article, CheckedClaim claim, ArticlePrices.Loaded loaded) {
    Sentences sentences = Spoken.sentences();
    Proof proof = loaded.proof(claim).orElse(null);
    ListingId listing = ArticlePrices.of(claim);
    String name = listing == null ? "" : loaded.title(listing);
    Verdict.Outcome outcome = claim.verdict().outcome();
    // with the company's name where the article's for it is in letters that the card lacks
    Claim called =
        claim.claim().toBuilder().subject(listing == null ? "" : loaded.company(listing)).build();
    List<String> why = new ArrayList<>();
    why.add(sentences.reason(claim));
    why.add(sentences.reason(new CheckedClaim(called, claim.verdict())));
    why.add(sentences.meaning(outcome));
    return new ShareCard.Content(
        // a picture travels without the page that says so
        outcome == Verdict.Outcome.DOUBTFUL
            ? sentences.verdict(outcome) + ": look yourself"
            : sentences.verdict(outcome),
        Words.colour(outcome),
        claim.claim().at().text().replaceAll("\\s+", " "),
        why,
        name,
        feet(article, claim, name),
        proof);
  }

  /** Source, day and listing; without the source where the card lacks its letters. */
  private static List<String> feet(CheckedArticle article, CheckedClaim claim, String name) {
    Article of = article.article();
    String day = of.published() == null ? null : Times.words(of.published().date());
    boolean sample = claim.verdict().flags().contains(Verdict.Flag.SAMPLE_DATA);
    String note = article.sampleData() || sample ? "sample data" : null;
    return List.of(
        joined(of.source(), day, name, note),
        joined(null, day, name, note),
        joined(null, day, null, note));
  }

  private static String joined(@Nullable String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private CheckedArticle article(String id) {
    int stop = id.indexOf('.');
    if (stop < 1) {
      throw Problem.invalidParameter(
              "id",
              "must be an article's id and a claim's joined by a full stop, like 1f2e3d4c5b6a7988.c1")
          .raised();
    }
    return stored.asStored(id.substring(0, stop)).checked();
  }

  private static CheckedClaim claim(CheckedArticle article, String id) {
    return article.claims().stream()
        .filter(one -> one.claim().id().equals(id.substring(id.indexOf('.') + 1)))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("claim", id, List.of()).raised());
  }
}
