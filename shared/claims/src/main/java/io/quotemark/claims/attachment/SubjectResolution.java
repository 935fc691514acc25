package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Discourse;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.discourse.Subject.Kind;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.WordGroup;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a word of motion or a level is about, by syntax: the head of the nearest noun phrase
 * to its left, past figures, times and clauses set off by commas.
 */
public final class SubjectResolution {
  /** How far behind its verb the comma of a clause in front may stand. */
  private static final int FRONTED = 9;

  /** How far behind a noun that opens a German sentence its subject may stand. */
  private static final int BEHIND_VERB = 9;

  private final Sentence sentence;
  private final Discourse discourse;
  private final Heads heads;

  /** The one of several that is being spoken of. */
  private @Nullable Subject forced;

  public SubjectResolution(Sentence sentence, Discourse discourse) {
    this.sentence = sentence;
    this.discourse = discourse;
    this.heads = new Heads(sentence, discourse);
  }

  /** What the verb at {@code anchor} is about. */
  public Subject of(int anchor) {
    if (forced != null) {
      return forced;
    }
    Subject fronted = fronted(anchor);
    if (fronted != null) {
      return fronted;
    }
    Subject index = relative(anchor);
    if (index != null) {
      return index;
    }
    int from = Asides.before(sentence, anchor);
    boolean dash = from < anchor && sentence.category(from + 1) == Category.DASH;
    return from < anchor ? scan(from, !dash) : scan(anchor - 1, false);
  }

  /**
   * "After sliding 5%, X closed …": the subject of a participle in front comes behind the comma.
   */
  private @Nullable Subject fronted(int anchor) {
    boolean participle =
        sentence.category(anchor) == Category.MOTION
            && sentence
                .language()
                .ends(
                    WordGroup.PARTICIPLE_ENDING,
                    sentence.tokens().get(sentence.get(anchor).from()).lower());
    boolean front =
        participle && (anchor == 0 || (anchor == 1 && sentence.category(0) == Category.BUT));
    for (int i = anchor + 1; front && i + 1 < Math.min(sentence.size(), anchor + FRONTED); i++) {
      if (sentence.category(i) == Category.COMMA) {
        for (int j = i + 1; j < Math.min(sentence.size(), i + 6); j++) {
          Subject found = sentence.category(j) == Category.COMMA ? null : heads.at(j);
          if (found != null && (found.kind() != Kind.COMPANY || !named(j + 1))) {
            return found;
          }
        }
        return null;
      }
    }
    return null;
  }

  /** "outpacing the S&P 500, which added 0.4 percent": the index of a relative clause. */
  private @Nullable Subject relative(int anchor) {
    boolean clause =
        sentence.category(anchor - 1) == Category.WHICH
            && sentence.category(anchor - 2) == Category.COMMA
            && sentence.category(anchor - 3) == Category.INDEX;
    return clause ? heads.at(anchor - 3) : null;
  }

  /** Whether the company before it owns what stands at the chunk: "X shares", "X's shares". */
  private boolean named(int i) {
    return sentence.category(i) == Category.STOCK
        || (sentence.category(i) == Category.POSSESSIVE
            && sentence.category(i + 1) == Category.STOCK);
  }

  public void force(@Nullable Subject subject) {
    forced = subject;
  }

  /** What the phrase that begins at {@code start} is about, words between not regarded. */
  public Subject loosely(int start) {
    if (forced != null) {
      return forced;
    }
    Subject turned = turned(start);
    if (turned != null) {
      return turned;
    }
    int from = start - 1;
    while (sentence.category(from) == Category.ITS
        || sentence.category(from) == Category.POSSESSIVE) {
      from--;
    }
    return scan(from, true);
  }

  /** What a noun ("a 3% gain in X's shares") is about: behind it, else before it. */
  public Subject ofNoun(int noun) {
    if (forced != null) {
      return forced;
    }
    int next =
        sentence.category(noun) == Category.MOVE && sentence.category(noun + 1).isAmount()
            ? noun + 2
            : noun + 1;
    Subject behind = behindNoun(next);
    if (behind != null) {
      return behind;
    }
    Subject reported = reported(next);
    if (reported != null) {
      return reported;
    }
    Subject after = sentence.language().verbSecond() && noun <= 2 ? behindVerb(noun) : null;
    return after == null ? scan(noun - 1, true) : after;
  }

  /** "(a gain) in X's shares", where a preposition follows the noun. */
  private @Nullable Subject behindNoun(int next) {
    switch (sentence.category(next)) {
      case IN, OF, BY -> {
        // what it is a gain of
      }
      default -> {
        return null;
      }
    }
    for (int i = next + 1; i < Math.min(sentence.size(), next + 6); i++) {
      Subject found = heads.at(i);
      boolean owner =
          found != null
              && found.kind() == Kind.COMPANY
              && sentence.category(i + 1) == Category.POSSESSIVE;
      if (found != null && !owner) {
        return found;
      }
      boolean ends =
          sentence.category(i) == Category.COMMA || sentence.category(i) == Category.MOTION;
      if (found == null && ends) {
        return null;
      }
    }
    return null;
  }

