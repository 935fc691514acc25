package io.quotemark.claims.amounts;

import io.quotemark.claims.amounts.Unit.Measure;
import io.quotemark.claims.amounts.Vocabulary.Link;
import io.quotemark.claims.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Finds the unit behind a quantity: "5 %", "10-percent", "460 milioni di euro". */
final class Units {
  private final Tokens tokens;
  private final Vocabulary words;
  private final Quantities quantities;

  Units(Tokens tokens, Vocabulary words, Quantities quantities) {
    this.tokens = tokens;
    this.words = words;
    this.quantities = quantities;
  }

  Phrases.@Nullable Hit<Unit> behind(Quantity quantity) {
    int at = quantity.end();
    int from = quantities.hyphenJoined(at) ? at + 1 : at;
    Phrases.Hit<Unit> hit = unit(quantity, from);
    if (hit == null && from < tokens.size()) {
      int of = words.linkEnd(Link.OF, tokens, from);
      hit = of > 0 ? unit(quantity, of) : null;
      boolean counted =
          hit != null
              && (hit.value().measure() == Measure.PERCENT
                  || (quantity.power() > 0 && !hit.value().isMinor())
                  || words.isLink(Link.ELIDED, tokens, at));
      hit = counted ? hit : null;
    }
    if (hit == null && tokens.is(quantity.first() - 1, "(") && closesBracket(at)) {
      Phrases.Hit<Unit> percent = unit(quantity, at + 1);
      hit = percent != null && percent.value().measure() == Measure.PERCENT ? percent : null;
    }
    return hit;
  }

  /** Accounts print a loss as "(3.4)%". */
  private boolean closesBracket(int at) {
    return tokens.is(at, ")") && at + 1 < tokens.size() && !tokens.spaceBefore(at + 1);
  }

  private Phrases.@Nullable Hit<Unit> unit(Quantity quantity, int at) {
    if (at >= tokens.size() || tokens.sentenceOf(at) != tokens.sentenceOf(quantity.first())) {
      return null;
    }
    Phrases.Hit<Unit> hit = words.behind.longest(tokens, at);
    return hit == null || hit.value().measure() == Measure.NONE ? null : hit;
  }
}
