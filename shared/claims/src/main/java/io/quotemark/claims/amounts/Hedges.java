package io.quotemark.claims.amounts;

import io.quotemark.claims.language.Language;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.claim.Hedge;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds how an amount is softened or bounded by the words around it. */
final class Hedges {
  private final Tokens tokens;
  private final Vocabulary words;

  /** Words that may stand between a hedge and its figure: "nearly a 20 percent decline". */
  private final Set<String> determiners;

  Hedges(Tokens tokens, Vocabulary words) {
    this.tokens = tokens;
    this.words = words;
    this.determiners = Language.of(words.language()).words(WordGroup.DETERMINER);
  }

  @Nullable Hedge of(Raw raw) {
    Hedge before = isRangeSign(raw.first() - 1) ? null : before(raw.first());
    if (before == null && raw.sign() != 0) {
      before = before(raw.first() - 1);
    }
    if (before != null) {
      return before;
    }
    if (raw.quantity().more()) {
      return Hedge.OVER;
    }
    boolean more = raw.end() < tokens.size() && sameSentence(raw.first(), raw.end());
    Phrases.Hit<Optional<Hedge>> behind =
        more ? words.hedgesBehind.longest(tokens, raw.end()) : null;
    return behind == null ? null : behind.value().orElse(null);
  }

  /** "12.3元/股~15.6元": joined to what stands before, the sign parts a range. */
  private boolean isRangeSign(int sign) {
    return sign > 0
        && tokens.is(sign, "~")
        && !tokens.spaceBefore(sign)
        && tokens.get(sign - 1).kind() != Token.Kind.PUNCT;
  }

  private @Nullable Hedge before(int first) {
    if (first <= 0) {
      return null;
    }
    Phrases.Hit<Optional<Hedge>> hit = words.hedgesBefore.longestEnding(tokens, first);
    int previous = first - 1;
    if (hit == null
        && determiners.contains(tokens.get(previous).lower())
        && sameSentence(previous, first)) {
      hit = words.hedgesBefore.longestEnding(tokens, previous);
    }
    return hit != null && sameSentence(hit.first(), first) ? hit.value().orElse(null) : null;
  }

  private boolean sameSentence(int one, int other) {
    return other < tokens.size() && tokens.sentenceOf(one) == tokens.sentenceOf(other);
  }
}
