package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.SessionReading;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.text.ShippedLines;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sessions a figure can be read of, by points. */
final class SessionChoice {
  private static final Map<String, Double> POINTS = points();

  private final Sentence sentence;
  private final Hours hours;
  private final @Nullable LocalDate published;

  SessionChoice(Sentence sentence, Hours hours, @Nullable LocalDate published) {
    this.sentence = sentence;
    this.hours = hours;
    this.published = published;
  }

  private static Map<String, Double> points() {
    Map<String, Double> points = new HashMap<>();
    for (List<String> row : ShippedLines.cells(SessionChoice.class, "session-points.tsv")) {
      points.put(row.getFirst(), Double.valueOf(row.get(1)));
    }
    return Map.copyOf(points);
  }

  private record Candidate(String words, SessionWords session, List<String> signs) {
    double weight() {
      double sum = 0;
      for (String sign : signs) {
        sum += POINTS.getOrDefault(sign, 0.0);
      }
      return Math.exp(sum);
    }
  }

  /** The likeliest first; none where the words' own order tells, or it is of no session. */
  List<SessionReading> of(Match match, SessionWords chosen) {
    boolean elsewhere = !(chosen instanceof SessionWords.Unstated) && !isNamed(chosen);
    if (elsewhere || match.rule().is(Rule.Flag.FORMER) || isCompared(match)) {
      return List.of();
    }
    int anchor = match.anchor() < 0 ? match.value() : match.anchor();
    int first = Math.min(anchor, match.value());
    int last = Math.max(anchor, match.value());
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      TimeExpression time = sentence.time(i);
      if (time != null
          && time.session() != null
          && (time.session().equals(chosen) || mayBe(i, anchor, first, last))) {
        List<String> signs = TimeSigns.of(sentence, i, first, last);
        signs.addAll(TimeSigns.of(time, published));
        if (time.session().equals(chosen)) {
          signs.add("syntax");
        }
        candidates.add(new Candidate(sentence.printed(i), time.session(), signs));
      }
    }
    candidates.add(new Candidate("", SessionWords.Unstated.UNSTATED, none(match, chosen)));
    return weighed(candidates);
  }

  /** What speaks for no time word of the sentence. */
  private List<String> none(Match match, SessionWords chosen) {
    List<String> none = new ArrayList<>(List.of("sort:none"));
    none.add(sentence.category(match.value()) == Category.PCT ? "figure:percent" : "figure:price");
    if (isOfStretch()) {
      none.add("sentence:stretch");
    }
    if (chosen instanceof SessionWords.Unstated) {
      none.add("syntax");
    }
    return none;
  }

  private static List<SessionReading> weighed(List<Candidate> candidates) {
    double all = 0;
    for (Candidate candidate : candidates) {
      all += candidate.weight();
    }
    List<SessionReading> readings = new ArrayList<>();
    for (Candidate one : candidates) {
      BigDecimal share = BigDecimal.valueOf(one.weight() / all).setScale(3, RoundingMode.HALF_UP);
      int place = readings.size();
      while (place > 0 && readings.get(place - 1).plausibility().compareTo(share) < 0) {
        place--;
      }
      readings.add(
          place,
          new SessionReading(one.words(), one.session(), share, String.join(" ", one.signs())));
    }
    return readings;
  }

  /** Whether the time word can be the figure's at all, whatever stands between. */
  private boolean mayBe(int time, int anchor, int first, int last) {
    // "its record high of $30, hit on Monday": no day before it is the day of an old price
    boolean old = isOld(sentence.category(anchor)) && time < first;
    return !old && !isOfClose(last, time) && !isOfEvent(time);
  }

  /** "ahead of Wednesday's report": the day is what the report is of. */
  private boolean isOfEvent(int time) {
    return sentence.category(time - 1) == Category.BUT
        && sentence.category(time + 1) == Category.POSSESSIVE
        && sentence.category(time + 2) != Category.TRADE
        && sentence.category(time + 2) != Category.HOURS;
  }

  /** "from a close of $23 on Thursday": the day is that price's. */
  private boolean isOfClose(int last, int time) {
    for (int i = last + 1; i < time; i++) {
      if (sentence.category(i) == Category.FROM && hours.fromClose(i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOld(Category anchor) {
    return anchor == Category.PEAK || anchor == Category.PRICE || anchor == Category.RECORD;
  }

  /** Whether the sentence names a stretch of time that a return may be measured over. */
  private boolean isOfStretch() {
    for (int i = 0; i < sentence.size(); i++) {
      TimeExpression time = sentence.time(i);
      if (time != null && (time.isPeriod() || time.since() != null)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNamed(SessionWords session) {
    for (int i = 0; i < sentence.size(); i++) {
      TimeExpression time = sentence.time(i);
      if (time != null && session.equals(time.session())) {
        return true;
      }
    }
    return false;
  }

  /** "down 20 percent from its high", "had risen 32 percent from $12": not of one session. */
  private boolean isCompared(Match match) {
    for (int i = Math.max(0, match.anchor()); i < match.value(); i++) {
      if (sentence.category(i) == Category.FROM) {
        return true;
      }
    }
    int next = match.value() + 1;
    Category category = sentence.category(next);
    Category behind = category == Category.COMPARATIVE ? sentence.category(next + 1) : category;
    boolean price = sentence.category(match.value()) != Category.PCT;
    return !price
        && (behind == Category.FROM
            || behind == Category.THAN
            || behind == Category.CROSS
            || (match.anchor() >= 0 && sentence.isBehind(match.anchor(), WordGroup.HAVE)));
  }
}
