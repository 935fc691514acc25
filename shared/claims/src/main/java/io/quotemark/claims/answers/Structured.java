package io.quotemark.claims.answers;

import io.quotemark.claims.answers.Lines.Range;
import io.quotemark.claims.entities.EntityFinder;
import io.quotemark.claims.entities.ListingChooser;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.price.PriceField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The structured statements of an answer, and what they leave of its text. */
public final class Structured {
  /** How far behind its label a figure may stand, in code points. */
  private static final int LABEL = 30;

  /** A claim's words are no longer, in code points. */
  private static final int LONGEST = 400;

  private final AnswerText of;
  private final List<Draft> drafts;
  private final List<Range> whole;

  Structured(AnswerText of, List<Draft> drafts, List<Range> whole) {
    this.of = of;
    this.drafts = List.copyOf(drafts);
    this.whole = List.copyOf(whole);
  }

  /** Signs of emphasis, which are no part of a sentence. */
  private static final String EMPHASIS = "*_`#|";

  /**
   * The text with blanks in place of what was read whole and of signs of emphasis, every other
   * character where it was.
   */
  public String sentences() {
    StringBuilder rest = new StringBuilder(of.text());
    for (Range range : whole) {
      for (int i = range.start(); i < range.end(); i++) {
        char here = rest.charAt(i);
        if (here != '\n' && !Character.isSurrogate(here)) {
          rest.setCharAt(i, ' ');
        }
      }
    }
    for (int i = 0; i < rest.length(); i++) {
      if (EMPHASIS.indexOf(rest.charAt(i)) >= 0) {
        rest.setCharAt(i, ' ');
      }
    }
    return rest.toString();
  }

  /**
   * The claims of both: the structured ones, and those of sentences that are of other figures.
   * Where both read one figure, the sentence is believed, unless it does not see which price is
   * meant.
   *
   * @param sentences claims found in {@link #sentences}, spans in the answer's own text
   */
  public List<Claim> with(
      List<Claim> sentences, ListingChooser chooser, EntityFinder entities, List<String> tickers) {
    List<Claim> claims = new ArrayList<>();
    Set<Claim> overruled = new HashSet<>();
    AnswerClaims made = new AnswerClaims(of, chooser, entities, tickers);
    NavigableMap<Integer, List<Claim>> byPlace = new TreeMap<>();
    for (Claim one : sentences) {
      if (one.at().in() == Span.Part.TEXT) {
        byPlace.computeIfAbsent(one.at().start(), start -> new ArrayList<>()).add(one);
      }
    }
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (draft.topic == null) {
        continue;
      }
      Claim claim = made.of(draft, i);
      Claim same = null;
      for (Claim one : near(byPlace, claim)) {
        same = covers(one, claim) ? one : same;
        if (isLabelOf(one, claim)) {
          overruled.add(one);
        }
      }
      if (same == null) {
        claims.add(claim);
      } else if (tellsMore(claim, same)) {
        overruled.add(same);
        claims.add(claim);
      }
    }
    for (Claim one : sentences) {
      if (!overruled.contains(one)) {
        claims.add(dated(one));
      }
    }
    return numbered(claims);
  }

  /** A claim of one session with the date in digits that its line prints, where it names no day. */
  private Claim dated(Claim claim) {
    boolean open =
        claim.session() == SessionWords.Unstated.UNSTATED
            && claim.compared().window() == null
            && claim.at().in() == Span.Part.TEXT;
    if (!open) {
      return claim;
    }
    int at = of.tokens().offsets().charIndex(claim.at().start());
    LocalDate date = of.dates().onlyOfLine(at);
    return date == null ? claim : claim.toBuilder().session(new SessionWords.OnDate(date)).build();
  }

  /** Claims of sentences that begin before a figure and not far from it. */
  private static List<Claim> near(NavigableMap<Integer, List<Claim>> byPlace, Claim labelled) {
    int at = labelled.at().start();
    List<Claim> near = new ArrayList<>();
    byPlace.subMap(Math.max(0, at - LONGEST), true, at, true).values().forEach(near::addAll);
    return near;
  }

  /** Whether a sentence's claim is of the same figure. */
  private static boolean covers(Claim sentence, Claim labelled) {
    Span at = sentence.at();
    boolean within =
        at.in() == Span.Part.TEXT
            && at.start() <= labelled.at().start()
            && at.end() >= labelled.at().end();
    boolean figure =
        sentence.value() != null
            && labelled.value() != null
            && sentence.value().abs().compareTo(labelled.value().abs()) == 0;
    return within && (figure || !sentence.kind().checkable());
  }

  /** "52-week high" right before its figure was read as the event of reaching one. */
  private static boolean isLabelOf(Claim sentence, Claim labelled) {
    int gap = labelled.at().start() - sentence.at().end();
    return sentence.kind() == ClaimKind.EXTREME
        && labelled.compared().over() != null
        && sentence.value() == null
        && gap < LABEL
        && sentence.at().start() < labelled.at().end()
        && labelled.at().start() >= sentence.at().start();
  }

  private static boolean tellsMore(Claim labelled, Claim sentence) {
    boolean levels =
        (sentence.kind() == ClaimKind.PRICE_LEVEL || sentence.kind() == ClaimKind.INDEX_LEVEL)
            && labelled.kind() == sentence.kind();
    boolean vague = sentence.field() == null || sentence.field() == PriceField.LAST;
    boolean before = labelled.session() instanceof SessionWords.PreviousClose;
    boolean stretch = labelled.compared().over() != null && sentence.compared().over() == null;
    return (levels && ((vague && labelled.field() != PriceField.LAST) || before || stretch))
        || (sentence.listing() == null
            && sentence.pair() == null
            && labelled.listing() != null
            && labelled.kind() == sentence.kind());
  }

  private static List<Claim> numbered(List<Claim> claims) {
    List<Claim> ordered = new ArrayList<>();
    for (boolean prices : new boolean[] {true, false}) {
      claims.stream()
          .filter(claim -> claim.kind().ofPrices() == prices)
          .sorted(java.util.Comparator.comparing(Claim::at))
          .forEach(ordered::add);
    }
    List<Claim> numbered = new ArrayList<>();
    Map<String, String> groups = new HashMap<>();
    for (Claim claim : ordered) {
      String group = group(groups, claim.group());
      numbered.add(claim.toBuilder().id("c" + (numbered.size() + 1)).group(group).build());
    }
    return List.copyOf(numbered);
  }

  private static String group(Map<String, String> groups, String key) {
    String known = groups.get(key);
    if (known == null) {
      known = "g" + (groups.size() + 1);
      groups.put(key, known);
    }
    return known;
  }
}
