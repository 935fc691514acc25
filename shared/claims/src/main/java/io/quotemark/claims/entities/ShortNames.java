package io.quotemark.claims.entities;

import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.Language;
import io.quotemark.claims.language.Lexeme;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.text.Phrases;
import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.securities.LegalForms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Companies by what a text calls them once it has named them in full: the first words of the name
 * ("Acme" for "Acme Rolling Mills Inc") or its initials. A short name that two companies of the
 * text share means neither.
 */
final class ShortNames {
  /** Below that of a name: the word may be somebody else's, whom the text names later. */
  private static final double SCORE = 0.93;

  private static final int SHORTEST = 3;
  private static final int MOST_INITIALS = 4;

  private final Tokens tokens;
  private final Language language;

  /** Whom a short name means, by its words in lower case; null where several. */
  private final Map<String, @Nullable Issuer> issuers = new HashMap<>();

  /** By their capitals. */
  private final Map<String, @Nullable Issuer> initials = new HashMap<>();

  /** Behind the first full name of each. */
  private final Map<Issuer, Integer> named = new HashMap<>();

  private int longest;

  ShortNames(Tokens tokens, Language language) {
    this.tokens = tokens;
    this.language = language;
  }

  /**
   * The mentions by short names.
   *
   * @param full names and tickers, in the order they stand in
   * @param taken the tokens that they cover
   */
  List<Mention> find(List<Mention> full, boolean[] taken) {
    for (Mention mention : full) {
      Issuer issuer = mention.named();
      if (!issuer.isIndex() && !issuer.isCurrencyPair()) {
        named.merge(issuer, mention.to(), Math::min);
        learn(Names.words(issuer.name()), issuer);
        learn(printed(mention), issuer);
      }
    }
    strangers(taken);
    List<Mention> found = new ArrayList<>();
    for (int at = 0; !issuers.isEmpty() && at < tokens.size(); at++) {
      Mention mention = taken[at] ? null : at(at, taken);
      if (mention != null) {
        found.add(mention);
        at = mention.to() - 1;
      }
    }
    return found;
  }

