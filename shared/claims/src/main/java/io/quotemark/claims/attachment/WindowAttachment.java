package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Discourse;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.figures.Figure;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a return over a stretch of time from the move of one session. */
public final class WindowAttachment implements Attachment<TimeExpression> {
  private static final int REACH = 6;

  /** How far from a move its points and its level stand. */
  private static final int BESIDE = 4;

  private final Sentence sentence;
  private final TimeAttachment times;
  private final Discourse discourse;
  private final ReferencePrices references;

  /** The stretch of the last return in this sentence. */
  private @Nullable TimeExpression last;

  private int lastHead = -1;

  /** The hit asked about last and the answer: who sets a stretch must not inherit it. */
  private @Nullable Match asked;

  private @Nullable TimeExpression answered;

  private @Nullable TimeExpression year;
  private boolean mixed;

  /** Whose returns over the stretch that opens the sentence it tells. */
  private final Set<String> told = new HashSet<>();

  /** Whether some figure is not measured over the stretch that opens the sentence. */
  private boolean apart;

  public WindowAttachment(Sentence sentence, TimeAttachment times, Discourse discourse) {
    this.sentence = sentence;
    this.times = times;
    this.discourse = discourse;
    this.references = new ReferencePrices(sentence);
  }

  /** Null for a move of one session. */
  @Override
  public @Nullable TimeExpression of(Figure figure, @Nullable Subject about) {
    Subject subject = about == null ? Subject.NOBODY : about;
    int value = figure.match().value();
    if (figure instanceof Figure.Multiple multiple && multiple.noun()) {
      return times.period(value + 1, value + 1);
    }
    return figure instanceof Figure.Move || figure instanceof Figure.Multiple
        ? of(figure.match(), subject)
        : null;
  }

  private @Nullable TimeExpression of(Match match, Subject subject) {
    if (match.equals(asked)) {
      return answered;
    }
    int anchor = match.anchor() < 0 ? match.value() : match.anchor();
    TimeExpression found = find(match, anchor, subject);
    asked = match;
    answered = found;
    boolean calendar = found != null && found.window() instanceof Window.CalendarYear;
    boolean other = year != null && found != null && !Objects.equals(year.window(), found.window());
    mixed |= !calendar || other;
    year = calendar ? found : year;
    TimeExpression opening = opening();
    apart |= opening == null || found == null || !Objects.equals(opening.window(), found.window());
    told.add(subject.printed());
    if (found != null) {
      last = found;
      lastHead = subject.head();
    }
    return found;
  }

  private @Nullable TimeExpression find(Match match, int anchor, Subject subject) {
    int next = match.value() + 1;
    TimeExpression open = TimeExpression.openSince(sentence.get(match.value()).to());
    boolean ago =
        yearAgo(next) || (sentence.category(next) == Category.COMPARATIVE && yearAgo(next + 1));
    if (ago && isShare(subject) && !isReport(anchor)) {
      return TimeExpression.window(
          sentence.get(next).to(), new Window.Last(1, Window.Unit.Y)); // "up 3% from a year ago"
    }
    TimeExpression reference = references.of(next);
    if (reference != null) {
      return reference;
    }
    if (sentence.category(anchor - 1) == Category.DEAL || yearAgo(next)) {
      return open;
    }
    if (event(match.start() - 1) && sentence.category(match.start()).isAmount()) {
      return null;
    }
    if (fallenFrom(anchor)) {
      return open;
    }
    TimeExpression period = times.period(anchor, match.value());
    TimeExpression said = period == null ? inWords(match) : period;
    if (said != null) {
      return levelFollows(match) && times.isOfAnotherClause(said, anchor) ? null : said;
    }
    if (last != null && contrasted(match, anchor, subject)) {
      return last;
    }
    return inFrame(match, anchor, subject) ? discourse.frame() : null;
  }

  /** Shares or an index, said so: a company's name alone may stand for its sales. */
  private static boolean isShare(Subject subject) {
    return subject.kind() == Subject.Kind.STOCK || subject.kind() == Subject.Kind.INDEX;
  }

  /** "revenue from stock trading, up 40 percent": figures of a company stand before the verb. */
  private boolean isReport(int anchor) {
    for (int i = 0; i < anchor; i++) {
      if (sentence.category(i) == Category.METRIC) {
        return true;
      }
    }
    return false;
  }

  /** "(up 3 percent) from a year earlier". */
  private boolean yearAgo(int next) {
    return sentence.category(next) == Category.WORD && sentence.get(next).has("yearago");
  }

