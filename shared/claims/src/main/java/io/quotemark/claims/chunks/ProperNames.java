package io.quotemark.claims.chunks;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.Language;
import io.quotemark.claims.language.Lexeme;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.text.Phrases;
import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import io.quotemark.claims.times.TimeReader;
import io.quotemark.securities.LegalForms;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names the securities master does not know, by their capitals and by what stands around them. */
final class ProperNames {
  private final Tokens tokens;
  private final Phrases<Lexeme> lexicon;
  private final TimeReader times;
  private final Map<Integer, FoundAmount> amounts;
  private final Map<Integer, Mention> names;

  private final Language language;

  private final Set<String> properNames = new HashSet<>();

  ProperNames(
      Tokens tokens,
      Language language,
      TimeReader times,
      Map<Integer, FoundAmount> amounts,
      Map<Integer, Mention> names) {
    this.tokens = tokens;
    this.lexicon = language.lexicon();
    this.times = times;
    this.amounts = amounts;
    this.names = names;
    this.language = language;
    collectProperNames();
  }

  /** Words that stand capitalised inside a sentence are names at its start too. */
  private void collectProperNames() {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).isWord()
          && tokens.capitalised(i)
          && tokens.get(i - 1).isWord()
          && !tokens.capitalised(i - 1)) {
        properNames.add(tokens.get(i).lower());
      }
    }
  }

  /**
   * The end of the unknown name that begins at the token, or {@code i} where none does.
   *
   * @param word the word of the trade that begins there, else null
   */
  int end(int i, int start, int limit, Phrases.@Nullable Match<Lexeme> word) {
    int end = nameEnd(i, start, limit, word);
    return end > i && (!language.capitalisedNouns() || tagged(end)) ? end : i;
  }

  /** "nach Gewinnen": German prints a noun's capital where a verb has none. */
  boolean isNoun(int i, Category category) {
    return language.capitalisedNouns()
        && category == Category.MOTION
        && tokens.capitalised(i)
        && language.ends(WordGroup.VERBAL_NOUN_ENDING, tokens.get(i).lower());
  }

  private int nameEnd(int i, int start, int limit, Phrases.@Nullable Match<Lexeme> word) {
    if (!properStart(i, start)) {
      return i;
    }
    boolean venue = word != null && word.value().category() == Category.VENUE;
    if (word != null && !(venue && word.end() < limit && proper(word.end()))) {
      return i;
    }
    int end = venue && word != null ? word.end() : i + 1;
    for (int next = end; next > 0; next = next(end, limit)) {
      end = next;
    }
    return end;
  }

  /** Behind the next word of a name that goes on at the token; 0 where it ends. */
  private int next(int end, int limit) {
    if (end >= limit || amounts.containsKey(end) || names.containsKey(end)) {
      return 0;
    }
    boolean joint = tokens.is(end, "&") || tokens.is(end, "-");
    if (joint && end + 1 < limit && proper(end + 1)) {
      return end + 2;
    }
    return proper(end) && !isOwnWord(end, limit) ? end + 1 : 0;
  }

  /** Whether the word is the trade's or a time's in spite of its capital: "Sales", "Index". */
  private boolean isOwnWord(int i, int limit) {
    Phrases.Match<Lexeme> word = lexicon.longest(tokens, i, limit);
    boolean figures =
        word != null
            && word.value().category() == Category.METRIC
            && language.ends(WordGroup.PLURAL_ENDING, tokens.get(word.end() - 1).lower())
            && (word.end() >= limit || !proper(word.end()));
    boolean index = word != null && word.value().category() == Category.INDEX;
    return index || figures || times.at(i, limit) != null;
  }

  private boolean properStart(int i, int start) {
    if (!proper(i)) {
      return false;
    }
    return i > start
        || startsBeforeVerb(i)
        || (i + 1 < tokens.size() && proper(i + 1) && times.at(i + 1, tokens.size()) == null)
        || tokens.opensTag(i + 1)
        || properNames.contains(tokens.get(i).lower());
  }

  /** "Toshiba gained", "Toshiba has doubled", "Toshiba plc": one capitalised word, no plural. */
  private boolean startsBeforeVerb(int i) {
    if (language.ends(WordGroup.PLURAL_ENDING, tokens.get(i).lower()) && !tokens.is(i + 1, "plc")) {
      return false;
    }
    int at = i + 1;
    for (int words = 0; words < 2 && at < tokens.size(); words++) {
      Phrases.Match<Lexeme> next = lexicon.longest(tokens, at, tokens.size());
      if (next == null || next.value().category() != Category.SKIP) {
        break;
      }
      at = next.end();
    }
    if (at < tokens.size() && at == i + 1 && LegalForms.contains(tokens.get(at).lower())) {
      return true;
    }
    Phrases.Match<Lexeme> verb =
        at < tokens.size() ? lexicon.longest(tokens, at, tokens.size()) : null;
    return verb != null && isOfCompany(verb);
  }

  /** Whether it is something that a company or its share does or has. */
  private boolean isOfCompany(Phrases.Match<Lexeme> verb) {
    return switch (verb.value().category()) {
      case MOTION, TRADE, MULTIPLY, OUTPERFORM, REACH, STOCK, PRICE, CAP -> true;
      case SAY -> verb.value().has("reports");
      case AND -> verb.end() < tokens.size() && proper(verb.end());
      default -> false;
    };
  }

  private boolean proper(int i) {
    Token token = tokens.get(i);
    return token.isWord()
        && (tokens.capitalised(i) || innerCapital(token))
        && !Character.isIdeographic(tokens.text().codePointAt(token.start()));
  }

  /** "iRobot", "eBay". */
  private boolean innerCapital(Token token) {
    String text = tokens.text();
    return token.length() > 3
        && Character.isLowerCase(text.charAt(token.start()))
        && Character.isUpperCase(text.charAt(token.start() + 1))
        && Character.isLowerCase(text.charAt(token.end() - 1));
  }

  /** Whether what follows marks the words before it as a company: a bracket or "-Aktie". */
  private boolean tagged(int end) {
    return tokens.is(end, "(") || tokens.is(end, "-") || tokens.is(end, ":");
  }
}
