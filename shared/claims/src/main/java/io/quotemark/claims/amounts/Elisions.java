package io.quotemark.claims.amounts;

import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Scaled numbers whose currency is understood: after a sum in words in the same sentence ("329,588
 * billion yen from 386,041 billion"), or after a Chinese or Japanese noun for a sum.
 */
final class Elisions {
  private enum Role {
    LEAD,
    FOLLOW,
    NOUN
  }

  private static final int NOUN_REACH = 8;
  private static final int SUM_REACH = 40;

  private static final Map<String, Words> LOADED = new ConcurrentHashMap<>();

  /** The words of one language and the currency its bare sums are in. */
  private record Words(Phrases<Role> leads, Phrases<Role> follows, Phrases<Role> nouns, Unit home) {
    static Words load(String language) {
      NumberRows rows = new NumberRows(language);
      Unit home =
          Unit.money(Denomination.of(rows.of("home", 1).getLast().getFirst()), BigDecimal.ONE);
      Words words = new Words(new Phrases<>(true), new Phrases<>(false), new Phrases<>(true), home);
      for (List<String> row : rows.of("elision", 2)) {
        Role role = Role.valueOf(row.get(0).toUpperCase(Locale.ROOT));
        Phrases<Role> phrases =
            switch (role) {
              case LEAD -> words.leads;
              case FOLLOW -> words.follows;
              case NOUN -> words.nouns;
            };
        for (String phrase : NumberRows.phrases(row.get(1))) {
          phrases.add(phrase, role, Form.ANY);
        }
      }
      return words;
    }
  }

  private final Tokens tokens;
  private final Vocabulary vocabulary;
  private final Words words;

  Elisions(Tokens tokens, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.tokens = tokens;
    this.words = LOADED.computeIfAbsent(vocabulary.language(), Words::load);
  }

  /** The quantity as money, where its currency is understood; else null. */
  @Nullable Raw read(Quantity quantity, List<Raw> found) {
    if (!quantity.digits() || quantity.fraction()) {
      return null;
    }
    Raw last = found.isEmpty() ? null : sumBefore(found);
    boolean cjk = tokens.get(quantity.end() - 1).kind() == Token.Kind.CJK;
    Unit unit = cjk ? afterNoun(quantity, last) : afterSum(quantity, last);
    return unit == null
        ? null
        : Raw.of(quantity.first(), quantity.end(), quantity, unit, false, 0).asElided();
  }

  /** The last amount; of a pair in two currencies the first. */
  private Raw sumBefore(List<Raw> found) {
    Raw last = found.getLast();
    Raw previous = found.size() > 1 ? found.get(found.size() - 2) : last;
    return Pairs.joined(tokens, previous, last) ? previous : last;
  }

  private @Nullable Unit afterNoun(Quantity quantity, @Nullable Raw last) {
    boolean scaled = quantity.power() >= 4 || quantity.scaledValue().precision() > 4;
    boolean counts =
        quantity.end() < tokens.size()
            && !tokens.spaceBefore(quantity.end())
            && tokens.get(quantity.end()).kind() == Token.Kind.CJK;
    if (!scaled || counts) {
      return null;
    }
    if (last != null
        && last.elided()
        && last.end() == quantity.first() - 1
        && vocabulary.isLink(Vocabulary.Link.PAUSE, tokens, last.end())) {
      return last.unit();
    }
    int sentence = tokens.sentenceStart(tokens.sentenceOf(quantity.first()));
    int from = Math.max(sentence, quantity.first() - NOUN_REACH);
    for (int end = quantity.first(); end > from; end--) {
      if (words.nouns().longestEnding(tokens, end) != null) {
        return words.home();
      }
    }
    return null;
  }

  private @Nullable Unit afterSum(Quantity quantity, @Nullable Raw last) {
    boolean told =
        quantity.power() >= 6
            && last != null
            && last.unit().isMoney()
            && !last.prefixed()
            && !last.unit().isMinor()
            && quantity.first() - last.end() < SUM_REACH
            && tokens.sentenceOf(last.first()) == tokens.sentenceOf(quantity.first());
    if (!told || last == null || words.leads().longestEnding(tokens, quantity.first()) == null) {
      return null;
    }
    int next = quantity.end();
    boolean ends =
        next >= tokens.size()
            || (tokens.get(next).kind() == Token.Kind.PUNCT && !tokens.is(next, "-"))
            || tokens.sentenceOf(next) != tokens.sentenceOf(quantity.first())
            || words.follows().longest(tokens, next) != null;
    return ends ? last.unit() : null;
  }
}