  /** "a five-day gain", "rose in all": a stretch in the words of the match itself. */
  private @Nullable TimeExpression inWords(Match match) {
    // "4日ぶりに反発": the first rise in four days
    boolean again = sentence.language().countsBack();
    for (int i = Math.max(0, match.start() - 2); i < match.end(); i++) {
      Chunk chunk = sentence.get(i);
      if (chunk.skippedHas("sum") || chunk.has("sum")) {
        return TimeExpression.openSince(chunk.to());
      }
      if (isWeeks(i)) {
        return TimeExpression.window(chunk.to(), Window.ToDate.WTD);
      }
      String over = chunk.mark("over");
      boolean noun = chunk.category() == Category.MOVE || chunk.category() == Category.SPAN;
      if (over != null && noun) {
        return TimeExpression.window(chunk.to(), Running.of(over)); // "a weekly gain"
      }
      TimeExpression span = chunk.category() == Category.SPAN ? sentence.time(i) : null;
      if (span != null && !Running.isOneDay(span) && !again) {
        return span;
      }
    }
    return null;
  }

  /**
   * "In contrast, the index fell 9%", after a sentence on what a past year brought; or of another
   * index, "For the week, the Dow rose 2%. The Nasdaq gained 3%."
   */
  private boolean inFrame(Match match, int anchor, Subject subject) {
    return discourse.frame() != null
        && (discourse.framedByYear() || (!discourse.toldInFrame(subject.printed()) && alone(match)))
        && subject.kind() == Subject.Kind.INDEX
        && !levelFollows(match)
        && times.session(anchor, match.value()) instanceof SessionWords.Unstated;
  }

  /** Whether no day is named, and no points or level stand by the move: they are of a session. */
  private boolean alone(Match match) {
    for (int i = 0; i < sentence.size(); i++) {
      TimeExpression time = sentence.time(i);
      if (time != null && time.session() != null) {
        return false;
      }
    }
    int last = Math.min(sentence.size() - 1, match.value() + BESIDE);
    for (int i = Math.max(0, match.value() - BESIDE); i <= last; i++) {
      boolean figure =
          sentence.category(i) == Category.PTS
              || sentence.category(i) == Category.NUM
              || sentence.category(i) == Category.MONEY;
      if (figure) {
        return false;
      }
    }
    return true;
  }

  /**
   * The calendar year all returns of the sentence were measured over, or the stretch that it opens
   * with, "for the week"; null where not all were.
   */
  public @Nullable TimeExpression ofAll() {
    if (year != null || apart) {
      return mixed ? null : year;
    }
    return opening();
  }

  /** Whose figures the sentence tells, as printed. */
  public Set<String> told() {
    return Set.copyOf(told);
  }

  /** "For the year, …": a running stretch before the first comma of the sentence. */
  private @Nullable TimeExpression opening() {
    TimeExpression first = sentence.size() == 0 ? null : sentence.time(0);
    return first != null
            && sentence.category(1) == Category.COMMA
            && first.window() instanceof Window.ToDate
        ? first
        : null;
  }

  /** "从最高的38.5元跌至12.6元，跌幅达67%": from an old price that stands before. */
  private boolean fallenFrom(int anchor) {
    boolean from = false;
    for (int i = 0; sentence.caseless() && i < anchor; i++) {
      TimeExpression time = sentence.time(i);
      if (time != null && time.session() != null && !from) {
        return false; // "周四从163.3元跌到162.3元": the day's own move
      }
      from |= time != null && time.openSince();
      if (from && sentence.category(i) == Category.MONEY) {
        return true;
      }
    }
    return false;
  }

  /** "the biggest since an 11% fall on 28 April": the fall is the event, not a return since it. */
  private boolean event(int i) {
    TimeExpression since = sentence.category(i) == Category.TIME ? sentence.time(i) : null;
    return since != null
        && (since.openSince() || since.since() != null)
        && sentence.get(i).to() - sentence.get(i).from() == 1;
  }

  /** "up 13% this year while the index fell 2%": another subject, over the same stretch. */
  private boolean contrasted(Match match, int anchor, Subject subject) {
    for (int i = match.start(); i >= Math.max(1, match.start() - REACH); i--) {
      if (sentence.category(i) == Category.BUT) {
        String word =
            sentence
                .tokens()
                .printed(sentence.get(i).from(), sentence.get(i).to() - 1)
                .toLowerCase(java.util.Locale.ROOT);
        boolean other = subject.head() != lastHead;
        boolean perfect = sentence.isBehind(anchor, WordGroup.HAVE);
        return (sentence.language().words(WordGroup.CONTRAST).contains(word)
                && other
                && !levelFollows(match))
            || perfect;
      }
    }
    return false;
  }

  /** "fell 2% to $40": a level is of one session, and so is the move that led there. */
  private boolean levelFollows(Match match) {
    Category next = sentence.category(match.value() + 1);
    return next == Category.TO || next == Category.AT;
  }

  /** "The week's gain". */
  private boolean isWeeks(int i) {
    return sentence.category(i) == Category.WORD
        && sentence.category(i + 1) == Category.POSSESSIVE
        && sentence
            .language()
            .begins(WordGroup.WEEK, sentence.tokens().get(sentence.get(i).from()).lower());
  }
}
