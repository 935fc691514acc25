package io.quotemark.checking;

import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.market.Judge;
import io.quotemark.market.TapeRequest;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.market.sources.MissingPrices;
import io.quotemark.securities.Securities;
import java.util.List;
import java.util.Set;

/**
 * Finds what an article says about share prices, loads the history that decides it, and judges.
 * Minutes are loaded where they can change what the bars of sessions say. The same article, rules,
 * master and bars give an equal result, whoever asks and whenever.
 */
public final class Checker {
  private final ClaimFinder finder;
  private final Judge judge;
  private final PriceHistory prices;

  public Checker(ClaimFinder finder, Judge judge, PriceHistory prices) {
    this.finder = finder;
    this.judge = judge;
    this.prices = prices;
  }

  /** A checker on the shipped securities master and calendars. */
  public static Checker shipped(PriceHistory prices) {
    return on(MasterFile.load(), prices);
  }

  /** A checker on a securities master and the shipped calendars. */
  public static Checker on(Securities securities, PriceHistory prices) {
    return new Checker(
        new ClaimFinder(securities), new Judge(Calendars.load(), securities), prices);
  }

  public CheckedArticle check(Article article) {
    return check(article, false);
  }

  /** Prices that would decide what is left undecided, one stretch for each listing. */
  public List<MissingPrices> missing(CheckedArticle checked) {
    return MissingPrices.of(checked, judge);
  }

  /**
   * @param explain whether the result carries the trace of rules that fired
   */
  public CheckedArticle check(Article article, boolean explain) {
    return judged(article, finder.find(article, explain)).checked();
  }

  ClaimFinder finder() {
    return finder;
  }

  /** A checked article with the prices that it was checked against. */
  record Judged(CheckedArticle checked, Tape tape) {}

  Judged judged(Article article, Statements found) {
    TapeRequest wanted = judge.needs(article, found);
    Tape tape =
        wanted.listings().isEmpty()
            ? Tape.EMPTY
            : prices.load(wanted.listings(), wanted.from(), wanted.to());
    CheckedArticle bySessions = judge.judge(article, found, tape);
    Set<ListingSession> moments = judge.minutes(bySessions);
    List<MinuteBars> minutes = moments.isEmpty() ? List.of() : prices.minutes(moments);
    return minutes.isEmpty()
        ? new Judged(bySessions, tape)
        : new Judged(judge.judge(article, found, tape.with(minutes)), tape);
  }
}
