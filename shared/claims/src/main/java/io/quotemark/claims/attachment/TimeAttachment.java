package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.figures.Elsewhere;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.price.PriceField;
import org.jspecify.annotations.Nullable;

/** The words of time and of trading hours around a figure. */
public final class TimeAttachment {
  private static final int REACH = 8;

  private final Sentence sentence;
  private final Hours hours;

  public TimeAttachment(Sentence sentence, Hours hours) {
    this.sentence = sentence;
    this.hours = hours;
  }

  /** The session the figure belongs to; unstated where no word says. */
  public SessionWords session(int anchor, int value) {
    TimeExpression time = time(anchor, value, false);
    return time == null || time.session() == null ? SessionWords.Unstated.UNSTATED : time.session();
  }

  /**
   * The session of a comparison that ends before chunk {@code end}: named within it, else right
   * behind: "the biggest gain since May on Friday".
   */
  public SessionWords session(int anchor, int value, int end) {
    SessionWords within = session(anchor, value);
    if (!(within instanceof SessionWords.Unstated) || end >= sentence.size()) {
      return within;
    }
    SessionWords behind = session(end, end);
    return behind instanceof SessionWords.Period ? within : behind;
  }

  /** The day of the price that the chunk is an aside to: "closed at $5 on Tuesday, its lowest". */
  public SessionWords asideTo(int start) {
    int i = sentence.category(start - 1) == Category.ITS ? start - 2 : start - 1;
    if (sentence.category(i) != Category.COMMA && sentence.category(i) != Category.DASH) {
      return SessionWords.Unstated.UNSTATED;
    }
    for (i--; i >= 0; i--) {
      switch (sentence.category(i)) {
        case TIME -> {
          TimeExpression time = fits(i, false) ? sentence.time(i) : null;
          return time == null || time.session() == null
              ? SessionWords.Unstated.UNSTATED
              : time.session();
        }
        case MONEY, NUM, PTS, PCT, AT, TO, BY, OR, IN, VENUE, COMMA -> {
          // the price
        }
        default -> {
          return SessionWords.Unstated.UNSTATED;
        }
      }
    }
    return SessionWords.Unstated.UNSTATED;
  }

  /** The session named right behind the figure; unstated where none is. */
  public SessionWords behind(int value) {
    for (int i = value + 1; i < Math.min(sentence.size(), value + REACH) && !ends(i); i++) {
      TimeExpression time = fits(i, false) ? sentence.time(i) : null;
      if (time != null && time.session() != null) {
        return time.session();
      }
    }
    return SessionWords.Unstated.UNSTATED;
  }

  /** The stretch a return is measured over, else null. */
  public @Nullable TimeExpression period(int anchor, int value) {
    return time(anchor, value, true);
  }

  private @Nullable TimeExpression time(int anchor, int value, boolean period) {
    int last = Math.max(anchor, value);
    int first = anchor < 0 ? value : Math.min(anchor, value);
    for (int i = first; i <= last; i++) {
      if (fits(i, period)) {
        return sentence.time(i);
      }
    }
    TimeExpression behind = behind(last, period);
    TimeExpression beside = behind == null ? before(first, period) : behind;
    return beside == null ? leading(first, period) : beside;
  }

  private @Nullable TimeExpression behind(int last, boolean period) {
    for (int i = last + 1; i < Math.min(sentence.size(), last + REACH); i++) {
      if (OtherDays.ofFormerPrice(sentence, i)) {
        return null;
      }
      if (fits(i, period) && !OtherDays.ofOwnedMove(sentence, i)) {
        return sentence.time(i);
      }
      if (ends(i)) {
        return null;
      }
    }
    return null;
  }

  private @Nullable TimeExpression before(int first, boolean period) {
    for (int i = first - 1; i >= Math.max(0, first - REACH); i--) {
      if (fits(i, period)) {
        return sentence.time(i);
      }
      if (sentence.category(i) == Category.COMMA && setOff(i, period)) {
        return sentence.time(i - 1);
      }
      SessionWords day = period ? null : Elsewhere.dayOfWhen(sentence, i);
      if (day != null) {
        return TimeExpression.session(sentence.get(i).to(), day);
      }
      if (isOwnFigure(i, first)) {
        continue;
      }
      if (begins(i) || (period && sentence.category(i) == Category.AND && i == first - 1)) {
        return null;
      }
    }
    return null;
  }

  /** "金曜日、1.1%下落し1.1068ドルを付けた": the verb's own figure stands before it. */
  private boolean isOwnFigure(int i, int verb) {
    return sentence.caseless()
        && i == verb - 1
        && sentence.category(verb) == Category.MOTION
        && sentence.category(i).isAmount();
  }

  /** Whether the clause of what stands behind the chunk begins there. */
  private boolean begins(int i) {
    return switch (sentence.category(i)) {
      case MOTION, BUT, SEMICOLON, WHICH, COMMA -> true;
      case DASH -> dashBefore(i);
      default -> sentence.category(i).isAmount();
    };
  }

