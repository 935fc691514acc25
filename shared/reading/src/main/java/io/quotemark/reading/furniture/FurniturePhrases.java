package io.quotemark.reading.furniture;

import io.quotemark.domain.Article.Furniture.Kind;
import io.quotemark.reading.DataLines;
import java.util.ArrayList;
import java.util.BitSet;
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

  /** Phrases that begin a block, and phrases that stand anywhere, by their first letter. */
  private static final Map<Character, List<Phrase>> BY_FIRST = new HashMap<>();

  private static final Map<Character, List<Phrase>> ANYWHERE = new HashMap<>();

  /** Pairs of letters that phrases begin with which stand anywhere. */
  private static final BitSet ANYWHERE_BEGINS = new BitSet();

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
            ANYWHERE.computeIfAbsent(words.charAt(0), c -> new ArrayList<>()).add(phrase);
            ANYWHERE_BEGINS.set(pair(words.charAt(0), words.charAt(1)));
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
    String lower = block.strip().toLowerCase(Locale.ROOT);
    if (lower.isEmpty()) {
      return Optional.empty();
    }
    Phrase best = null;
    for (Phrase phrase : BY_FIRST.getOrDefault(lower.charAt(0), List.of())) {
      if ((best == null || phrase.place().compareTo(best.place()) < 0) && begins(lower, phrase)) {
        best = phrase;
      }
    }
    if (best == null) {
      best = ending(lower);
    }
    if (best == null) {
      best = inside(lower);
    }
    return best == null
        ? Optional.empty()
        : Optional.of(new Match(best.kind(), best.place() == Place.TAIL));
  }

  private static boolean begins(String lower, Phrase phrase) {
    String words = phrase.words();
    return lower.startsWith(words)
        && switch (phrase.place()) {
          case WHOLE -> lower.length() == words.length();
          case START -> parted(lower, words.length());
          case TAIL ->
              lower.length() <= LONGEST_HEADING && !lower.endsWith(".") && bare(lower, words);
          case END, READING, ANY -> false;
        };
  }

  private static @Nullable Phrase ending(String lower) {
    if (lower.length() <= LONGEST_CAPTION) {
      for (Phrase phrase : ENDINGS) {
        if (lower.endsWith(phrase.words())) {
          return phrase;
        }
      }
    }
    return null;
  }

  /** The first phrase that stands anywhere; one pass over the block. */
  private static @Nullable Phrase inside(String lower) {
    for (int i = 0; i < lower.length(); i++) {
      char first = lower.charAt(i);
      boolean begins =
          i + 1 < lower.length()
              && ANYWHERE_BEGINS.get(pair(first, lower.charAt(i + 1)))
              && (i == 0 || first >= 0x2E80 || !Character.isLetter(lower.charAt(i - 1)));
      for (Phrase phrase : begins ? ANYWHERE.getOrDefault(first, List.of()) : NONE) {
        if ((phrase.place() == Place.ANY || lower.length() <= LONGEST_READING_TIME)
            && lower.startsWith(phrase.words(), i)) {
          return phrase;
        }
      }
    }
    return null;
  }

  /** Pairs that come to the same number are told apart by the phrases themselves. */
  private static int pair(char first, char second) {
    return (first * 31 + second) & 0xFFFF;
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
