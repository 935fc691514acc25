package io.quotemark.reading.language;

import io.quotemark.reading.DataLines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the supported languages apart: by script where that tells, else by counting the words each
 * uses most.
 */
public final class LanguageFinder {
  private static final Map<String, Set<String>> WORDS = new HashMap<>();

  static {
    for (List<String> row : DataLines.of(LanguageFinder.class, "words.tsv")) {
      WORDS.put(row.get(0), new HashSet<>(List.of(row.get(1).strip().split(" +", -1))));
    }
  }

  /** Characters that only one of the two Chinese scripts has. */
  private static final String TRADITIONAL = "萬億報漲點個開這對時後會國來為與說價製業東買賣產";

  private static final String SIMPLIFIED = "万亿报涨点个开这对时后会国来为与说价制业东买卖产";
  private static final int ENOUGH = 20_000;

  private LanguageFinder() {}

  /** {@code en}, {@code zh-Hans} …; null where the text is too short or too strange to tell. */
  public static @Nullable String of(String text) {
    String sample = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
    int han = 0;
    int kana = 0;
    int hangul = 0;
    int letters = 0;
    int traditional = 0;
    int simplified = 0;
    for (int i = 0; i < sample.length(); i++) {
      char c = sample.charAt(i);
      if (c >= 0x3040 && c <= 0x30FF) {
        kana++;
      } else if (c >= 0xAC00 && c <= 0xD7A3) {
        hangul++;
      } else if (c >= 0x4E00 && c <= 0x9FFF) {
        han++;
        traditional += TRADITIONAL.indexOf(c) >= 0 ? 1 : 0;
        simplified += SIMPLIFIED.indexOf(c) >= 0 ? 1 : 0;
      } else if (Character.isLetter(c)) {
        letters++;
      }
    }
    if (kana > 2 && kana * 10 > han) {
      return "ja";
    }
    if (hangul > 4 && hangul * 4 > letters) {
      return "ko";
    }
    if (han * 4 > letters && han > 3) {
      return traditional > simplified ? "zh-Hant" : "zh-Hans";
    }
    return byWords(sample);
  }

  private static @Nullable String byWords(String text) {
    Map<String, Integer> hits = new HashMap<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
      for (Map.Entry<String, Set<String>> language : WORDS.entrySet()) {
        if (language.getValue().contains(word)) {
          hits.merge(language.getKey(), 1, Integer::sum);
        }
      }
    }
    return hits.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .filter(e -> e.getValue() >= 2)
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