  /** "(a 3 percent rise) in July same-store sales", "(higher) revenues": what no share is. */
  public @Nullable Subject reported(int behind) {
    for (int i = behind; i < Math.min(sentence.size(), behind + 4); i++) {
      Subject found = i > behind ? heads.at(i) : null;
      if (found != null && found.kind() == Kind.OTHER) {
        return found;
      }
      boolean time = i == behind && sentence.category(i) == Category.TIME;
      if (!time
          && sentence.category(i) != Category.WORD
          && sentence.category(i) != Category.VENUE) {
        return null;
      }
    }
    return null;
  }

  /** The same for the level behind the gain: "Mit einem Plus von 4 Prozent auf 38 Euro …". */
  private @Nullable Subject turned(int figure) {
    boolean gain = false;
    for (int i = 0; sentence.language().verbSecond() && i < figure; i++) {
      if (heads.at(i) != null) {
        return null;
      }
      gain |= i <= 2 && sentence.category(i) == Category.MOVE;
    }
    return gain ? behindVerb(figure) : null;
  }

  /** "Mit einem Plus von 4 Prozent setzten sich X an die Spitze": the verb turns subject round. */
  private @Nullable Subject behindVerb(int noun) {
    for (int i = noun + 1; i < Math.min(sentence.size(), noun + BEHIND_VERB); i++) {
      Category category = sentence.category(i);
      if (category == Category.COMMA || category == Category.MOTION || category == Category.BUT) {
        return null;
      }
      Subject found = heads.at(i);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private Subject scan(int from, boolean loose) {
    boolean unknown = false;
    boolean adjacent = !loose;
    boolean crossed = false;
    for (int i = from; i >= 0; i--) {
      Subject found = heads.ofClause(i);
      if (found != null) {
        boolean index = found.kind() == Kind.INDEX && !crossed;
        boolean referred = sentence.category(i) == Category.PRONOUN;
        boolean sure = !unknown || found.kind() == Kind.STOCK || !found.trades();
        return sure || index || referred ? found : Subject.NOBODY;
      }
      Category category = sentence.category(i);
      crossed |= category == Category.COMMA;
      if (category == Category.WORD || heads.beats(i)) {
        unknown |= adjacent && !sentence.caseless() && !adverb(i);
      } else if (!Asides.isWhen(category) && category != Category.MODAL) {
        adjacent = false;
      }
      if (category == Category.SEMICOLON && i < from - 1) {
        break;
      }
    }
    return unknown ? Subject.NOBODY : unnamed(from);
  }

  /**
   * The only one that a sentence names, behind the figure: "Friday's 3 percent gain took X by
   * surprise"; null where another clause, somebody's words or figures that are no prices follow.
   */
  private @Nullable Subject alone(int from) {
    Subject only = null;
    for (int i = from; i < sentence.size(); i++) {
      switch (sentence.category(i)) {
        case COMMA, SEMICOLON, COLON, SAY, WHICH, MODAL, DEAL, TARGET, METRIC, CAP, DASH -> {
          return null;
        }
        default -> {
          Subject found = heads.at(i);
          if (found != null && found.trades() && found.name() != null) {
            if (only != null && !found.name().equals(only.name())) {
              return null;
            }
            only = found;
          } else if (found != null) {
            return null;
          }
        }
      }
    }
    return only;
  }

  /** Whom a clause speaks of that names nobody. */
  private Subject unnamed(int from) {
    Subject alone = alone(from + 1);
    if (alone != null) {
      return alone;
    }
    boolean fragment = discourse.subject() == null && from < 3 && sentence.number() == 0;
    return fragment || sentence.tradesByContext()
        ? new Subject(Kind.STOCK, 0, discourse.issuer() == null ? only() : discourse.issuer(), null)
        : carried();
  }

  /** "周二收盘价30.5港元，小米上涨2.2%": the one company that the sentence names later on. */
  private @Nullable Mention only() {
    Mention only = null;
    for (int i = 0; i < sentence.size(); i++) {
      Mention name = sentence.category(i) == Category.ISSUER ? sentence.name(i) : null;
      if (name != null && only != null && !name.named().equals(only.named())) {
        return null;
      }
      only = name == null ? only : name;
    }
    return only;
  }

  private boolean adverb(int i) {
    String word = sentence.tokens().get(sentence.get(i).from()).lower();
    return word.length() == 1 || sentence.language().ends(WordGroup.ADVERB_ENDING, word);
  }

  private Subject carried() {
    return discourse.subject() == null ? Subject.NOBODY : discourse.subject();
  }
}
