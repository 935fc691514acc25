package io.quotemark.claims.chunks;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.Language;
import io.quotemark.claims.language.Lexeme;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.text.Phrases;
import io.quotemark.claims.text.Tokens;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.claims.times.TimeReader;
import io.quotemark.domain.claim.SessionWords;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the one chunk that begins at a token. */
final class ChunkReader {
  /** Weighted voting rights, secondary listing, biotech without profit. */
  private static final Set<String> SHARE_CLASS = Set.of("W", "S", "B", "SW", "WR", "BW", "P");

  private static final Lexeme SKIPPED = new Lexeme(Category.SKIP, Map.of());

  /** In tokens. */
  private static final int BEFORE_INDEX = 4;

  private final Tokens tokens;
  private final Phrases<Lexeme> lexicon;
  private final TimeReader times;

  /** By first token. */
  private final Map<Integer, FoundAmount> amounts;

  private final Map<Integer, Mention> names;
  private final ProperNames properNames;
  private final Language language;
  private final boolean caseless;

  ChunkReader(
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
    this.properNames = new ProperNames(tokens, language, times, amounts, names);
    this.language = language;
    this.caseless = language.caseless();
  }

  /**
   * @param start first token of the sentence
   * @param limit the token behind its last
   * @param skipped the words left out right before it
   * @param last the chunk before, null at the start
   */
  Chunk at(int i, int start, int limit, Skipped skipped, @Nullable Chunk last) {
    boolean behindName = last instanceof Chunk.Name;
    FoundAmount amount = amounts.get(i);
    if (amount != null) {
      return new Chunk.Amount(i, amount, skipped);
    }
    if (behindName && isShareClass(i, limit)) {
      return new Chunk.Term(SKIPPED, i, i + 2, skipped);
    }
    Mention name = names.get(i);
    if (name != null) {
      return named(i, limit, name, skipped);
    }
    Chunk chunk = unnamed(i, start, limit, skipped, behindName);
    boolean measured = chunk instanceof Chunk.Term term && term.lexeme().has("measured");
    return measured && !endsWithFigure(last, i)
        ? new Chunk.Term(SKIPPED, i, chunk.to(), skipped)
        : chunk;
  }

  /** Whether a figure ends right before the token: "2650円に". */
  private static boolean endsWithFigure(@Nullable Chunk last, int i) {
    return (last instanceof Chunk.Amount || last instanceof Chunk.Numeral) && last.to() == i;
  }

  private Chunk named(int i, int limit, Mention name, Skipped skipped) {
    Chunk.Name named = Chunk.Name.of(name, i, Math.min(limit, name.to()), skipped);
    if (named.category() == Category.INDEX) {
      // "S&P 1500", "Dow transports": another index than its first word names
      Phrases.Match<Lexeme> index = lexicon.longest(tokens, i, limit);
      if (index != null && index.value().category() == Category.INDEX && index.end() > name.to()) {
        return new Chunk.Term(index.value(), i, index.end(), skipped);
      }
    }
    return named;
  }

  private Chunk unnamed(int i, int start, int limit, Skipped skipped, boolean behindName) {
    Phrases.Match<Lexeme> word = word(i, limit);
    int wordEnd = word == null ? i : word.end();
    TimeExpression time = times.at(i, limit);
    if (time != null
        && clear(i, time.end()) == time.end()
        && time.end() >= wordEnd
        && !countsMoves(time, limit)) {
      return new Chunk.Time(i, time, skipped);
    }
    int nameEnd = properNames.end(i, start, limit, word);
    if (nameEnd > i) {
      Mention unknown = Mention.unknown(i, nameEnd, tokens.printed(i, nameEnd - 1));
      return new Chunk.Name(Category.NAME, i, nameEnd, unknown, skipped);
    }
    Phrases.Match<Lexeme> stands = word == null ? null : standing(word, i, limit, behindName);
    boolean noun = stands != null && i > start && properNames.isNoun(i, stands.value().category());
    if (stands != null && !noun) {
      return term(stands.value(), i, stands.end(), skipped);
    }
    return tokens.get(i).isNumber() || isSpelledPoints(i, limit)
        ? new Chunk.Numeral(i, fractionEnd(i, limit), skipped)
        : new Chunk.Word(i, i + 1, skipped);
  }

  /** The word, or the longest that it begins with, that stands where it stands; null for none. */
  private Phrases.@Nullable Match<Lexeme> standing(
      Phrases.Match<Lexeme> word, int i, int limit, boolean behindName) {
    Phrases.Match<Lexeme> found = word;
    while (found != null && !stands(found, limit, behindName)) {
      found = lexicon.longest(tokens, i, found.end() - 1);
    }
    return found;
  }

