package io.quotemark.claims.amounts;

import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.Hedge;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The words of one language, and those of all, by which amounts are told. */
final class Vocabulary {
  /** Words between the parts of an amount; see connectives.tsv. */
  enum Link {
    OF,
    RANGE,
    BETWEEN,
    AND,
    SOME,
    PLUS,
    MINUS
  }

  /**
   * A number word.
   *
   * @param added whether it adds to what stands before it ("and a half")
   */
  record NumberWord(BigDecimal value, boolean added) {}

  private static final Map<String, Vocabulary> LOADED = new ConcurrentHashMap<>();

  /** Units before the number. */
  final Phrases<Unit> before = new Phrases<>(true);

  /** Units behind the number. */
  final Phrases<Unit> behind = new Phrases<>(false);

  /** Powers of ten. */
  final Phrases<Integer> scales = new Phrases<>(false);

  final Phrases<NumberWord> numbers = new Phrases<>(false);

  /** Empty where a phrase only looks like a hedge (買超: net bought). */
  final Phrases<Optional<Hedge>> hedgesBefore = new Phrases<>(true);

  final Phrases<Optional<Hedge>> hedgesBehind = new Phrases<>(false);
  private final Map<Link, Phrases<Link>> links = new EnumMap<>(Link.class);

  private final String language;

  private Vocabulary(String language) {
    this.language = language;
    for (List<String> row : DataFile.load("units.tsv", 4, language).rows()) {
      Unit unit = Unit.of(Unit.Measure.valueOf(row.get(2)));
      for (String phrase : DataFile.phrases(row.get(3))) {
        addUnit(row.get(1), phrase, unit, Form.of(row.get(1), phrase));
      }
    }
    for (List<String> row : DataFile.load("currencies.tsv", 5, language).rows()) {
      Unit money = Unit.money(row.get(2), new BigDecimal(row.get(3)));
      Unit unit = row.get(1).contains("~") ? money.asWeak() : money;
      for (String phrase : DataFile.phrases(row.get(4))) {
        addUnit(row.get(1), phrase, unit, Form.of(row.get(1), phrase));
      }
    }
    for (List<String> row : DataFile.load("scales.tsv", 4, language).rows()) {
      Integer power = Integer.valueOf(row.get(2));
      for (String phrase : DataFile.phrases(row.get(3))) {
        scales.add(phrase, power, Form.of(row.get(1), phrase));
      }
    }
    for (List<String> row : DataFile.load("numbers.tsv", 3, language).rows()) {
      NumberWord word = new NumberWord(new BigDecimal(row.get(1)), row.get(1).startsWith("+"));
      for (String phrase : DataFile.phrases(row.get(2))) {
        numbers.add(phrase, word, Form.ANY);
      }
    }
    for (List<String> row : DataFile.load("connectives.tsv", 3, language).rows()) {
      Link link = Link.valueOf(row.get(1).toUpperCase(Locale.ROOT));
      Phrases<Link> role = links.computeIfAbsent(link, name -> new Phrases<>(false));
      for (String phrase : DataFile.phrases(row.get(2))) {
        role.add(phrase, link, Form.ANY);
      }
    }
    for (List<String> row : DataFile.load("hedges.tsv", 4, language).rows()) {
      Optional<Hedge> hedge =
          row.get(2).equals("-") ? Optional.empty() : Optional.of(Hedge.valueOf(row.get(2)));
      Phrases<Optional<Hedge>> side = row.get(1).equals("before") ? hedgesBefore : hedgesBehind;
      for (String phrase : DataFile.phrases(row.get(3))) {
        side.add(phrase, hedge, Form.ANY);
      }
    }
  }

  /** The words of a language by its primary tag; unknown languages read as English. */
  static Vocabulary of(@Nullable String language) {
    String primary =
        language == null ? "en" : language.toLowerCase(Locale.ROOT).replaceAll("[-_].*", "");
    return LOADED.computeIfAbsent(primary.isEmpty() ? "en" : primary, Vocabulary::new);
  }

  /** The token behind a word of the role at the token, else -1. */
  int linkEnd(Link role, Tokens tokens, int at) {
    Phrases<Link> phrases = links.get(role);
    Phrases.Hit<Link> hit =
        phrases == null || at < 0 || at >= tokens.size() ? null : phrases.longest(tokens, at);
    return hit == null ? -1 : hit.end();
  }

  /** Whether a word of the role ends right before the token. */
  boolean linkEndsAt(Link role, Tokens tokens, int end) {
    Phrases<Link> phrases = links.get(role);
    return phrases != null && phrases.longestEnding(tokens, end) != null;
  }

  String language() {
    return language;
  }

  private void addUnit(String place, String phrase, Unit unit, Form form) {
    if (!place.startsWith("post")) {
      before.add(phrase, unit, form);
    }
    if (!place.startsWith("pre")) {
      behind.add(phrase, unit, form);
    }
  }
}
