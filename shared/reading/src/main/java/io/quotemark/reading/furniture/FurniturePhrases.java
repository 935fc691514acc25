package io.quotemark.reading.furniture;

import io.quotemark.domain.article.Article.Furniture.Kind;
import io.quotemark.reading.DataLines;
import io.quotemark.reading.WordTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells by its words that a block of a page is not the article. */
public final class FurniturePhrases {
  /**
   * In the order they are tried: what a block begins with says more than what stands somewhere in
   * it.
   */
  private enum Place {
    WHOLE,
    TAIL,
    START,
    END,
    READING,
    ANY
  }

  private record Phrase(Kind kind, Place place, String words) {}

  /** Phrases that begin a block, by their first letter. */
  private static final Map<Character, List<Phrase>> BY_FIRST = new HashMap<>();

  /** The number of all numbers that two letters come to. */
  private static final int PAIRS = 4_096;

  /** Phrases that stand anywhere, by the two letters that they begin with. */
  private static final List<List<Phrase>> ANYWHERE =
      new ArrayList<>(Collections.nCopies(PAIRS, List.of()));

  private static final List<Phrase> NONE = List.of();
  private static final List<Phrase> ENDINGS = new ArrayList<>();

  /** A heading is short; a paragraph that happens to begin with "Comments" is none. */
  private static final int LONGEST_HEADING = 60;

  private static final int LONGEST_READING_TIME = 40;
  private static final int LONGEST_CAPTION = 250;
  private static final int LONGEST_BUTTONS = 120;
  private static final Pattern COUNT = Pattern.compile("[\\s\\d()\\[\\]:：.,+]*");

  static {
    for (List<String> row : DataLines.of(FurniturePhrases.class, "phrases.tsv")) {
      Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
      Place place = Place.valueOf(row.get(1).toUpperCase(Locale.ROOT));
      for (String words : DataLines.parts(row.get(2))) {
        Phrase phrase = new Phrase(kind, place, words);
        switch (place) {
          case END -> ENDINGS.add(phrase);
          case READING, ANY -> {
            int pair = pair(words.charAt(0), words.charAt(1));
            List<Phrase> same = new ArrayList<>(ANYWHERE.get(pair));
            same.add(phrase);
            ANYWHERE.set(pair, same);
          }
          case WHOLE, TAIL, START ->
              BY_FIRST.computeIfAbsent(words.charAt(0), c -> new ArrayList<>()).add(phrase);
        }
      }
    }
  }

  private FurniturePhrases() {}

  /**
   * @param endsArticle whether all that follows belongs to it
   */
  public record Match(Kind kind, boolean endsArticle) {}

  public static Optional<Match> match(String block) {
    String text = block.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Phrase best = null;
    for (Phrase phrase : BY_FIRST.getOrDefault(Character.toLowerCase(text.charAt(0)), NONE)) {
      if ((best == null || phrase.place().compareTo(best.place()) < 0) && begins(text, phrase)) {
        best = phrase;
      }
    }
    if (best == null) {
      best = ending(text);
    }
    if (best == null) {
      best = inside(text);
    }
    return best == null
        ? Optional.empty()
        : Optional.of(new Match(best.kind(), best.place() == Place.TAIL));
  }

  private static boolean begins(String text, Phrase phrase) {
    String words = phrase.words();
    return stands(words, text, 0)
        && switch (phrase.place()) {
          case WHOLE -> text.length() == words.length();
          case START -> parted(text, words.length());
          case TAIL -> text.length() <= LONGEST_HEADING && !text.endsWith(".") && bare(text, words);
          case END, READING, ANY -> false;
        };
  }

  private static @Nullable Phrase ending(String text) {
    if (text.length() <= LONGEST_CAPTION) {
      for (Phrase phrase : ENDINGS) {
        if (stands(phrase.words(), text, text.length() - phrase.words().length())) {
          return phrase;
        }
      }
    }
    return null;
  }

  /** The first phrase that stands anywhere; one pass over the block. */
  private static @Nullable Phrase inside(String text) {
    char[] letters = text.toCharArray();
    boolean inWord = false;
    for (int i = 0; i + 1 < letters.length; i++) {
      char first = letters[i];
      boolean begins = !inWord || first >= 0x2E80;
      inWord = WordTable.letter(first);
      if (!begins) {
        continue;
      }
      List<Phrase> candidates =
          ANYWHERE.get(pair(WordTable.small(first), WordTable.small(letters[i + 1])));
      for (int k = 0; k < candidates.size(); k++) {
        Phrase phrase = candidates.get(k);
        if ((phrase.place() == Place.ANY || text.length() <= LONGEST_READING_TIME)
            && stands(phrase.words(), text, i)) {
          return phrase;
        }
      }
    }
    return null;
  }

  /** Whether the words stand there, in any letter case. */
  private static boolean stands(String words, String text, int at) {
    return text.regionMatches(true, at, words, 0, words.length());
  }

  /** Pairs that come to the same number are told apart by the phrases themselves. */
  private static int pair(char first, char second) {
    return (first * 31 + second) & (PAIRS - 1);
  }

  /** Whether the phrase ends where a word does: "Anzeigenmarkt" does not begin with "Anzeige". */
  private static boolean parted(String lower, int end) {
    return end == lower.length()
        || !Character.isLetter(lower.charAt(end - 1))
        || lower.charAt(end - 1) >= 0x2E80
        || !Character.isLetter(lower.charAt(end));
  }

  /**
   * A heading's phrase is followed by a count, a colon or a name, never by a verb's sentence; one
   * word alone by nothing but a count.
   */
  private static boolean bare(String lower, String words) {
    String rest = lower.substring(words.length()).strip();
    if (words.indexOf(' ') < 0 && words.charAt(0) < 0x2E80) {
      return COUNT.matcher(rest).matches();
    }
    return rest.length() <= 30 && !rest.contains(". ");
  }

  /** Whether a line is nothing but words of menus and buttons, glued to each other or not. */
  public static boolean onlyButtons(String line) {
    if (line.length() > LONGEST_BUTTONS) {
      return false;
    }
    int at = 0;
    int found = 0;
    while (at < line.length()) {
      int from = at;
      int length = button(line, from);
      if (length > 0) {
        found++;
        at += length;
      } else if (" |·•/,\u00A0".indexOf(line.charAt(at)) >= 0) {
        at++;
      } else {
        return false;
      }
    }
    return found > 1;
  }

  /** Length of the longest such word that begins here, as a word of its own; 0 where none does. */
  private static int button(String line, int from) {
    char first = line.charAt(from);
    boolean begins = from == 0 || !Character.isLetter(line.charAt(from - 1));
    if (!begins && !Character.isUpperCase(first) && first < 0x2E80) {
      return 0;
    }
    int longest = 0;
    for (Phrase phrase : BY_FIRST.getOrDefault(Character.toLowerCase(first), List.of())) {
      int length = phrase.words().length();
      if (phrase.place() == Place.WHOLE
          && length > longest
          && line.regionMatches(true, from, phrase.words(), 0, length)
          && ended(line, from + length)) {
        longest = length;
      }
    }
    return longest;
  }

  private static boolean ended(String line, int end) {
    return end == line.length()
        || !Character.isLetter(line.charAt(end))
        || Character.isUpperCase(line.charAt(end))
        || line.charAt(end) >= 0x2E80;
  }
}
