package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Discourse;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.figures.Figure;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.SessionReading;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attachments of one sentence's figures. */
public final class Attachments {
  private final Discourse discourse;
  private final Hours hours;
  private final TimeAttachment times;
  private final SubjectAttachment subjects;
  private final SessionAttachment sessions;
  private final WindowAttachment windows;
  private final Distribution distribution;
  private final CurrencyPairs pairs;
  private final OnlyDay only;
  private final Closes closes;
  private final Indices indices;
  private final SessionChoice choice;

  /**
   * @param published the article's day, null where it is not known
   */
  public Attachments(Sentence sentence, Discourse discourse, @Nullable LocalDate published) {
    this.discourse = discourse;
    this.hours = new Hours(sentence, discourse.hours());
    this.times = new TimeAttachment(sentence, hours);
    this.subjects = new SubjectAttachment(sentence, discourse);
    this.sessions = new SessionAttachment(sentence, times);
    this.windows = new WindowAttachment(sentence, times, discourse);
    this.distribution = new Distribution(sentence, discourse);
    this.indices = new Indices(sentence, discourse);
    this.pairs = new CurrencyPairs(sentence, discourse);
    this.only = new OnlyDay(sentence);
    this.closes = new Closes(sentence);
    this.choice = new SessionChoice(sentence, hours, published);
  }

  /** Whom the match speaks of where it speaks of several: "X and Y both rose 2%"; else empty. */
  public List<Subject> several(Match match) {
    return distribution.of(match);
  }

  /**
   * @param oneOfSeveral who of several shares the figure; null where it is of one
   */
  public Subject subject(Figure figure, @Nullable Subject oneOfSeveral) {
    return subjects.of(figure, oneOfSeveral);
  }

  /** Null for an old price of a session that nothing says. */
  public @Nullable SessionWords sessionOrNone(Figure figure, Subject subject) {
    SessionWords session = sessions.of(figure, subject);
    return session instanceof SessionWords.Unstated ? only.of(figure) : session;
  }

  /** The session of a figure; unstated where no word says. */
  public SessionWords session(Figure figure, Subject subject) {
    SessionWords session = sessionOrNone(figure, subject);
    return session == null ? SessionWords.Unstated.UNSTATED : session;
  }

  /** The sessions a figure can be read of, the likeliest first. */
  public List<SessionReading> sessions(Match match, SessionWords chosen) {
    return choice.of(match, chosen);
  }

  /** The stretch a return was gathered over; null for a move of one session. */
  public @Nullable TimeExpression window(Figure figure, Subject subject) {
    return windows.of(figure, subject);
  }

  /** Open, pre or post market; null for the session itself. */
  public @Nullable PriceField hours(Match match, Subject subject) {
    return times.hours(match.anchor(), match.value(), subject);
  }

  /** Close or open, where the words say that the figure is of it; else null. */
  public @Nullable PriceField edge(Match match) {
    int anchor = match.anchor() < 0 ? match.value() : match.anchor();
    return closes.around(Math.min(anchor, match.value()), Math.max(anchor, match.value()));
  }

  /** Open, pre or post market, as the words beside the figure say; else null. */
  public @Nullable PriceField hoursSaid(Match match) {
    return times.hoursSaid(match.anchor(), match.value());
  }

  /** The pair that a rate is of; null where the words do not say, and the usual one is meant. */
  public @Nullable ListingId pair(Subject currency, @Nullable String figure) {
    return pairs.of(currency, figure);
  }

  /** The currency of a rate that prints none. */
  public @Nullable String stated(Subject currency, @Nullable ListingId pair) {
    return pairs.stated(currency, pair);
  }

  /** The currency with the listing of the pair. */
  public Subject quoted(Subject currency, @Nullable ListingId pair) {
    return pairs.quoted(currency, pair);
  }

  /**
   * A currency with the listing of the pair its move or high is of; all others as they are.
   *
   * @param figure the currency of a rate beside it, else null
   */
  public Subject inPair(Subject subject, @Nullable String figure) {
    return subject.kind() == Subject.Kind.CURRENCY
        ? pairs.quoted(subject, pairs.of(subject, figure))
        : subject;
  }

  /**
   * Hands on to the next sentences what this one spoke of.
   *
   * @param stated the hours that its claims are of, null for those of the session
   */
  public void told(List<@Nullable PriceField> stated) {
    discourse.indexed(indices.said());
    discourse.traded(hours.told(stated), hours.ended());
    TimeExpression stretch = windows.ofAll();
    if (!stated.isEmpty() || stretch != null || !discourse.framedByYear()) {
      discourse.framed(stretch, windows.told());
    }
  }
}