  /** The words of a name, or those right before a ticker in brackets, in lower case. */
  private List<String> printed(Mention mention) {
    if (!mention.isTicker()) {
      return Names.words(mention.printed());
    }
    int end = mention.from();
    while (end > 0 && !tokens.get(end - 1).isWord() && mention.from() - end < 2) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < MOST_INITIALS && isName(start - 1)) {
      start--;
    }
    List<String> words = new ArrayList<>();
    for (int i = start; i < end; i++) {
      words.add(tokens.get(i).lower());
    }
    return words;
  }

  private void learn(List<String> words, Issuer issuer) {
    int end = words.size();
    while (end > 1 && LegalForms.trailing(words.get(end - 1))) {
      end--;
    }
    for (int length = 1; length <= end; length++) {
      if (isFit(words, length)) {
        put(issuers, String.join(" ", words.subList(0, length)), issuer);
        longest = Math.max(longest, length);
      }
    }
    StringBuilder letters = new StringBuilder();
    for (String word : words.subList(0, end)) {
      letters.append(Character.isLetter(word.charAt(0)) ? word.substring(0, 1) : "");
    }
    if (letters.length() > 1 && letters.length() <= MOST_INITIALS) {
      put(initials, letters.toString().toUpperCase(Locale.ROOT), issuer);
    }
  }

  /** A company that the master does not hold may be called by its first word as well. */
  private void strangers(boolean[] taken) {
    for (int at = 0; at < tokens.size(); at++) {
      if (!taken[at] && isName(at) && issuers.containsKey(tokens.get(at).lower())) {
        int end = at + 1;
        while (end < tokens.size() && end - at < MOST_INITIALS && !taken[end] && isName(end)) {
          end++;
        }
        boolean company = LegalForms.only(tokens.get(end - 1).lower()) || tokens.opensTag(end);
        if (end > at + 1 && company) {
          issuers.put(tokens.get(at).lower(), null);
        }
      }
    }
  }

  private static void put(Map<String, @Nullable Issuer> names, String key, Issuer issuer) {
    boolean shared = names.containsKey(key) && !Objects.equals(names.get(key), issuer);
    names.put(key, shared ? null : issuer);
  }

  /** Whether the first words of a name can stand for it. */
  private boolean isFit(List<String> words, int length) {
    String first = words.getFirst();
    String last = words.get(length - 1);
    boolean alone = length == 1;
    return Character.isLetter(last.charAt(0))
        && !(alone && first.length() < SHORTEST)
        && !(alone && (isOf(WordGroup.PART, first) || isOf(WordGroup.NEVER, first)))
        && !(alone && isOf(WordGroup.ORDINARY, first))
        && !LegalForms.trailing(last);
  }

  private @Nullable Mention at(int at, boolean[] taken) {
    Token first = tokens.get(at);
    if (!first.isWord() || !tokens.capitalised(at) || goesOn(at - 1, at)) {
      return null;
    }
    Issuer issuer = null;
    int end = at;
    StringBuilder words = new StringBuilder();
    for (int i = at; i < Math.min(tokens.size(), at + longest) && !taken[i]; i++) {
      words.append(i > at ? " " : "").append(tokens.get(i).lower());
      Issuer known = tokens.capitalised(i) ? issuers.get(words.toString()) : null;
      issuer = known == null ? issuer : known;
      end = known == null ? end : i + 1;
    }
    Issuer abbreviated = initials.get(tokens.printed(at));
    if (issuer == null && abbreviated != null) {
      issuer = abbreviated;
      end = at + 1;
    }
    if (issuer == null
        || at < Objects.requireNonNull(named.get(issuer))
        || isWordOfTrade(at, end)
        || isPart(at, end)) {
      return null;
    }
    return Mention.of(tokens, at, end, issuer, Mention.Kind.NAME, null, SCORE);
  }

  /** Whether the words mean something without a company: "New York", "Energy". */
  private boolean isWordOfTrade(int at, int end) {
    Phrases.Match<Lexeme> word = language.lexicon().longest(tokens, at, tokens.size());
    return word != null && word.end() >= end;
  }

  /** Whether the words are but a part of a longer name, or open a sentence as any word may. */
  private boolean isPart(int at, int end) {
    int sentence = tokens.sentenceOf(at);
    boolean inside = end < tokens.sentenceEnd(sentence);
    boolean market =
        inside
            && (isOf(WordGroup.BEHIND, tokens.get(end).lower())
                || isOf(WordGroup.MOVES, tokens.get(end).lower()));
    boolean form = inside && LegalForms.contains(tokens.get(end).lower());
    boolean longer = inside && isName(end) && !form;
    boolean tied = inside && !tokens.get(end).isWord() && !tokens.spaceBefore(end) && joins(end);
    boolean opens = at == tokens.sentenceStart(sentence);
    return longer || tied || (opens && !market && !isOwner(end));
  }

  /** Whether the word before owns what follows: "Acme's shares". */
  private boolean isOwner(int end) {
    Phrases.Match<Lexeme> word =
        end < tokens.size() ? language.lexicon().longest(tokens, end, tokens.size()) : null;
    return word != null && word.value().category() == Category.POSSESSIVE;
  }

  /** A hyphen or an ampersand that ties the next word to it. */
  private boolean joins(int i) {
    return tokens.is(i, "-") || tokens.is(i, "&");
  }

  /** Whether a name stands right before the token in its sentence. */
  private boolean goesOn(int before, int at) {
    if (before < 0 || tokens.sentenceOf(before) != tokens.sentenceOf(at)) {
      return false;
    }
    boolean opens = before == tokens.sentenceStart(tokens.sentenceOf(at));
    boolean name = isName(before) && !opens;
    boolean opening = opens && isName(before) && !isOf(WordGroup.NEAR, tokens.get(before).lower());
    return name || opening || (joins(before) && !tokens.spaceBefore(at));
  }

  private boolean isName(int i) {
    return tokens.get(i).isWord() && tokens.capitalised(i);
  }

  private boolean isOf(WordGroup group, String word) {
    return language.words(group).contains(word);
  }
}
