package io.quotemark.claims.statements;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.attachment.Figure;
import io.quotemark.claims.attachment.Owners;
import io.quotemark.claims.attachment.SubjectResolution;
import io.quotemark.claims.attachment.TimeAttachment;
import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Discourse;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.discourse.Subject.Kind;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.Direction;
import io.quotemark.domain.Issuer;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.Modality;
import io.quotemark.domain.SessionWords;
import io.quotemark.domain.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Worth, pairs and rates of currencies, comparisons, and what is never a claim. */
final class Others {
  private final Sentence sentence;
  private final SubjectResolution subjects;
  private final Discourse discourse;
  private final Drafting drafting;

  Others(Sentence sentence, SubjectResolution subjects, Discourse discourse, Drafting drafting) {
    this.discourse = discourse;
    this.sentence = sentence;
    this.subjects = subjects;
    this.drafting = drafting;
  }

  @Nullable Draft worth(Match match, ClaimKind kind) {
    FoundAmount amount = sentence.amount(match.value());
    if (amount == null || !sentence.isLargeSum(match.value())) {
      return null;
    }
    Chunk anchor = sentence.get(match.anchor());
    if (anchor.category() == Category.VALUING && !valuesShares(match.anchor())) {
      return null;
    }
    boolean down = anchor.direction() == Direction.DOWN;
    BigDecimal value =
        kind == ClaimKind.CAP_CHANGE && down ? amount.value().negate() : amount.value();
    Claim.Builder claim =
        drafting
            .figure(kind, sentence, match)
            .value(value, amount.step())
            .currency(amount.currency(), null)
            .hedge(amount.hedge());
    return drafting.draft(claim, kind, owner(match), sentence, match);
  }

  /** Whose worth: "the market value of X", else who stands before it. */
  private Subject owner(Match match) {
    boolean behind =
        sentence.category(match.anchor()) == Category.CAP
            && switch (sentence.category(match.anchor() + 1)) {
              case OF, FROM, BY -> match.value() > match.anchor() + 2;
              default -> false;
            };
    return behind
        ? new Subject(
            Kind.STOCK, match.anchor(), new Owners(sentence, discourse).of(match.anchor()), null)
        : subjects.loosely(match.anchor());
  }

  /** Shares or money traded: "turnover in X shares reached …", "3 million shares changed hands". */
  @Nullable Draft traded(Match match, TimeAttachment context) {
    FoundAmount amount = sentence.amount(match.value());
    Chunk anchor = sentence.get(match.anchor());
    boolean says = anchor.category() == Category.TURNOVER || anchor.has("hands");
    if (amount == null || !says) {
      return null;
    }
    // "turnover in X shares": the shares stand between the word and the figure
    boolean between = match.rule().is(Rule.Flag.SHARES_BETWEEN);
    Subject subject = subjects.loosely(between ? match.value() : match.anchor());
    Claim.Builder claim =
        drafting
            .figure(ClaimKind.TURNOVER, sentence, match)
            .value(amount.value(), amount.step())
            .currency(amount.currency(), null)
            .hedge(amount.hedge())
            .session(context.session(match.anchor(), match.value()));
    return subject.trades()
        ? drafting.draft(claim, ClaimKind.TURNOVER, subject, sentence, match)
        : null;
  }