  /** Whether the dash closes an aside: "shares -- up since April 19 -- were down". */
  private boolean dashBefore(int dash) {
    for (int i = 0; i < dash; i++) {
      if (sentence.category(i) == Category.DASH) {
        return true;
      }
    }
    return false;
  }

  /** A time before the comma that is a phrase of its own: ", over the past year, it rose". */
  private boolean setOff(int comma, boolean period) {
    return comma > 0
        && fits(comma - 1, period)
        && (sentence.caseless()
            || switch (sentence.category(comma - 2)) {
              case STOP, COMMA, SEMICOLON, BUT, COLON, AND, WHICH -> true;
              default -> false;
            });
  }

  /** A time that opens the sentence speaks for all of it: "Over the last year alone, …". */
  private @Nullable TimeExpression leading(int first, boolean period) {
    for (int i = 0; i < Math.min(4, first); i++) {
      boolean closed =
          sentence.category(i + 1) == Category.COMMA
              || (sentence.category(i + 1) == Category.WORD
                  && sentence.category(i + 2) == Category.COMMA)
              || (i == 0 && period);
      if (fits(i, period) && closed) {
        return sentence.time(i);
      }
      if (sentence.category(i).isAmount() || sentence.category(i) == Category.MOTION) {
        break;
      }
    }
    return null;
  }

  private boolean fits(int i, boolean period) {
    TimeExpression time = sentence.category(i) == Category.TIME ? sentence.time(i) : null;
    // "up 2% from Friday" compares with Friday; the move is another day's
    int before = sentence.category(i - 1) == Category.ITS ? i - 2 : i - 1;
    Category from = sentence.category(before);
    boolean since = from == Category.TIME && isOpen(before) && !isOpen(i);
    boolean crossed = from == Category.CROSS && !sentence.get(before).has("verb");
    boolean compared = from == Category.FROM || from == Category.THAN;
    boolean reference = !period && (compared || crossed || since);
    return time != null
        && !reference
        && !(period && another(i))
        && (period ? time.isPeriod() : time.session() != null);
  }

  private boolean isOpen(int i) {
    TimeExpression time = sentence.time(i);
    return time != null && time.openSince();
  }

  /** "this year's high", "2020年以来最大の下落": the stretch is the extreme's, not the return's. */
  private boolean another(int i) {
    TimeExpression time = sentence.time(i);
    boolean date = time != null && (time.since() != null || time.openSince());
    return switch (sentence.category(i + 1)) {
      case PEAK, RECORDPEAK -> sentence.caseless() || !date;
      case BIGGEST -> sentence.caseless();
      default -> false;
    };
  }

  /** "aims at records in 2012 and its shares rose 2% to $40": the year is not the shares'. */
  boolean isOfAnotherClause(TimeExpression said, int anchor) {
    boolean subject = false;
    boolean joined = false;
    for (int i = anchor - 1; i >= 0 && !said.equals(sentence.time(i)); i--) {
      switch (sentence.category(i)) {
        case STOCK, ISSUER, NAME, INDEX -> subject = true;
        case AND -> joined |= subject;
        default -> {
          // look on
        }
      }
    }
    return joined;
  }

  /** Whether what follows speaks of another move. */
  private boolean ends(int i) {
    return ends(sentence, hours, i);
  }

  static boolean ends(Sentence sentence, Hours hours, int i) {
    Category before = sentence.category(i - 1);
    boolean in =
        before == Category.IN
            && (sentence.category(i) == Category.STOCK || sentence.category(i) == Category.INDEX);
    if (in || (before == Category.OF && sentence.category(i) == Category.STOCK)) {
      return false; // "on the Nasdaq on Thursday"
    }
    if (sentence.category(i) == Category.BUT && sentence.category(i + 1) == Category.CURRENCY) {
      return false; // "versus the dollar on Thursday"
    }
    if (sentence.category(i) == Category.FROM && hours.fromClose(i)) {
      return true;
    }
    return switch (sentence.category(i)) {
      case MOTION,
          BUT,
          SEMICOLON,
          ISSUER,
          INDEX,
          STOCK,
          WHICH,
          AND,
          REACH,
          PEAK,
          HIGHEST,
          BIGGEST,
          BESTDAY,
          MOST,
          UNSEEN,
          FLAT,
          METRIC,
          MOVE,
          SAY ->
          true;
      default -> false;
    };
  }

  /**
   * Open, pre or post market, as the words around the figure say, or those of the sentences before
   * where these do not; else null.
   */
  public @Nullable PriceField hours(int anchor, int value, Subject subject) {
    PriceField said = hoursSaid(anchor, value);
    boolean share = subject.kind() == Subject.Kind.STOCK || subject.kind() == Subject.Kind.COMPANY;
    if (said != null || !share) {
      return said;
    }
    if (hours.afterClose(anchor, value)) {
      return PriceField.POST;
    }
    boolean open = session(anchor, value) instanceof SessionWords.Unstated;
    return open ? hours.carried() : null;
  }

  /** Open, pre or post market, as the words beside the figure say; else null. */
  public @Nullable PriceField hoursSaid(int anchor, int value) {
    return hours.of(anchor, value);
  }
}
