package io.quotemark.claims.statements;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.statements.Subject.Kind;
import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Mentioned;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.claims.statements.rules.Hit;
import io.quotemark.claims.statements.time.TimeExpression;
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
  private final Row row;
  private final Subjects subjects;
  private final Memory memory;
  private final Drafting drafting;

  Others(Row row, Subjects subjects, Memory memory, Drafting drafting) {
    this.memory = memory;
    this.row = row;
    this.subjects = subjects;
    this.drafting = drafting;
  }

  @Nullable Draft worth(Hit hit, ClaimKind kind) {
    FoundAmount amount = row.get(hit.value()).amount();
    if (amount == null || !Levels.isLarge(row.get(hit.value()))) {
      return null;
    }
    Item anchor = row.get(hit.anchor());
    if (anchor.symbol() == Symbol.VALUING && !valuesShares(hit.anchor())) {
      return null;
    }
    boolean down = anchor.lexeme() != null && anchor.lexeme().direction() == Direction.DOWN;
    BigDecimal value =
        kind == ClaimKind.CAP_CHANGE && down ? amount.value().negate() : amount.value();
    Claim.Builder claim =
        drafting
            .figure(kind, row, hit)
            .value(value, amount.step())
            .currency(amount.currency(), null)
            .hedge(amount.hedge());
    return drafting.draft(claim, kind, owner(hit), row, hit);
  }

  /** Whose worth: "the market value of X", else who stands before it. */
  private Subject owner(Hit hit) {
    boolean behind =
        row.symbol(hit.anchor()) == Symbol.CAP
            && switch (row.symbol(hit.anchor() + 1)) {
              case OF, FROM, BY -> hit.value() > hit.anchor() + 2;
              default -> false;
            };
    return behind
        ? new Subject(Kind.STOCK, hit.anchor(), new Owners(row, memory).of(hit.anchor()), null)
        : subjects.loosely(hit.anchor());
  }

  /** Shares or money traded: "turnover in X shares reached …", "3 million shares changed hands". */
  @Nullable Draft traded(Hit hit, Context context) {
    FoundAmount amount = row.get(hit.value()).amount();
    Item anchor = row.get(hit.anchor());
    boolean says = anchor.symbol() == Symbol.TURNOVER || anchor.has("hands");
    if (amount == null || !says) {
      return null;
    }
    // "turnover in X shares": the shares stand between the word and the figure
    boolean between = hit.rule().name().equals("turnover.in");
    Subject subject = subjects.loosely(between ? hit.value() : hit.anchor());
    Claim.Builder claim =
        drafting
            .figure(ClaimKind.TURNOVER, row, hit)
            .value(amount.value(), amount.step())
            .currency(amount.currency(), null)
            .hedge(amount.hedge())
            .session(context.session(hit.anchor(), hit.value()));
    return subject.trades() ? drafting.draft(claim, ClaimKind.TURNOVER, subject, row, hit) : null;
  }

  /** "Shares rose to 359p, valuing it at …", not "the deal values it at …". */
  private boolean valuesShares(int valuing) {
    boolean shares = false;
    for (int i = 0; i < row.size(); i++) {
      if (row.symbol(i) == Symbol.DEAL) {
        return false;
      }
      shares |= i < valuing && row.symbol(i) == Symbol.STOCK;
    }
    return shares;
  }

  /** One sum in two currencies. */
  @Nullable Draft pair(Hit hit) {
    FoundAmount first = row.get(hit.value()).amount();
    FoundAmount second = row.get(hit.second()).amount();
    if (first == null
        || second == null
        || second.link() != FoundAmount.Link.PAIR
        || first.currency() == null
        || second.currency() == null
        || first.currency().equals(second.currency())
        || memory.chronicles()
        || opensLongAgo()
        || Levels.isCut(row, hit.second())
        || isRange(hit.second())) {
      return null;
    }
    Claim.Builder claim =
        drafting
            .claim(ClaimKind.FX_PAIR, row, hit, hit.value(), closed(hit.second()))
            .value(first.value(), first.step())
            .currency(first.currency(), first.unit())
            .second(second.value(), second.step(), second.currency())
            .pair(ListingId.currencyPair(second.currency(), first.currency()))
            .hedge(first.hedge() == null ? second.hedge() : first.hedge())
            // whatever will be paid, the rate is today's
            .modality(Modality.ASSERTED);
    return drafting.draft(claim, ClaimKind.FX_PAIR, Subject.NOBODY, row, hit);
  }

  /** "In March 2009 it sold …": changed at a rate of then, or of now. */
  private boolean opensLongAgo() {
    TimeExpression time = row.symbol(0) == Symbol.TIME ? row.get(0).time() : null;
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
    int behind = row.get(second).to();
    boolean dash = row.tokens().is(behind, "-") || row.symbol(second + 1) == Symbol.DASH;
    return dash || (row.symbol(second + 1) == Symbol.TO && row.symbol(second + 2).isAmount());
  }

  /** The closing bracket behind the item, else the item. */
  private int closed(int item) {
    return row.symbol(item + 1) == Symbol.RPAR ? item + 1 : item;
  }

  /** "$1 = 0.4993 pounds". */
  @Nullable Draft rate(Hit hit) {
    FoundAmount base = row.get(hit.second()).amount();
    Figure figure = Figure.of(row, hit.value());
    FoundAmount quote = row.get(hit.value()).amount();
    if (base == null || figure == null || base.value().compareTo(BigDecimal.ONE) != 0) {
      return null;
    }
    Claim.Builder claim =
        drafting
            .claim(ClaimKind.FX_RATE, row, hit, hit.start(), hit.end() - 1)
            .value(figure.value(), figure.step());
    if (quote != null && quote.currency() != null && base.currency() != null) {
      claim.pair(ListingId.currencyPair(base.currency(), quote.currency()));
    }
    return drafting.draft(claim, ClaimKind.FX_RATE, Subject.NOBODY, row, hit);
  }

  @Nullable Draft relative(Hit hit) {
    Item item = row.get(hit.value());
    Subject subject = subjects.of(hit.value());
    int benchmark = -1;
    for (int i = hit.value() + 1; i < Math.min(row.size(), hit.value() + 5); i++) {
      if (row.symbol(i) == Symbol.INDEX || row.symbol(i) == Symbol.STOCK) {
        benchmark = i;
        break;
      }
    }
    if (!subject.trades() || benchmark < 0 || item.lexeme() == null) {
      return null;
    }
    Claim.Builder claim =
        drafting
            .claim(ClaimKind.RELATIVE, row, hit, hit.value(), benchmark)
            .direction(item.lexeme().direction());
    Mentioned named = row.get(benchmark).name();
    Issuer issuer = named == null ? null : named.issuer();
    if (issuer != null) {
      claim.benchmark(issuer.primary().id());
    }
    return drafting.draft(claim, ClaimKind.RELATIVE, subject, row, hit);
  }

  /** A figure that is no claim, named as what it is. */
  @Nullable Draft named(Hit hit, ClaimKind kind) {
    FoundAmount amount = row.get(hit.value()).amount();
    if (amount == null || Levels.isLarge(row.get(hit.value()))) {
      return null;
    }
    Claim.Builder claim =
        drafting
            .figure(kind, row, hit)
            .value(amount.value(), amount.step())
            .currency(amount.currency(), amount.unit())
            .hedge(amount.hedge());
    Subject subject = subjects.loosely(hit.start());
    return drafting.draft(
        claim, kind, subject.kind() == Kind.OTHER ? Subject.NOBODY : subject, row, hit);
  }
}
