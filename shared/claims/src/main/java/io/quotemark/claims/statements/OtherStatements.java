package io.quotemark.claims.statements;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.attachment.Attachments;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Discourse;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.figures.Figure;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Modality;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.ListingId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Worth, turnover, pairs and rates of currencies, comparisons, and what is never a claim. */
final class OtherStatements {
  private final Sentence sentence;
  private final Discourse discourse;
  private final Attachments attachments;
  private final Drafting drafting;

  OtherStatements(
      Sentence sentence, Discourse discourse, Attachments attachments, Drafting drafting) {
    this.sentence = sentence;
    this.discourse = discourse;
    this.attachments = attachments;
    this.drafting = drafting;
  }

  Draft worth(Figure.Worth worth, Subject subject) {
    FoundAmount amount = worth.amount();
    ClaimBuilder claim =
        drafting
            .figure(worth.kind(), sentence, worth.match())
            .value(worth.value(), amount.step())
            .currency(amount.currency(), null)
            .hedge(amount.hedge());
    return drafting.draft(claim, worth.kind(), subject, sentence, worth.match());
  }

  @Nullable Draft turnover(Figure.Turnover turnover, Subject subject) {
    if (!subject.trades()) {
      return null;
    }
    FoundAmount amount = turnover.amount();
    ClaimBuilder claim =
        drafting
            .figure(ClaimKind.TURNOVER, sentence, turnover.match())
            .value(amount.value(), amount.step())
            .currency(amount.currency(), null)
            .hedge(amount.hedge())
            .session(attachments.session(turnover, subject));
    return drafting.draft(claim, ClaimKind.TURNOVER, subject, sentence, turnover.match());
  }

  /** A depositary share's price for one ordinary share. */
  @Nullable Draft parity(Figure.Parity parity, Subject subject) {
    if (!subject.trades()) {
      return null;
    }
    FoundAmount amount = parity.amount();
    ClaimBuilder claim =
        drafting
            .claim(
                ClaimKind.RATIO_PARITY,
                sentence,
                parity.match(),
                parity.match().start(),
                parity.match().end() - 1)
            .value(amount.value(), amount.step())
            .currency(amount.currency(), amount.unit())
            .hedge(amount.hedge())
            .session(attachments.session(parity, subject));
    return drafting.draft(claim, ClaimKind.RATIO_PARITY, subject, sentence, parity.match());
  }

  /** A price or level that somebody foretells. */
  @Nullable Draft forecast(Figure.Forecast forecast, Subject subject) {
    if (!subject.trades()) {
      return null;
    }
    FoundAmount amount = forecast.amount();
    ClaimBuilder claim =
        drafting
            .figure(ClaimKind.FORECAST, sentence, forecast.match())
            .value(forecast.number().value(), forecast.number().step())
            .currency(
                amount == null ? null : amount.currency(), amount == null ? null : amount.unit())
            .hedge(amount == null ? null : amount.hedge())
            .modality(Modality.FORECAST);
    return drafting.draft(claim, ClaimKind.FORECAST, subject, sentence, forecast.match());
  }

  /** One sum in two currencies. */
  @Nullable Draft pair(Figure.Pair pair, Subject subject) {
    if (discourse.chronicles() || opensLongAgo()) {
      return null;
    }
    FoundAmount first = pair.first();
    FoundAmount second = pair.second();
    ClaimBuilder claim =
        drafting
            .claim(
                ClaimKind.FX_PAIR,
                sentence,
                pair.match(),
                pair.match().value(),
                closed(pair.match().second()))
            .value(first.value(), first.step())
            .currency(pair.quote(), first.unit())
            .second(second.value(), second.step(), pair.base())
            .pair(ListingId.currencyPair(pair.base(), pair.quote()))
            .hedge(first.hedge() == null ? second.hedge() : first.hedge())
            // whatever will be paid, the rate is today's
            .modality(Modality.ASSERTED);
    return drafting.draft(claim, ClaimKind.FX_PAIR, subject, sentence, pair.match());
  }

  /** "In March 2009 it sold …": changed at a rate of then, or of now. */
  private boolean opensLongAgo() {
    TimeExpression time = sentence.category(0) == Category.TIME ? sentence.time(0) : null;
    if (time == null) {
      return false;
    }
    return (time.session() instanceof SessionWords.Period period
            && drafting.longBefore(period.to()))
        || (time.window() instanceof Window.CalendarYear year
            && drafting.longBefore(LocalDate.of(year.year(), 12, 31)));
  }

  /** The closing bracket behind the chunk, else the chunk. */
  private int closed(int chunk) {
    return sentence.category(chunk + 1) == Category.RPAR ? chunk + 1 : chunk;
  }

  Draft rate(Figure.Rate rate, Subject subject) {
    FoundAmount quote = rate.quote();
    ClaimBuilder claim =
        drafting
            .claim(
                ClaimKind.FX_RATE,
                sentence,
                rate.match(),
                rate.match().start(),
                rate.match().end() - 1)
            .value(rate.number().value(), rate.number().step())
            .session(attachments.session(rate, subject));
    if (quote != null && quote.currency() != null && rate.base().currency() != null) {
      claim
          .pair(ListingId.currencyPair(rate.base().currency(), quote.currency()))
          .currency(quote.currency(), null);
    }
    return drafting.draft(claim, ClaimKind.FX_RATE, subject, sentence, rate.match());
  }

  @Nullable Draft comparison(Figure.Comparison comparison, Subject subject) {
    if (!subject.trades()) {
      return null;
    }
    int benchmark = comparison.benchmark();
    ClaimBuilder claim =
        drafting
            .claim(
                ClaimKind.RELATIVE,
                sentence,
                comparison.match(),
                Math.min(comparison.match().value(), benchmark),
                Math.max(comparison.match().value(), benchmark))
            .direction(comparison.direction())
            .session(attachments.session(comparison, subject));
    Mention named = sentence.name(benchmark);
    String id = sentence.get(benchmark).mark("id");
    Issuer issuer = named != null ? named.issuer() : id == null ? null : discourse.index(id);
    if (issuer != null) {
      claim.benchmark(issuer.primary().id());
    }
    return drafting.draft(claim, ClaimKind.RELATIVE, subject, sentence, comparison.match());
  }

  /** A figure that is no claim, named as what it is. */
  Draft other(Figure.OtherPrice other, Subject subject) {
    FoundAmount amount = other.amount();
    ClaimBuilder claim =
        drafting
            .figure(other.kind(), sentence, other.match())
            .value(amount.value(), amount.step())
            .currency(amount.currency(), amount.unit())
            .hedge(amount.hedge());
    return drafting.draft(claim, other.kind(), subject, sentence, other.match());
  }
}
