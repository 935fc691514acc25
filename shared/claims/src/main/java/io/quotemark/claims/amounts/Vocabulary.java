package io.quotemark.claims.amounts;

import io.quotemark.claims.language.Folder;
import io.quotemark.claims.language.Language;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.claim.Hedge;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The words of one language, and those of all, by which amounts are told. */
final class Vocabulary {
  /** Words between the parts of an amount; see numbers.tsv. */
  enum Link {
    OF,
    RANGE,
    BETWEEN,
    AND,
    SOME,
    PLUS,
    MINUS,
    POINT,
    HALF,
    PAUSE,
    ELIDED,
    SPACED,
    ARTICLE
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

  /** Numerals of one sign. */
  final Map<String, Integer> numerals = new HashMap<>();

  private final String language;
  private final boolean decimalComma;
  private final boolean dollarGroups;

  private Vocabulary(String language) {
    this.language = language;
    NumberRows rows = new NumberRows(language);
    Folder folder = Folder.of(language);
    this.decimalComma = folder.hasTrait("decimal comma");
    this.dollarGroups = folder.hasTrait("dollar groups");
    addUnits(rows);
    addNumbers(rows);
    addLinks(rows);
    addHedges(rows);
  }

  private void addUnits(NumberRows rows) {
    for (List<String> row : rows.of("unit", 3)) {
      Unit unit = Unit.of(Unit.Measure.valueOf(row.get(1)));
      for (String phrase : NumberRows.phrases(row.get(2))) {
        addUnit(row.get(0), phrase, unit, Form.of(row.get(0), phrase));
      }
    }
    for (List<String> row : rows.of("currency", 4)) {
      Unit money =
          row.get(1).equals("-")
              ? Unit.of(Unit.Measure.NONE)
              : Unit.money(Denomination.of(row.get(1)), new BigDecimal(row.get(2)));
      Unit unit = row.get(0).contains("~") ? money.asWeak() : money;
      for (String phrase : NumberRows.phrases(row.get(3))) {
        addUnit(row.get(0), phrase, unit, Form.of(row.get(0), phrase));
      }
    }
  }

  private void addNumbers(NumberRows rows) {
    for (List<String> row : rows.of("scale", 3)) {
      Integer power = Integer.valueOf(row.get(1));
      for (String phrase : NumberRows.phrases(row.get(2))) {
        scales.add(phrase, power, Form.of(row.get(0), phrase));
      }
    }
    for (List<String> row : rows.of("number", 2)) {
      NumberWord word = new NumberWord(new BigDecimal(row.get(0)), row.get(0).startsWith("+"));
      for (String phrase : NumberRows.phrases(row.get(1))) {
        numbers.add(phrase, word, Form.ANY);
      }
    }
    for (List<String> row : rows.of("numeral", 2)) {
      Integer value = Integer.valueOf(row.get(0));
      for (String sign : NumberRows.phrases(row.get(1))) {
        numerals.put(sign, value);
      }
    }
  }

  private void addLinks(NumberRows rows) {
    for (List<String> row : rows.of("link", 2)) {
      Link link = Link.valueOf(row.get(0).toUpperCase(Locale.ROOT));
      Phrases<Link> role = links.get(link);
      if (role == null) {
        role = new Phrases<>(false);
        links.put(link, role);
      }
      for (String phrase : NumberRows.phrases(row.get(1))) {
        role.add(phrase, link, Form.ANY);
      }
    }
  }

  private void addHedges(NumberRows rows) {
    for (List<String> row : rows.of("hedge", 3)) {
      Optional<Hedge> hedge =
          row.get(1).equals("-") ? Optional.empty() : Optional.of(Hedge.valueOf(row.get(1)));
      Phrases<Optional<Hedge>> side = row.get(0).equals("before") ? hedgesBefore : hedgesBehind;
      for (String phrase : NumberRows.phrases(row.get(2))) {
        side.add(phrase, hedge, Form.ANY);
      }
    }
  }

  /** The words of a language by its primary tag; unknown languages read as English. */
  static Vocabulary of(@Nullable String language) {
    String primary =
        language == null
            ? Language.DEFAULT
            : language.toLowerCase(Locale.ROOT).replaceAll("[-_].*", "");
    return LOADED.computeIfAbsent(primary.isEmpty() ? Language.DEFAULT : primary, Vocabulary::new);
  }

  /** Whether the token is a word of the role. */
  boolean isLink(Link role, Tokens tokens, int at) {
    return linkEnd(role, tokens, at) == at + 1;
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

  /** Whether the language writes 1.234,5 for 1,234.5. */
  boolean decimalComma() {
    return decimalComma;
  }

  /** Whether it still writes $1,234: a comma behind the sign parts groups. */
  boolean dollarGroups() {
    return dollarGroups;
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
