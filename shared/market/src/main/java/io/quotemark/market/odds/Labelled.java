package io.quotemark.market.odds;

import io.quotemark.domain.article.SourceKind;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Wording.Naming;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.verdicts.Accusation;
import io.quotemark.market.verdicts.Question;
import io.quotemark.text.ShippedLines;
import java.math.BigDecimal;

/**
 * How likely a statement of structured form is false where prices do not bear it out: a figure
 * whose label, company and day are printed beside it leaves little to misread.
 */
final class Labelled {
  private static final String RULE = "labelled";
  private static final double GENERATED = 1.0 / 20;
  private static final double NEWS = 1.0 / 1000;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private Labelled() {}

  /** Read when the first of them fails. */
  private static final class Shipped {
    static final double MISREAD =
        Double.parseDouble(ShippedLines.of(Labelled.class, "labelled.tsv").getFirst());
  }

  /** 0 where the statement is no such one, or its figure is that of an adjusted series. */
  static double probability(Accusation accusation, SourceKind source) {
    Claim claim = accusation.claim();
    Question question = accusation.question();
    if (!isPlain(claim) || question == null || isAdjusted(question)) {
      return 0;
    }
    double prior = source == SourceKind.GENERATED ? GENERATED : NEWS;
    return prior / (prior + (1 - prior) * Shipped.MISREAD);
  }

  private static boolean isPlain(Claim claim) {
    boolean dated =
        claim.wording().times() > 0
            && (claim.session() instanceof SessionWords.OnDate
                || claim.session() instanceof SessionWords.PreviousClose);
    boolean named =
        claim.wording().naming() == Naming.TICKER || claim.wording().naming() == Naming.NAMED;
    boolean ofSession =
        switch (claim.kind()) {
          case PRICE_LEVEL, INDEX_LEVEL, MOVE_PCT, MOVE_ABS, INDEX_MOVE_PCT, INDEX_MOVE_PTS -> true;
          default -> false;
        };
    return claim.rule().equals(RULE)
        && dated
        && named
        && ofSession
        && claim.compared().over() == null;
  }

  /** Whether the figure is the price in later shares or lowered by later dividends. */
  private static boolean isAdjusted(Question q) {
    BigDecimal value = q.claim().value();
    BigDecimal step = q.claim().step();
    if (value == null || step == null) {
      return true;
    }
    Bar bar = q.bar();
    double splits = 1;
    for (PriceSeries.Split split : q.history().series().splits()) {
      splits /= split.firstSession().isAfter(q.session()) ? split.ratio().doubleValue() : 1;
    }
    double paid = 1;
    for (PriceSeries.Dividend dividend : q.history().series().dividends()) {
      double share = dividend.amount().doubleValue() / bar.close().doubleValue();
      paid *= dividend.exDate().isAfter(q.session()) ? 1 - share : 1;
    }
    // the price on the day before each dividend is not looked up: its share is told roughly
    double slack =
        step.multiply(HALF).doubleValue() + Math.abs(1 - paid) * bar.close().doubleValue() / 2;
    for (BigDecimal price : new BigDecimal[] {bar.open(), bar.high(), bar.low(), bar.close()}) {
      boolean split =
          splits != 1 && Math.abs(price.doubleValue() * splits - value.doubleValue()) <= slack;
      boolean dividends =
          paid != 1 && Math.abs(price.doubleValue() * splits * paid - value.doubleValue()) <= slack;
      if (split || dividends) {
        return true;
      }
    }
    return false;
  }
}
