package io.quotemark.claims.grouping;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.statements.Draft;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.text.ShippedLines;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Companies that a statement can be read of besides the one that syntax gives it: those that its
 * sentence and the two before it name. Signs of each have points, natural logarithms of odds
 * ratios, in {@code subject-points.tsv}; what a reader would take is the softmax of their sums.
 */
final class OtherSubjects {
  private static final int SENTENCES = 2;
  private static final int MOST = 6;

  /** How likely another company must be to overrule syntax. */
  private static final BigDecimal CLEARLY = new BigDecimal("0.6");

  private static final Map<String, Double> POINTS = points();

  private static final List<String> BORDERS = List.of("borders:0", "borders:1", "borders:2");
  private static final List<String> NAMES = List.of("names:0", "names:1", "names:2");
  private static final List<String> MOTIONS = List.of("motions:0", "motions:1");

  /** Of the sentence that was asked about last. */
  private @Nullable Between between;

  /** Companies of the sentences before, the latest sentence last. */
  private final Deque<List<Mention>> before = new ArrayDeque<>();

  /**
   * @param chunk that names it, −1 where another sentence does
   * @param signs what speaks for and against it, as the points are named
   */
  record Other(Mention name, int chunk, List<String> signs, BigDecimal plausibility) {}

  private record Candidate(Mention name, int chunk, List<String> signs, double weight) {
    static Candidate of(Mention name, int chunk, List<String> signs) {
      double sum = 0;
      for (String sign : signs) {
        sum += POINTS.getOrDefault(sign, 0.0);
      }
      return new Candidate(name, chunk, signs, Math.exp(sum));
    }
  }

  private static Map<String, Double> points() {
    Map<String, Double> points = new HashMap<>();
    for (List<String> row : ShippedLines.cells(OtherSubjects.class, "subject-points.tsv")) {
      points.put(row.getFirst(), Double.valueOf(row.get(1)));
    }
    return Map.copyOf(points);
  }