  /** "Shares rose to 359p, valuing it at …", not "the deal values it at …". */
  private boolean valuesShares(int valuing) {
    boolean shares = false;
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.category(i) == Category.DEAL) {
        return false;
      }
      shares |= i < valuing && sentence.category(i) == Category.STOCK;
    }
    return shares;
  }

  /** One sum in two currencies. */
  @Nullable Draft pair(Match match) {
    FoundAmount first = sentence.amount(match.value());
    FoundAmount second = sentence.amount(match.second());
    if (first == null
        || second == null
        || second.link() != FoundAmount.Link.PAIR
        || first.currency() == null
        || second.currency() == null
        || first.currency().equals(second.currency())
        || discourse.chronicles()
        || opensLongAgo()
        || Levels.isCut(sentence, match.second())
        || isRange(match.second())) {
      return null;
    }
    Claim.Builder claim =
        drafting
            .claim(ClaimKind.FX_PAIR, sentence, match, match.value(), closed(match.second()))
            .value(first.value(), first.step())
            .currency(first.currency(), first.unit())
            .second(second.value(), second.step(), second.currency())
            .pair(ListingId.currencyPair(second.currency(), first.currency()))
            .hedge(first.hedge() == null ? second.hedge() : first.hedge())
            // whatever will be paid, the rate is today's
            .modality(Modality.ASSERTED);
    return drafting.draft(claim, ClaimKind.FX_PAIR, Subject.NOBODY, sentence, match);
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

  /** "3 to 5 billion francs ($2.8-$4.6 billion)": the sums are the ends of two ranges. */
  private boolean isRange(int second) {
    int behind = sentence.get(second).to();
    boolean dash =
        sentence.tokens().is(behind, "-") || sentence.category(second + 1) == Category.DASH;
    return dash
        || (sentence.category(second + 1) == Category.TO
            && sentence.category(second + 2).isAmount());
  }

  /** The closing bracket behind the chunk, else the chunk. */
  private int closed(int item) {
    return sentence.category(item + 1) == Category.RPAR ? item + 1 : item;
  }

  /** "$1 = 0.4993 pounds". */
  @Nullable Draft rate(Match match) {
    FoundAmount base = sentence.amount(match.second());
    Figure figure = Figure.of(sentence, match.value());
    FoundAmount quote = sentence.amount(match.value());
    if (base == null || figure == null || base.value().compareTo(BigDecimal.ONE) != 0) {
      return null;
    }
    Claim.Builder claim =
        drafting
            .claim(ClaimKind.FX_RATE, sentence, match, match.start(), match.end() - 1)
            .value(figure.value(), figure.step());
    if (quote != null && quote.currency() != null && base.currency() != null) {
      claim.pair(ListingId.currencyPair(base.currency(), quote.currency()));
    }
    return drafting.draft(claim, ClaimKind.FX_RATE, Subject.NOBODY, sentence, match);
  }

  @Nullable Draft relative(Match match) {
    Chunk chunk = sentence.get(match.value());
    Subject subject = subjects.of(match.value());
    int benchmark = -1;
    for (int i = match.value() + 1; i < Math.min(sentence.size(), match.value() + 5); i++) {
      if (sentence.category(i) == Category.INDEX || sentence.category(i) == Category.STOCK) {
        benchmark = i;
        break;
      }
    }
    if (!subject.trades() || benchmark < 0) {
      return null;
    }
    Claim.Builder claim =
        drafting
            .claim(ClaimKind.RELATIVE, sentence, match, match.value(), benchmark)
            .direction(chunk.direction());
    Mention named = sentence.name(benchmark);
    Issuer issuer = named == null ? null : named.issuer();
    if (issuer != null) {
      claim.benchmark(issuer.primary().id());
    }
    return drafting.draft(claim, ClaimKind.RELATIVE, subject, sentence, match);
  }

  /** A figure that is no claim, named as what it is. */
  @Nullable Draft named(Match match, ClaimKind kind) {
    FoundAmount amount = sentence.amount(match.value());
    if (amount == null || sentence.isLargeSum(match.value())) {
      return null;
    }
    Claim.Builder claim =
        drafting
            .figure(kind, sentence, match)
            .value(amount.value(), amount.step())
            .currency(amount.currency(), amount.unit())
            .hedge(amount.hedge());
    Subject subject = subjects.loosely(match.start());
    return drafting.draft(
        claim, kind, subject.kind() == Kind.OTHER ? Subject.NOBODY : subject, sentence, match);
  }
}
