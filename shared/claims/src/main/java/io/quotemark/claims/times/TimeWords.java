package io.quotemark.claims.times;

import io.quotemark.claims.language.DataLines;
import io.quotemark.claims.language.Language;
import io.quotemark.claims.text.Phrases;
import io.quotemark.claims.text.Tokens;
import io.quotemark.claims.times.TimeWord.Kind;
import io.quotemark.domain.claim.Window;
import io.quotemark.text.PlainText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The words of time at the places of one text. */
final class TimeWords {
  private static final Map<String, Phrases<TimeWord>> LOADED = new ConcurrentHashMap<>();

  private final Language language;
  private final Phrases<TimeWord> words;
  private final Tokens tokens;
  private final @Nullable LocalDate published;

  TimeWords(Language language, Tokens tokens, @Nullable LocalDate published) {
    this.language = language;
    this.words = LOADED.computeIfAbsent(language.code(), code -> load(language));
    this.tokens = tokens;
    this.published = published;
  }

  private static Phrases<TimeWord> load(Language language) {
    Phrases<TimeWord> phrases = new Phrases<>();
    for (List<String> row : language.rows("times.tsv", 3)) {
      TimeWord word = new TimeWord(Kind.valueOf(row.get(0)), Integer.parseInt(row.get(1)));
      phrases.addAll(DataLines.phrases(row.get(2)), word);
    }
    return phrases;
  }

  /** The day the text was published; null where unknown. */
  @Nullable LocalDate published() {
    return published;
  }

  Tokens tokens() {
    return tokens;
  }

  DateReader dates(int limit) {
    return new DateReader(language, words, tokens, limit, published);
  }

  Phrases.@Nullable Match<TimeWord> word(int i, int limit) {
    return i < limit ? words.longest(tokens, i, limit) : null;
  }

  boolean caseless() {
    return language.caseless();
  }

  /**
   * The unit that is counted: of "三年内" the year, though "年内" alone is this year.
   *
   * @param counted whether a number stands before
   */
  Phrases.@Nullable Match<TimeWord> unit(int i, int limit, boolean counted) {
    Phrases.Match<TimeWord> word = word(i, limit);
    boolean other = word != null && !word.value().isUnit();
    return counted && other && language.caseless() ? word(i, Math.min(limit, i + 1)) : word;
  }

  int skip(int i, int limit) {
    int at = i;
    Phrases.Match<TimeWord> word = word(at, limit);
    while (word != null && word.value().is(Kind.FILLER)) {
      at = word.end();
      word = word(at, limit);
    }
    return at;
  }

  int count(int i, int limit) {
    if (i >= limit) {
      return 0;
    }
    if (tokens.get(i).isNumber()) {
      String digits = tokens.get(i).lower();
      return digits.length() <= 3 && PlainText.isDigits(digits) ? Integer.parseInt(digits) : 0;
    }
    Phrases.Match<TimeWord> word = word(i, limit);
    return word != null && word.value().is(Kind.COUNT) ? word.value().n() : 0;
  }

  int countEnd(int i, int limit) {
    Phrases.Match<TimeWord> word = tokens.get(i).isNumber() ? null : word(i, limit);
    return word == null ? i + 1 : word.end();
  }

  /** The end behind a closing "以来" or the like: "自去年以来". */
  int closed(int i, int limit) {
    Phrases.Match<TimeWord> word = word(i, limit);
    return word != null && word.value().is(Kind.UP_TO_NOW) ? word.end() : i;
  }

  static Window window(int count, Kind unit) {
    return switch (unit) {
      case DAYS -> Window.last(count, Window.Unit.D);
      case WEEKS -> Window.last(count, Window.Unit.W);
      case MONTHS -> Window.last(count, Window.Unit.M);
      case QUARTERS -> Window.last(3 * count, Window.Unit.M);
      case DECADES -> Window.last(10 * count, Window.Unit.Y);
      default -> Window.last(count, Window.Unit.Y);
    };
  }
}
