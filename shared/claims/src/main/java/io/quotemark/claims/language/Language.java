package io.quotemark.claims.language;

import io.quotemark.claims.text.Marks;
import io.quotemark.claims.text.Phrases;
import io.quotemark.domain.ShippedLines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A language as the files of its folder tell it: the words of the trade ({@code terms.tsv}) and of
 * time ({@code times.tsv}). What all languages share stands in the folder {@code common}.
 */
public final class Language {
  private static final String COMMON = "common";
  private static final String TERMS = "terms.tsv";
  private static final Set<String> DECIMAL_COMMA = Set.of("de", "es", "fr", "it", "pt", "nl");
  private static final Set<String> EASTERN = Set.of("zh", "ja", "ko");
  private static final Map<String, Language> LOADED = new ConcurrentHashMap<>();
  private static final Marks MARKS = loadMarks();

  private final String code;
  private final Phrases<Lexeme> lexicon;

  private Language(String code) {
    this.code = code;
    this.lexicon = Lexicon.of(rows(TERMS, 3), read(COMMON, TERMS, 3));
  }

  /**
   * The language of a BCP 47 tag; English where it has no folder.
   *
   * @param tag {@code de}, {@code zh-Hant}
   */
  public static Language of(String tag) {
    String primary = tag.split("-", 2)[0];
    Language known = LOADED.get(primary);
    if (known != null) {
      return known;
    }
    String code = hasFolder(primary) ? primary : "en";
    return LOADED.computeIfAbsent(code, Language::new);
  }

  private static boolean hasFolder(String code) {
    return code.matches("[a-z]{2,3}") && Language.class.getResource(code + "/" + TERMS) != null;
  }

  /** Its ISO 639 code, the name of its folder. */
  public String code() {
    return code;
  }

  /** Whether it writes 1.234,5 for 1,234.5. */
  public boolean decimalComma() {
    return DECIMAL_COMMA.contains(code);
  }

  /** Whether names carry no capitals: scripts without blanks, or with particles tied to words. */
  public boolean eastern() {
    return EASTERN.contains(code);
  }

  /** Whether a number of days before a move counts back to the last one: "4日ぶりに反発". */
  public boolean countsBack() {
    return code.equals("ja") || code.equals("ko");
  }

  /** Whether a phrase in front turns verb and subject round. */
  public boolean verbSecond() {
    return code.equals("de");
  }

  /** Whether points of an index are printed as money: the Nikkei in yen. */
  public boolean indicesInMoney() {
    return code.equals("ja");
  }

  /** Whether every noun has a capital. */
  public boolean capitalisedNouns() {
    return code.equals("de");
  }

  /** The words of the trade, of this language and of all. */
  public Phrases<Lexeme> lexicon() {
    return lexicon;
  }

  /** Words by which texts are cut into sentences, whatever their language. */
  public static Marks marks() {
    return MARKS;
  }

  /**
   * The rows of one of its files.
   *
   * @throws IllegalArgumentException where a row has not {@code fields} fields
   */
  public List<List<String>> rows(String file, int fields) {
    return read(code, file, fields);
  }

  private static List<List<String>> read(String folder, String file, int fields) {
    return DataLines.read(Language.class, folder + "/" + file, fields);
  }

  private static Marks loadMarks() {
    Map<String, Set<String>> groups = new HashMap<>();
    for (String line : ShippedLines.of(Language.class, COMMON + "/marks.tsv")) {
      int tab = line.indexOf('\t');
      groups
          .computeIfAbsent(line.substring(0, tab), group -> new HashSet<>())
          .addAll(Cells.words(line.substring(tab + 1)));
    }
    return new Marks(
        group(groups, "never_last"),
        group(groups, "maybe_last"),
        group(groups, "opener"),
        group(groups, "after_ordinal"),
        group(groups, "unfinished"),
        group(groups, "glued"),
        group(groups, "suffix"));
  }

  private static Set<String> group(Map<String, Set<String>> groups, String name) {
    Set<String> group = groups.get(name);
    if (group == null) {
      throw new IllegalStateException("marks.tsv has no group " + name);
    }
    return group;
  }
}
