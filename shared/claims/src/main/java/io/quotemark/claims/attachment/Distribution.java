package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Discourse;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.discourse.Subject.Kind;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.rules.Match;
import java.util.ArrayList;
import java.util.List;

/** Figures that are said of several companies at once. */
public final class Distribution {
  private final Sentence sentence;
  private final Discourse discourse;

  public Distribution(Sentence sentence, Discourse discourse) {
    this.sentence = sentence;
    this.discourse = discourse;
  }

  /**
   * Whom a hit speaks of where it speaks of several: "X and Y both rose 2%", "shares of X and Y",
   * "X and Y rose 1% and 2%, respectively". Empty where it speaks of one.
   */
  public List<Subject> of(Match match) {
    int anchor = match.anchor() < 0 ? match.value() : Math.min(match.anchor(), match.value());
    int before = anchor - 1;
    int respective = respective(match, anchor);
    if (sentence.category(before) == Category.BOTH) {
      List<Subject> listed = listed(before - 1);
      return listed.isEmpty() && before == 0 ? discourse.recent() : listed;
    }
    if (respective >= 0) {
      for (int i = before; i >= 1; i--) {
        List<Subject> listed = listed(i);
        if (!listed.isEmpty()) {
          return respective < listed.size() ? List.of(listed.get(respective)) : List.of();
        }
      }
    }
    List<Subject> listed = listed(before);
    boolean shares = false;
    for (int i = Math.max(0, before - 6); i < before; i++) {
      shares |= sentence.category(i) == Category.STOCK && sentence.category(i + 1) == Category.OF;
    }
    return shares ? listed : List.of();
  }

  /** The companies of "X, Y and Z" that ends at the chunk, first to last; empty for fewer. */
  private List<Subject> listed(int last) {
    List<Subject> found = new ArrayList<>();
    int i = last;
    while (i >= 0
        && (sentence.category(i) == Category.ISSUER || sentence.category(i) == Category.NAME)) {
      found.addFirst(new Subject(Kind.COMPANY, i, sentence.name(i), null));
      boolean and = sentence.category(i - 1) == Category.AND;
      boolean comma = found.size() > 1 && sentence.category(i - 1) == Category.COMMA;
      if (!and && !comma) {
        break;
      }
      i -= and && sentence.category(i - 2) == Category.COMMA ? 3 : 2;
    }
    return found.size() > 1 ? found : List.of();
  }

  /** Which of several figures of one verb the hit is, where "respectively" follows; else −1. */
  private int respective(Match match, int anchor) {
    int last = sentence.get(sentence.size() - 1).to();
    boolean said = false;
    for (int i = sentence.get(match.value()).to(); i < last && !said; i++) {
      said =
          sentence
              .language()
              .words(WordGroup.RESPECTIVELY)
              .contains(sentence.tokens().get(i).lower());
    }
    int count = -1;
    for (int i = anchor; said && i <= match.value(); i++) {
      count += sentence.category(i) == sentence.category(match.value()) ? 1 : 0;
    }
    return count;
  }
}
