package io.quotemark.claims.times;

import io.quotemark.claims.language.Folder;
import io.quotemark.claims.language.Language;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClockTime;
import io.quotemark.domain.price.PriceField;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time of day that a sentence says its price is of, and whether a move is said to have been
 * pared since: by the patterns of the language's {@code moments.tsv}. A sentence of two times says
 * of no figure which it is of.
 */
public final class Moments {
  private static final Map<String, Moments> LOADED = new ConcurrentHashMap<>();
  private static final int NOON = 12;

  /** A time further from its figure is another clause's. */
  private static final int REACH = 60;

  private final List<Pattern> times = new ArrayList<>();
  private final Map<Pattern, LocalTime> parts = new HashMap<>();
  private final Map<String, ZoneId> zones = new HashMap<>();
  private final List<Pattern> afternoon = new ArrayList<>();
  private final List<Pattern> pared = new ArrayList<>();

  private Moments(Folder folder) {
    for (List<String> row : folder.rows("moments.tsv")) {
      switch (row.getFirst()) {
        case "zone" -> {
          for (String name : row.get(1).split("\\|", -1)) {
            zones.put(key(name), ZoneId.of(row.get(2)));
          }
        }
        case "time" -> times.add(pattern(row.get(1)));
        case "part" -> parts.put(pattern(row.get(1)), LocalTime.parse(row.get(2)));
        case "afternoon" -> afternoon.add(pattern(row.get(1)));
        case "taken_back" -> pared.add(pattern(row.get(1)));
        default -> {
          // the header
        }
      }
    }
  }

  public static Moments of(Language language) {
    return LOADED.computeIfAbsent(language.code(), code -> new Moments(Folder.of(code)));
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace(".", "").strip();
  }

  /** A time, and where in the sentence it stands. */
  private record Found(ClockTime clock, int start, int end) {}

  /** What the sentences of a text say of the time of its claims' prices. */
  public OfText in(Tokens tokens) {
    return new OfText(tokens);
  }

  /** Looks through each sentence once, however many claims it makes. */
  public final class OfText {
    private final Tokens tokens;
    private final Map<Integer, List<Found>> found = new HashMap<>();
    private final Map<Integer, Boolean> takenBack = new HashMap<>();

    private OfText(Tokens tokens) {
      this.tokens = tokens;
    }

    /** The claim with what its sentence says of the time of its price. */
    public Claim of(Claim claim) {
      int number = claim.wording().sentence();
      if (number < 0 || number >= tokens.sentenceCount() || (times.isEmpty() && pared.isEmpty())) {
        return claim;
      }
      return switch (claim.kind()) {
        case PRICE_LEVEL, MOVE_PCT, MOVE_ABS, INDEX_LEVEL, INDEX_MOVE_PCT, INDEX_MOVE_PTS ->
            timed(claim, number);
        case PEAK_MOVE_PCT -> isTakenBack(number) ? claim.toBuilder().ended(true).build() : claim;
        default -> claim;
      };
    }

    private boolean isTakenBack(int number) {
      return takenBack.computeIfAbsent(
          number,
          n -> {
            String sentence = sentence(tokens, n);
            return pared.stream().anyMatch(one -> one.matcher(sentence).find());
          });
    }

    private Claim timed(Claim claim, int number) {
      PriceField field = claim.field();
      boolean ofAMoment = field == null || field == PriceField.LAST;
      if (!ofAMoment) {
        return claim;
      }
      List<Found> here = found.computeIfAbsent(number, n -> found(sentence(tokens, n)));
      if (here.size() != 1) {
        return claim;
      }
      int begin = tokens.offsets().codePoint(start(tokens, number));
      Found one = here.getFirst();
      int apart =
          Math.max(begin + one.start() - claim.at().end(), claim.at().start() - begin - one.end());
      return apart <= REACH ? claim.toBuilder().clock(one.clock()).build() : claim;
    }
  }

  private static int start(Tokens tokens, int sentence) {
    return tokens.get(tokens.sentenceStart(sentence)).start();
  }

  private static String sentence(Tokens tokens, int sentence) {
    int last = tokens.sentenceEnd(sentence) - 1;
    return tokens.text().substring(start(tokens, sentence), tokens.get(last).end());
  }

  private List<Found> found(String sentence) {
    List<Found> found = new ArrayList<>();
    for (Pattern pattern : times) {
      Matcher matcher = pattern.matcher(sentence);
      while (matcher.find()) {
        @Nullable ClockTime clock = clock(matcher);
        if (clock != null) {
          add(found, clock, matcher, sentence);
        }
      }
    }
    for (Map.Entry<Pattern, LocalTime> part : parts.entrySet()) {
      Matcher matcher = part.getKey().matcher(sentence);
      while (matcher.find()) {
        add(found, new ClockTime(part.getValue(), null, true), matcher, sentence);
      }
    }
    return found;
  }

  /** Two patterns may find the same time. */
  private static void add(List<Found> found, ClockTime clock, Matcher matcher, String sentence) {
    int start = sentence.codePointCount(0, matcher.start());
    int end = sentence.codePointCount(0, matcher.end());
    boolean known = found.stream().anyMatch(one -> start < one.end() && one.start() < end);
    if (!known) {
      found.add(new Found(clock, start, end));
    }
  }

  /** Groups {@code hour}, {@code minute}, {@code dayhalf} and {@code zone}; null for no time. */
  private @Nullable ClockTime clock(Matcher matcher) {
    Map<String, Integer> groups = matcher.pattern().namedGroups();
    int hour = Integer.parseInt(matcher.group("hour"));
    String minute = groups.containsKey("minute") ? matcher.group("minute") : null;
    String half = groups.containsKey("dayhalf") ? matcher.group("dayhalf") : null;
    String zone = groups.containsKey("zone") ? matcher.group("zone") : null;
    if (half != null) {
      if (hour < 1 || hour > NOON) {
        return null;
      }
      boolean later = afternoon.stream().anyMatch(one -> one.matcher(half).matches());
      hour = hour % NOON + (later ? NOON : 0);
    }
    try {
      return new ClockTime(
          LocalTime.of(hour, minute == null ? 0 : Integer.parseInt(minute)),
          zone == null ? null : zones.get(key(zone)),
          false);
    } catch (DateTimeException impossible) {
      return null;
    }
  }
}
