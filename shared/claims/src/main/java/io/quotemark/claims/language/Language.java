package io.quotemark.claims.language;

import io.quotemark.claims.text.Marks;
import io.quotemark.claims.text.Phrases;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A language as the files of its folder tell it: the words of the trade ({@code terms.tsv}), of
 * time ({@code times.tsv}) and others by their use ({@code words.tsv}). What all languages share
 * stands in the folder {@code common}. No list names the languages: a folder makes one.
 */
public final class Language {
  /** The code of what a text is read as whose language nobody knows. */
  public static final String DEFAULT = shared(WordGroup.DEFAULT_LANGUAGE).iterator().next();

  private static final String COMMON = "common";
  private static final String TERMS = "terms.tsv";
  private static final Map<String, Language> LOADED = new ConcurrentHashMap<>();

  private final String code;
  private final Phrases<Lexeme> lexicon;
  private final Map<WordGroup, Set<String>> words = new EnumMap<>(WordGroup.class);
  private final Map<String, Integer> spelledPoints = new HashMap<>();
  private final Marks marks;

  private Language(String code) {
    this.code = code;
    this.lexicon = Lexicon.of(rows(TERMS, 3), read(COMMON, TERMS, 3));
    List<List<String>> rows = new ArrayList<>(read(COMMON, Words.FILE, 2));
    rows.addAll(rows(Words.FILE, 2));
    Words grouped = new Words(rows);
    for (WordGroup group : WordGroup.values()) {
      words.put(group, grouped.of(group));
    }
    for (String spelled : words(WordGroup.SPELLED_POINTS)) {
      int equals = spelled.indexOf('=');
      spelledPoints.put(
          spelled.substring(0, equals), Integer.valueOf(spelled.substring(equals + 1)));
    }
    this.marks =
        new Marks(
            words(WordGroup.NEVER_LAST),
            words(WordGroup.MAYBE_LAST),
            words(WordGroup.OPENER),
            words(WordGroup.AFTER_ORDINAL),
            words(WordGroup.UNFINISHED),
            words(WordGroup.GLUED),
            words(WordGroup.SUFFIX));
  }

  /**
   * The language of a BCP 47 tag; English where it has no folder.
   *
   * @param tag {@code de}, {@code zh-Hant}; null where nobody knows it
   */
  public static Language of(@Nullable String tag) {
    String primary = tag == null ? DEFAULT : primary(tag);
    Language known = LOADED.get(primary);
    if (known != null) {
      return known;
    }
    String code = hasFolder(primary) ? primary : DEFAULT;
    return LOADED.computeIfAbsent(code, Language::new);
  }

  private static String primary(String tag) {
    int hyphen = tag.indexOf('-');
    return hyphen < 0 ? tag : tag.substring(0, hyphen);
  }

  private static boolean hasFolder(String code) {
    return Folder.of(code).has(TERMS);
  }

  /** Its ISO 639 code, the name of its folder. */
  public String code() {
    return code;
  }

  /** Whether it writes 1.234,5 for 1,234.5. */
  public boolean decimalComma() {
    return has("decimal comma");
  }

  /** Whether 02/03 is the third of February. */
  public boolean monthFirst() {
    return has("month first");
  }

  /** Whether names carry no capitals: scripts without blanks, or with particles tied to words. */
  public boolean caseless() {
    return has("caseless");
  }

  /** Whether a number of days before a move counts back to the last one: "4日ぶりに反発". */
  public boolean countsBack() {
    return has("counts back");
  }

  /** Whether a phrase in front turns verb and subject round. */
  public boolean verbSecond() {
    return has("verb second");
  }

  /** Whether points of an index are printed as money: the Nikkei in yen. */
  public boolean indicesInMoney() {
    return has("indices in money");
  }

  /** Whether every noun has a capital. */
  public boolean capitalisedNouns() {
    return has("capitalised nouns");
  }

  private boolean has(String trait) {
    return words(WordGroup.TRAIT).contains(trait);
  }

  /** Whether its word for the yuan is that of other dollars as well, whatever a text names. */
  public boolean sharesYuan() {
    return has("shared yuan");
  }

  /** Whether rules of the construction read its texts: {@code inversion}. */
  public boolean builds(String construction) {
    return words(WordGroup.CONSTRUCTION).contains(construction);
  }

  /** The words of the trade, of this language and of all. */
  public Phrases<Lexeme> lexicon() {
    return lexicon;
  }

  /** Read once: several classes ask for one group each before the first text is read. */
  private static final class Common {
    private static final Words WORDS = new Words(Folder.COMMON.rows(Words.FILE));
  }

  /** The words of the group that all languages share. */
  public static Set<String> shared(WordGroup group) {
    return Common.WORDS.of(group);
  }

  /** The words of the group, of this language and of all, in lower case. */
  public Set<String> words(WordGroup group) {
    return words.getOrDefault(group, Set.of());
  }

  /** Whether the word begins like one of the group. */
  public boolean begins(WordGroup group, String word) {
    for (String beginning : words(group)) {
      if (word.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word ends like one of the group. */
  public boolean ends(WordGroup group, String word) {
    for (String ending : words(group)) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** Small whole numbers in words: "Ford gained one to 91-1/8", "only seven closes". */
  public Map<String, Integer> spelledPoints() {
    return spelledPoints;
  }

  /** Words by which its texts are cut into sentences. */
  public Marks marks() {
    return marks;
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
}
