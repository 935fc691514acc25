package io.quotemark.market.answers;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.AnswerFinding;
import io.quotemark.domain.verdict.AnswerFinding.Correction;
import io.quotemark.domain.verdict.AnswerFinding.Standing;
import io.quotemark.domain.verdict.CheckedAnswer;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.CitedValue;
import io.quotemark.domain.verdict.Origin;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.securities.Securities;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of each price statement of a checked answer what may be cited in its place. */
public final class AnswerJudge {
  private final Calendars calendars;
  private final Securities securities;
  private final Citations citations;

  public AnswerJudge(Calendars calendars, Securities securities) {
    this.calendars = calendars;
    this.securities = securities;
    this.citations = new Citations(securities);
  }

  /**
   * @param tape the prices that it was checked against
   */
  public CheckedAnswer of(CheckedArticle checked, Tape tape) {
    Article article = checked.article();
    Origins origins = new Origins(securities, tape);
    Corrections corrections = new Corrections(article.text(), checked.amounts());
    Set<ListingId> named = named(checked);
    List<AnswerFinding> findings = new ArrayList<>();
    List<Correction> replaced = new ArrayList<>();
    for (CheckedClaim claim : checked.claims()) {
      Standing standing = Standing.of(claim.verdict().outcome());
      if (standing == null || !claim.claim().kind().ofPrices()) {
        continue;
      }
      boolean failed = standing == Standing.CONTRADICTED || standing == Standing.DOUBTFUL;
      CitedValue cited = citations.of(claim);
      Origin origin =
          failed ? origins.of(claim, named, lastSeen(claim, article.published())) : null;
      Correction correction =
          standing == Standing.CONTRADICTED && cited != null
              ? corrections.of(claim.claim(), cited)
              : null;
      if (correction != null) {
        replaced.add(correction);
      }
      findings.add(new AnswerFinding(claim, standing, cited, origin, correction));
    }
    return new CheckedAnswer(checked, findings, corrections.applied(replaced));
  }

  private static Set<ListingId> named(CheckedArticle checked) {
    Set<ListingId> named = new LinkedHashSet<>();
    for (CheckedClaim claim : checked.claims()) {
      if (claim.claim().listing() != null) {
        named.add(claim.claim().listing().id());
      }
    }
    checked.entities().forEach(entity -> named.addAll(entity.listings()));
    return named;
  }

  private LocalDate lastSeen(CheckedClaim claim, @Nullable PublicationTime published) {
    ListingId listing =
        claim.claim().listing() == null ? claim.claim().pair() : claim.claim().listing().id();
    Instant at = published == null ? null : published.instant();
    if (at != null && listing != null) {
      return calendars.of(listing).lastOpened(at);
    }
    return published == null ? LocalDate.MAX : published.date();
  }
}
