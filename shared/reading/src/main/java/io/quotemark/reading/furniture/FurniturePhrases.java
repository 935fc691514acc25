package io.quotemark.reading.furniture;

import io.quotemark.domain.Article.Furniture.Kind;
import io.quotemark.reading.DataLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    READING,
    ANY
  }

  private record Phrase(Kind kind, Place place, String words) {}

  private static final List<Phrase> PHRASES = new ArrayList<>();

  /** A heading is short; a paragraph that happens to begin with "Comments" is none. */
  private static final int LONGEST_HEADING = 60;

  private static final int LONGEST_READING_TIME = 40;

  static {
    for (List<String> row : DataLines.of(FurniturePhrases.class, "phrases.tsv")) {
      Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
      Place place = Place.valueOf(row.get(1).toUpperCase(Locale.ROOT));
      DataLines.parts(row.get(2)).forEach(p -> PHRASES.add(new Phrase(kind, place, p)));
    }
    PHRASES.sort(java.util.Comparator.comparing(Phrase::place));
  }

  private FurniturePhrases() {}

  /**
   * @param endsArticle whether all that follows belongs to it
   */
  public record Match(Kind kind, boolean endsArticle) {}

  public static Optional<Match> match(String block) {
    String lower = block.strip().toLowerCase(Locale.ROOT);
    for (Phrase phrase : PHRASES) {
      String words = phrase.words();
      boolean fits =
          switch (phrase.place()) {
            case START -> lower.startsWith(words);
            case ANY -> lower.contains(words);
            case WHOLE -> lower.equals(words);
            case TAIL ->
                lower.startsWith(words)
                    && lower.length() <= LONGEST_HEADING
                    && !lower.endsWith(".")
                    && bare(lower, words);
            case READING -> lower.contains(words) && lower.length() <= LONGEST_READING_TIME;
          };
      if (fits) {
        return Optional.of(new Match(phrase.kind(), phrase.place() == Place.TAIL));
      }
    }
    return Optional.empty();
  }

  /** A heading's phrase is followed by a count, a colon or a name, never by a verb's sentence. */
  private static boolean bare(String lower, String words) {
    String rest = lower.substring(words.length()).strip();
    return rest.length() <= 30 && !rest.contains(". ");
  }
}
