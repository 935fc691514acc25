package io.quotemark.checking;

import io.quotemark.claims.AnswerFinder;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.verdict.CheckedAnswer;
import io.quotemark.market.answers.AnswerJudge;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.securities.Securities;

/**
 * Checks what an assistant answers: its tables, cards and lists as well as its sentences. Says of
 * each price statement whether it may stand, and what may be cited in its place.
 */
public final class AnswerChecker {
  private final Checker checker;
  private final AnswerFinder finder;
  private final AnswerJudge judge;

  /**
   * @param checker on the same securities master
   */
  public AnswerChecker(Checker checker, Securities securities) {
    this.checker = checker;
    this.finder = new AnswerFinder(securities, checker.finder());
    this.judge = new AnswerJudge(Calendars.load(), securities);
  }

  /**
   * @param answer its text as it was given, see {@code reading.AnswerReader}
   * @param explain whether the result carries the trace of rules that fired
   */
  public CheckedAnswer check(Article answer, boolean explain) {
    Checker.Judged judged = checker.judged(answer, finder.find(answer, explain));
    return judge.of(judged.checked(), judged.tape());
  }
}