  /** Whether the word has beside it what its marks ask for. */
  private boolean stands(Phrases.Match<Lexeme> word, int limit, boolean behindName) {
    int end = word.end();
    boolean figure = end < limit && (amounts.containsKey(end) || tokens.get(end).isNumber());
    return (behindName || !word.value().has("joined"))
        && (figure || !word.value().has("figured"))
        && (!word.value().has("dayed") || isDay(end, limit))
        && (!word.value().has("indexed") || isIndex(end, limit));
  }

  /** "ganó al (Ibex)", not "ganó al cierre": articles and the like may stand between. */
  private boolean isIndex(int i, int limit) {
    for (int at = i; at < Math.min(limit, i + BEFORE_INDEX); ) {
      Mention name = names.get(at);
      if (name != null) {
        return Chunk.Name.of(name, at, name.to(), Skipped.NOTHING).category() == Category.INDEX;
      }
      Phrases.Match<Lexeme> next = lexicon.longest(tokens, at, limit);
      if (next == null || next.value().category() != Category.SKIP) {
        return next != null && next.value().category() == Category.INDEX;
      }
      at = next.end();
    }
    return false;
  }

  /** "at the end of (Monday)", not of March. */
  private boolean isDay(int i, int limit) {
    TimeExpression time = i < limit ? times.at(i, limit) : null;
    return time != null && time.session() instanceof SessionWords.OnWeekday;
  }

  private static Chunk term(Lexeme lexeme, int from, int to, Skipped skipped) {
    return lexeme.category().isMark()
        ? new Chunk.Mark(lexeme.category(), from, to, skipped)
        : new Chunk.Term(lexeme, from, to, skipped);
  }

  /** The word of the trade that begins at the token and swallows no amount and no name. */
  private Phrases.@Nullable Match<Lexeme> word(int i, int limit) {
    Phrases.Match<Lexeme> word = lexicon.longest(tokens, i, limit);
    // "at one point" is no point of an index
    boolean idiom =
        word != null && word.value().category() == Category.SKIP && word.value().has("peak");
    return word != null && !idiom && clear(i, word.end()) <= i
        ? lexicon.longest(tokens, i, nextTaken(i, limit))
        : word;
  }

  /** "na quarta alta seguida": the fourth rise in a row, not Wednesday. */
  private boolean countsMoves(TimeExpression time, int limit) {
    if (!(time.session() instanceof SessionWords.OnWeekday)) {
      return false;
    }
    Phrases.Match<Lexeme> last = lexicon.longest(tokens, time.end() - 1, limit);
    Phrases.Match<Lexeme> next =
        time.end() < limit ? lexicon.longest(tokens, time.end(), limit) : null;
    return last != null
        && last.value().category() == Category.ORDINAL
        && next != null
        && switch (next.value().category()) {
          case MOVE, MOTION, STRAIGHT -> true;
          default -> false;
        };
  }

  /** "小米-W", "阿里巴巴-SW": Hong Kong's mark of the share class behind a name. */
  private boolean isShareClass(int i, int limit) {
    return caseless
        && tokens.is(i, "-")
        && i + 1 < limit
        && SHARE_CLASS.contains(tokens.printed(i + 1, i + 1));
  }

  /** "Ford (gained) one to 91-1/8": a whole number of points in words, before eighths. */
  private boolean isSpelledPoints(int i, int limit) {
    return language.spelledPoints().containsKey(tokens.get(i).lower())
        && i + 2 < limit
        && language.words(WordGroup.POINTS_TO).contains(tokens.get(i + 1).lower())
        && tokens.get(i + 2).isNumber()
        && hasEighths(tokens.sentenceStart(tokens.sentenceOf(i)), limit);
  }

  /** Whether a number of the stretch is printed in fractions. */
  private boolean hasEighths(int from, int limit) {
    for (int i = from; i < limit; i++) {
      if (tokens.get(i).isNumber() && fractionEnd(i, limit) > i + 1) {
        return true;
      }
    }
    return false;
  }

  /** Behind a number as the wires print eighths: "83-1/2", "1/4". */
  private int fractionEnd(int i, int limit) {
    int over = i + 2 < limit && tokens.is(i + 1, "-") && tokens.get(i + 2).isNumber() ? i + 2 : i;
    boolean fraction =
        over + 2 < limit && tokens.is(over + 1, "/") && tokens.get(over + 2).isNumber();
    return fraction ? over + 3 : i + 1;
  }

  /** The next token behind {@code i} where an amount or a name begins. */
  private int nextTaken(int i, int limit) {
    int at = i + 1;
    while (at < limit && !amounts.containsKey(at) && !names.containsKey(at)) {
      at++;
    }
    return at;
  }

  /** A phrase must not swallow an amount or a name; the end of what it may cover. */
  private int clear(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (amounts.containsKey(i) || names.containsKey(i)) {
        return from;
      }
    }
    return to;
  }
}