  /** Takes note of the companies a sentence names. */
  void passed(Sentence sentence) {
    List<Mention> names = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      if (isCompany(sentence, i)) {
        names.add(named(sentence, i));
      }
    }
    before.addLast(names);
    if (before.size() > SENTENCES) {
      before.removeFirst();
    }
  }

  /** The likeliest first; none for statements about an index or a currency. */
  List<Other> of(Sentence sentence, Draft draft) {
    Subject subject = draft.subject();
    if (subject.kind() != Subject.Kind.STOCK && subject.kind() != Subject.Kind.COMPANY) {
      return List.of();
    }
    Map<Issuer, Candidate> candidates = new LinkedHashMap<>();
    if (between == null || !between.isOf(sentence)) {
      between = Between.of(sentence);
    }
    int figure = chunkAt(sentence, draft.from());
    for (int i = 0; i < sentence.size(); i++) {
      if (isCompany(sentence, i)) {
        put(candidates, Candidate.of(named(sentence, i), i, signs(sentence, between, i, figure)));
      }
    }
    int ago = before.size();
    for (List<Mention> names : before) {
      for (Mention name : names) {
        List<String> signs = List.of("ago:" + ago, names.size() == 1 ? "ago:alone" : "ago:several");
        if (!candidates.containsKey(name.named())) {
          put(candidates, Candidate.of(name, -1, signs));
        }
      }
      ago--;
    }
    return weighed(candidates, subject.issuer());
  }

  /**
   * The drafts with whom their words mean most likely: syntax gives a statement its company, and
   * the points overrule it where another one is clearly likelier.
   */
  List<Draft> chosen(Sentence sentence, List<Draft> drafts) {
    Map<Integer, @Nullable Subject> likelier = new HashMap<>();
    Set<Integer> priced = new HashSet<>();
    for (Draft draft : drafts) {
      if (draft.claim().build().kind() == ClaimKind.PRICE_LEVEL) {
        priced.add(draft.subject().head());
      }
    }
    List<Draft> chosen = new ArrayList<>();
    for (Draft draft : drafts) {
      Subject subject = draft.subject();
      if (subject.issuer() == null || !priced.contains(subject.head())) {
        chosen.add(draft);
        continue;
      }
      if (!likelier.containsKey(subject.head())) {
        likelier.put(subject.head(), likelier(sentence, draft));
      }
      Subject other = likelier.get(subject.head());
      chosen.add(
          other == null
              ? draft
              : new Draft(draft.claim().subject(other.printed()), other, draft.from(), draft.to()));
    }
    return chosen;
  }

  private @Nullable Subject likelier(Sentence sentence, Draft draft) {
    List<Other> others = of(sentence, draft);
    Other first = others.isEmpty() ? null : others.getFirst();
    return first == null || first.chunk() < 0 || first.plausibility().compareTo(CLEARLY) < 0
        ? null
        : new Subject(draft.subject().kind(), first.chunk(), first.name(), null);
  }

  private static List<Other> weighed(Map<Issuer, Candidate> candidates, @Nullable Issuer chosen) {
    double all = Math.exp(POINTS.getOrDefault("chosen", 0.0));
    Candidate first = chosen == null ? null : candidates.remove(chosen);
    all *= first == null ? 1 : first.weight();
    for (Candidate candidate : candidates.values()) {
      all += candidate.weight();
    }
    List<Other> others = new ArrayList<>();
    for (Candidate one : candidates.values()) {
      BigDecimal share = BigDecimal.valueOf(one.weight() / all).setScale(3, RoundingMode.HALF_UP);
      others.add(new Other(one.name(), one.chunk(), one.signs(), share));
    }
    others.sort((a, b) -> b.plausibility().compareTo(a.plausibility()));
    return others.size() > MOST ? List.copyOf(others.subList(0, MOST)) : others;
  }

  /** The nearest place of a company that the sentence names more than once. */
  private static void put(Map<Issuer, Candidate> candidates, Candidate one) {
    candidates.merge(one.name().named(), one, (a, b) -> b.weight() > a.weight() ? b : a);
  }

  private static boolean isCompany(Sentence sentence, int i) {
    Mention name = sentence.category(i) == Category.ISSUER ? sentence.name(i) : null;
    return name != null && name.issuer() != null;
  }

  private static Mention named(Sentence sentence, int i) {
    Mention name = sentence.name(i);
    if (name == null) {
      throw new IllegalStateException("no name at chunk " + i);
    }
    return name;
  }

  private static int chunkAt(Sentence sentence, int token) {
    return Math.max(0, sentence.chunksBefore(token + 1) - 1);
  }

  private static List<String> signs(Sentence sentence, Between between, int i, int figure) {
    List<String> signs = new ArrayList<>();
    signs.add(i < figure ? "figure:behind" : "figure:before");
    signs.add(BORDERS.get(Math.min(2, between.borders(i, figure))));
    signs.add(NAMES.get(Math.min(2, between.names(i, figure))));
    signs.add(MOTIONS.get(Math.min(1, between.motions(i, figure))));
    if (named(sentence, i).listing() != null) {
      signs.add("tagged");
    }
    if (owns(sentence, i)) {
      signs.add("owner");
    }
    if (isRated(sentence, i)) {
      signs.add("broker:before");
    }
    if (rates(sentence, i)) {
      signs.add("broker:behind");
    }
    signs.add("after:" + before(sentence.category(i - 1)));
    return signs;
  }

  private static String before(Category category) {
    return switch (category) {
      case STOP, COMMA, AND, BUT, OF, AT, IN, FROM, BY ->
          category.name().toLowerCase(java.util.Locale.ROOT);
      default -> "else";
    };
  }

  private static boolean owns(Sentence sentence, int i) {
    Category next = sentence.category(i + 1);
    boolean of = sentence.category(i - 1) == Category.OF || sentence.category(i - 1) == Category.IN;
    return next == Category.STOCK
        || (next == Category.POSSESSIVE && sentence.category(i + 2) == Category.STOCK)
        || (of && sentence.category(i - 2) == Category.STOCK);
  }

  /** Whether a broker's verb stands before the name, within its clause. */
  private static boolean isRated(Sentence sentence, int i) {
    return isVerbOfBroker(sentence, sentence.get(i).from() - 1);
  }

  private static boolean rates(Sentence sentence, int i) {
    return isVerbOfBroker(sentence, sentence.get(i).to());
  }

  private static boolean isVerbOfBroker(Sentence sentence, int token) {
    return token >= 0
        && token < sentence.tokens().size()
        && sentence
            .language()
            .words(WordGroup.RATES)
            .contains(sentence.tokens().get(token).lower());
  }
}
