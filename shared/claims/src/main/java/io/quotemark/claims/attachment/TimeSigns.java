package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.price.PriceField;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What speaks for and against a time word's being the time of a figure, as points are named. */
final class TimeSigns {
  private static final int NEAR = 2;
  private static final int FAR = 4;
  private static final int FARTHER = 8;
  private static final int WEEK = 7;

  /** Where a time word stands, seen from the words that carry the figure. */
  enum Place {
    BEFORE,
    WITHIN,
    BEHIND
  }

  /** What can stand between a time word and a figure, with how many of it are told apart. */
  private enum Between {
    SUBJECTS(2),
    MOTIONS(2),
    AMOUNTS(2),
    CLAUSES(1),
    ANDS(1),
    COMMAS(2),
    HIGHS(1),
    TIMES(1),
    SAYS(1),
    WORDS(3),
    BRACKETS(1);

    private final int most;

    Between(int most) {
      this.most = most;
    }
  }

  private TimeSigns() {}

  /**
   * The place first.
   *
   * @param time the chunk of the time word
   * @param first the first chunk of the words that carry the figure
   * @param last their last
   */
  static List<String> of(Sentence sentence, int time, int first, int last) {
    Place place = time > last ? Place.BEHIND : time < first ? Place.BEFORE : Place.WITHIN;
    int from = place == Place.BEHIND ? last + 1 : time + 1;
    int to = place == Place.BEHIND ? time : place == Place.BEFORE ? first : from;
    List<String> signs = new ArrayList<>();
    signs.add((sentence.caseless() ? "topic:" : "place:") + lower(place));
    signs.add("far:" + lower(place) + distance(to - from));
    if (place != Place.WITHIN) {
      between(sentence, from, to, signs);
    }
    beside(sentence, time, first, signs);
    return signs;
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private static String distance(int chunks) {
    if (chunks <= 0) {
      return ":0";
    }
    return chunks <= NEAR ? ":1" : chunks <= FAR ? ":3" : chunks <= FARTHER ? ":5" : ":9";
  }

  private static void between(Sentence sentence, int from, int to, List<String> signs) {
    Map<Between, Integer> counts = new EnumMap<>(Between.class);
    boolean event = false;
    for (int i = from; i < to; i++) {
      Between one = between(sentence.category(i));
      if (one != null) {
        counts.put(one, counts.getOrDefault(one, 0) + 1);
      }
      event |= sentence.get(i).has("when") || sentence.get(i).has("after");
    }
    for (Between one : Between.values()) {
      signs.add(lower(one) + ":" + Math.min(one.most, counts.getOrDefault(one, 0)));
    }
    if (event) {
      signs.add("clause:event");
    }
  }

  private static @Nullable Between between(Category category) {
    return switch (category) {
      case STOCK, ISSUER, INDEX, NAME, PRONOUN -> Between.SUBJECTS;
      case MOTION, TRADE, REACH, MOVE -> Between.MOTIONS;
      case BUT, SEMICOLON, WHICH, COLON, DASH -> Between.CLAUSES;
      case AND -> Between.ANDS;
      case COMMA -> Between.COMMAS;
      case PEAK, HIGHEST, BIGGEST, UNSEEN, RECORDPEAK, MOST -> Between.HIGHS;
      case TIME -> Between.TIMES;
      case SAY, METRIC, DEAL -> Between.SAYS;
      case WORD -> Between.WORDS;
      case LPAR, RPAR -> Between.BRACKETS;
      default -> category.isAmount() ? Between.AMOUNTS : null;
    };
  }

  private static void beside(Sentence sentence, int time, int first, List<String> signs) {
    Category next = sentence.category(time + 1);
    int before = sentence.category(time - 1) == Category.ITS ? time - 2 : time - 1;
    if (next == Category.POSSESSIVE) {
      boolean close =
          time + 2 < sentence.size() && sentence.get(time + 2).field() == PriceField.CLOSE;
      signs.add(close ? "owns:close" : owned(sentence.category(time + 2)));
    }
    if (isAside(sentence, time, first)) {
      signs.add("clause:aside");
    }
    if (isTold(sentence, time)) {
      signs.add("at:parallel");
    }
    if (next == Category.PEAK || next == Category.RECORDPEAK) {
      signs.add("owns:peak");
    }
    String after = after(sentence.category(before));
    if (after != null) {
      signs.add(after);
    }
    if (next == Category.SAY) {
      signs.add("at:report");
    }
    if (time <= 1 && (next == Category.COMMA || sentence.category(time + 2) == Category.COMMA)) {
      signs.add("place:opening");
    }
  }

  private static @Nullable String after(Category category) {
    return switch (category) {
      case FROM, THAN, CROSS -> "at:reference";
      case SAY, METRIC, DEAL -> "at:report";
      case BUT -> "at:event";
      case MOTION, TRADE, REACH -> "at:verb";
      case MONEY, PCT, PTS, NUM -> "at:figure";
      case TIME -> "at:time";
      default -> null;
    };
  }

  private static String owned(Category category) {
    return switch (category) {
      case TRADE, HOURS, PRICE -> "owns:trade";
      case MOVE, MOTION, COMPARATIVE -> "owns:move";
      case PEAK, RECORDPEAK, RECORD, HIGHEST -> "owns:high";
      default -> category.isAmount() ? "owns:move" : "owns:else";
    };
  }

  /** "the shares, which closed at $20 on Monday, rose 3 percent": in a clause that is over. */
  private static boolean isAside(Sentence sentence, int time, int first) {
    boolean over = false;
    for (int i = time + 1; i < first; i++) {
      over |= sentence.category(i) == Category.COMMA;
    }
    for (int i = time - 1; over && i >= Math.max(0, time - 2 * FARTHER); i--) {
      switch (sentence.category(i)) {
        case WHICH -> {
          return true;
        }
        case SEMICOLON, BUT, STOCK, ISSUER, INDEX -> {
          return false;
        }
        default -> {
          // look on
        }
      }
    }
    return false;
  }

  /** "closed down 4.2 percent at $23 on Thursday": a figure with its verb stands right before. */
  private static boolean isTold(Sentence sentence, int time) {
    boolean amount = false;
    for (int i = time - 1; i >= Math.max(0, time - FARTHER); i--) {
      switch (sentence.category(i)) {
        case MOTION, TRADE, REACH, MOVE, FLAT -> {
          return amount;
        }
        case BUT, SEMICOLON, WHICH, SAY, METRIC, STOCK, ISSUER, TIME -> {
          return false;
        }
        default -> amount |= sentence.category(i).isAmount();
      }
    }
    return false;
  }

  /** Which sort of time word it is, and how long before publication its day lies. */
  static List<String> of(TimeExpression time, @Nullable LocalDate published) {
    // by hand: a switch over types makes the JDK spin classes in every first answer
    SessionWords session = time.session();
    if (session instanceof SessionWords.OnWeekday on) {
      return List.of("sort:weekday", ago(daysAgo(on, published)));
    }
    if (session instanceof SessionWords.OnDate on) {
      return List.of("sort:date", ago(daysAgo(on, published)));
    }
    if (session instanceof SessionWords.DaysFromPublication from) {
      return List.of("sort:days", ago(-from.days()));
    }
    if (session instanceof SessionWords.SessionsFromPublication from) {
      return List.of("sort:sessions", ago(-from.sessions()));
    }
    return List.of("sort:stretch", "ago:");
  }

  private static long daysAgo(SessionWords.OnWeekday on, @Nullable LocalDate published) {
    return published == null
        ? -1
        : Math.floorMod(published.getDayOfWeek().getValue() - on.day().getValue(), WEEK)
            + (on.previousWeek() ? WEEK : 0);
  }

  private static long daysAgo(SessionWords.OnDate on, @Nullable LocalDate published) {
    return published == null ? -1 : ChronoUnit.DAYS.between(on.date(), published);
  }

  /** Today, the day before, up to four days, longer; nothing where that is not known. */
  private static String ago(long days) {
    return days < 0 ? "ago:" : days > FAR ? "ago:5" : days > 1 ? "ago:2" : "ago:" + days;
  }
}
