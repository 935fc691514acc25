package io.quotemark.reading.language;

import io.quotemark.reading.DataLines;
import io.quotemark.reading.WordTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the supported languages apart: by script where that tells, else by counting the words each
 * uses most.
 */
public final class LanguageFinder {
  private static final List<String> LANGUAGES = new ArrayList<>();
  private static final WordTable WORDS;

  /** Languages in which each word is frequent, by their places. */
  private static final int[][] FREQUENT;

  private static final Set<String> TOLD_APART = new HashSet<>(Set.of("zh", "ja", "ko"));

  static {
    Map<String, List<Integer>> frequent = new LinkedHashMap<>();
    for (List<String> row : DataLines.of(LanguageFinder.class, "words.tsv")) {
      TOLD_APART.add(row.get(0));
      LANGUAGES.add(row.get(0));
      for (String word : row.get(1).strip().split(" +", -1)) {
        frequent.computeIfAbsent(word, w -> new ArrayList<>()).add(LANGUAGES.size() - 1);
      }
    }
    WORDS = new WordTable(frequent.keySet());
    FREQUENT =
        frequent.values().stream()
            .map(languages -> languages.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  /** Characters that only one of the two Chinese scripts has. */
  private static final String TRADITIONAL =
      "萬億報漲點個開這對時後會國來為與說價製業東買賣產積電週盤創於兩網鐵銀長間門見區數術機權樂強" + "歐兌訊騰滬場結終轉達過還預計華總資債貨勢紀調認證態減龍馬優輸贏";

  private static final String SIMPLIFIED =
      "万亿报涨点个开这对时后会国来为与说价制业东买卖产积电盘创于两网铁银长间门见区数术机权乐强" + "欧兑讯腾沪场结终转达过还预计华总资债货势纪调认证态减龙马优输赢";

  /** Characters that Japanese writes as neither Chinese script does. */
  private static final String JAPANESE = "円売価値続発経済変応単図両対広銭";

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*");

  /** What BCP 47 asks to make room for. */
  private static final int LONGEST_TAG = 35;

  private static final Pattern TRADITIONAL_PLACES = Pattern.compile("(?i)-(?:hant|tw|hk|mo)");

  /** So many characters tell the language; more are not looked at. */
  public static final int ENOUGH = 3_000;

  private LanguageFinder() {}

  /** {@code en}, {@code zh-Hans} …; null where the text is too short or too strange to tell. */
  public static @Nullable String of(String text) {
    char[] sample = text.substring(0, Math.min(text.length(), ENOUGH)).toCharArray();
    Letters letters = new Letters();
    for (char c : sample) {
      letters.count(c);
    }
    String eastern = letters.language();
    return eastern == null ? byWords(sample) : eastern;
  }

  /** How many letters of each script a text has. */
  private static final class Letters {
    private int han;
    private int kana;
    private int hangul;
    private int others;
    private int traditional;
    private int simplified;
    private int japanese;

    void count(char c) {
      if (c < 0x3040) {
        others += WordTable.letter(c) ? 1 : 0;
      } else if (c <= 0x30FF) {
        kana++;
      } else if (c >= 0xAC00 && c <= 0xD7A3) {
        hangul++;
      } else if (c >= 0x4E00 && c <= 0x9FFF) {
        han++;
        traditional += TRADITIONAL.indexOf(c) >= 0 ? 1 : 0;
        simplified += SIMPLIFIED.indexOf(c) >= 0 ? 1 : 0;
        japanese += JAPANESE.indexOf(c) >= 0 ? 1 : 0;
      } else if (WordTable.letter(c)) {
        others++;
      }
    }

    /** Null where the words must tell. */
    @Nullable String language() {
      if (isJapanese()) {
        return "ja";
      }
      if (hangul > 4 && hangul * 4 > others) {
        return "ko";
      }
      boolean chinese = han * 4 > others && han > 3;
      return !chinese ? null : traditional > simplified ? "zh-Hant" : "zh-Hans";
    }

    /** A headline may hold no more kana than a particle. */
    private boolean isJapanese() {
      return (kana > 1 && kana * 10 > han) || (kana + japanese > 1 && japanese * 20 > han);
    }
  }

  /**
   * The language of a text of which somebody declared one: what the text itself shows where the two
   * are languages that are told apart here, else what is declared. Translated pages often keep the
   * declaration of their original.
   *
   * @param declared BCP 47 tag, {@code en_US} too; null where nothing is declared
   * @param found as {@link #of} found it
   */
  public static @Nullable String settled(@Nullable String declared, @Nullable String found) {
    String tag = declared == null ? "" : declared.strip().replace('_', '-');
    if (tag.length() > LONGEST_TAG || !TAG.matcher(tag).matches()) {
      return found;
    }
    String primary = primary(tag);
    if (found != null && (primary.equals(primary(found)) || known(primary))) {
      return found;
    }
    return primary.equals("zh")
        ? (TRADITIONAL_PLACES.matcher(tag).find() ? "zh-Hant" : "zh-Hans")
        : primary;
  }

  /** The declared tag where it tells the place of the language, else the language. */
  public static @Nullable String place(@Nullable String declared, @Nullable String language) {
    return declared != null
            && language != null
            && primary(declared.strip().replace('_', '-')).equals(primary(language))
        ? declared.strip().replace('_', '-')
        : language;
  }

  private static String primary(String tag) {
    int dash = tag.indexOf('-');
    return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
  }

  private static boolean known(String primary) {
    return TOLD_APART.contains(primary);
  }

  private static @Nullable String byWords(char[] text) {
    int[] counts = new int[LANGUAGES.size()];
    int start = -1;
    for (int i = 0; i <= text.length; i++) {
      if (i < text.length && WordTable.letter(text[i])) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        int found = WORDS.find(text, start, i);
        if (found >= 0) {
          for (int language : FREQUENT[found]) {
            counts[language]++;
          }
        }
        start = -1;
      }
    }
    Map<String, Integer> hits = new HashMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        hits.put(LANGUAGES.get(i), counts[i]);
      }
    }
    return likeliest(hits);
  }

  /** The language of most words; one word is enough where it is of one language alone. */
  private static @Nullable String likeliest(Map<String, Integer> hits) {
    String likeliest = null;
    int most = 0;
    for (Map.Entry<String, Integer> hit : hits.entrySet()) {
      int words = hit.getValue();
      boolean later = likeliest != null && hit.getKey().compareTo(likeliest) > 0;
      if (words > most || (words == most && later)) {
        likeliest = hit.getKey();
        most = words;
      }
    }
    return most >= 2 || hits.size() == 1 ? likeliest : null;
  }
}
