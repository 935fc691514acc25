package io.quotemark.reading.html;

import io.quotemark.reading.DataLines;
import io.quotemark.reading.WordTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What the class and id names of an element say it is, by the words between dashes, underscores and
 * capitals. A name that speaks of the layout's state ({@code has-sidebar}) says nothing, and
 * neither does a word that a page gives to most of its text: page builders call every box a widget.
 */
final class ClassNames {
  private static final int FOREIGN = 1;
  private static final int NEVER = 2;
  private static final int BESIDE = 4;
  private static final int STATE = 8;
  private static final int BODY = 16;

  /** The first of two words that follow each other in the name of a body. */
  private static final int BODY_BEGINS = 32;

  private static final WordTable WORDS;
  private static final int[] KINDS;

  /** Each word as a set of itself. */
  private static final List<Set<String>> ALONE;

  /** Whole names, dashes and all. */
  private static final WordTable UNSEEN;

  /** Single words, and two that follow each other. */
  private static final Set<String> BODIES = new HashSet<>();

  static final Names NOTHING = new Names(Set.of(), Set.of(), false, false);

  static {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    List<String> unseen = new ArrayList<>();
    for (List<String> row : DataLines.of(ClassNames.class, "classnames.tsv")) {
      for (String word : DataLines.parts(row.get(1))) {
        switch (row.get(0)) {
          case "foreign" -> kinds.merge(word, FOREIGN, (one, other) -> one | other);
          case "never" -> kinds.merge(word, NEVER, (one, other) -> one | other);
          case "beside" -> kinds.merge(word, BESIDE, (one, other) -> one | other);
          case "state" -> kinds.merge(word, STATE, (one, other) -> one | other);
          case "body" -> {
            int blank = word.indexOf(' ');
            BODIES.add(word);
            kinds.merge(
                blank < 0 ? word : word.substring(0, blank),
                blank < 0 ? BODY : BODY_BEGINS,
                (one, other) -> one | other);
          }
          case "unseen" -> unseen.add(word);
          default -> throw new IllegalStateException("classnames.tsv has no kind " + row.get(0));
        }
      }
    }
    WORDS = new WordTable(kinds.keySet());
    KINDS = kinds.values().stream().mapToInt(Integer::intValue).toArray();
    ALONE = kinds.keySet().stream().map(Set::of).toList();
    UNSEEN = new WordTable(unseen);
  }

  private final Set<String> silenced = new HashSet<>();
  private final Known<Names> known = new Known<>(NOTHING, names -> new Reader().read(names));

  /** What the names come to. */
  enum Says {
    NOTHING,
    /** Mostly something beside the article: a widget, a caption, a promotion. */
    BESIDE,
    /** Advertisements, links to other articles: hardly ever the article itself. */
    NEVER,
    /** What readers wrote, and what the site says to them. */
    FOREIGN
  }

  /** What the names of one element say; no record, as it is asked for every element of a page. */
  static final class Names {
    private final Set<String> never;
    private final Set<String> beside;
    private final boolean foreign;
    private final boolean body;
    private final boolean suspect;
    private final boolean nothing;

    Names(Set<String> never, Set<String> beside, boolean foreign, boolean body) {
      this.never = never;
      this.beside = beside;
      this.foreign = foreign;
      this.body = body;
      boolean unnamed = never.isEmpty() && beside.isEmpty();
      suspect = !body && !unnamed;
      nothing = !body && !foreign && unnamed;
    }

    /** Words of the kind never. */
    Set<String> never() {
      return never;
    }

    /** Words of the kind beside, and whole names of the kind unseen. */
    Set<String> beside() {
      return beside;
    }

    boolean foreign() {
      return foreign;
    }

    boolean body() {
      return body;
    }

    /** Whether it may be something beside the article, as far as single words tell. */
    boolean suspect() {
      return suspect;
    }

    private Names with(Names other) {
      return new Names(
          both(never, other.never),
          both(beside, other.beside),
          foreign || other.foreign,
          body || other.body);
    }

    private static Set<String> both(Set<String> some, Set<String> more) {
      if (some.isEmpty() || more.isEmpty()) {
        return some.isEmpty() ? more : some;
      }
      Set<String> out = new HashSet<>(some);
      out.addAll(more);
      return out;
    }
  }

  /** From here on the word says nothing of any element of this page; that it is unseen stays. */
  void silence(String word) {
    if (UNSEEN.find(word) < 0) {
      silenced.add(word);
    }
  }

  /** What the names come to, where they are not those of an article's body. */
  Says says(Names names) {
    if (names.body()) {
      return Says.NOTHING;
    }
    if (names.foreign()) {
      return Says.FOREIGN;
    }
    if (!silenced.containsAll(names.never())) {
      return Says.NEVER;
    }
    return silenced.containsAll(names.beside()) ? Says.NOTHING : Says.BESIDE;
  }

  /** Whether the word is of the kind never, as against beside. */
  static boolean never(String word) {
    int found = WORDS.find(word);
    return found >= 0 && (KINDS[found] & NEVER) != 0;
  }

  /** What the element's class and id names say by themselves. */
  Names names(Element element) {
    if (element.attributesSize() == 0) {
      return NOTHING;
    }
    Names ofClass = known.of(element.className());
    Names ofId = known.of(element.id());
    return ofId.nothing ? ofClass : ofClass.nothing ? ofId : ofClass.with(ofId);
  }

  /** One pass over the names that an attribute gives to an element. */
  private static final class Reader {
    private Set<String> never = Set.of();
    private Set<String> beside = Set.of();
    private boolean foreign;
    private boolean body;
    private boolean state;

    /** Where the word before began, if it may be the first of a body's two; else -1. */
    private int before = -1;

    Names read(String names) {
      char[] all = names.toCharArray();
      int name = 0;
      int start = -1;
      boolean small = false;
      for (int i = 0; i <= all.length; i++) {
        char c = i < all.length ? all[i] : ' ';
        boolean letter = (char) ((c | 32) - 'a') < 26;
        boolean capital = letter && c < 'a';
        if (start >= 0 && (!letter || (capital && small))) {
          word(all, start, i);
          start = -1;
        }
        if (letter && start < 0) {
          start = i;
        } else if (c <= ' ') {
          name(all, name, i);
          name = i + 1;
        }
        small = letter && !capital;
      }
      return never.isEmpty() && beside.isEmpty() && !foreign && !body
          ? NOTHING
          : new Names(never, beside, foreign, body);
    }

    private void word(char[] all, int start, int end) {
      int found = WORDS.find(all, start, end);
      int kind = found < 0 ? 0 : KINDS[found];
      if (before >= 0) {
        body |= body(all, before, end);
        before = -1;
      }
      if (kind == 0) {
        return;
      }
      state |= (kind & STATE) != 0;
      body |= (kind & BODY) != 0;
      before = (kind & BODY_BEGINS) != 0 ? start : -1;
      if (!state) {
        foreign |= (kind & FOREIGN) != 0;
        if ((kind & NEVER) != 0) {
          never = with(never, found);
        } else if ((kind & BESIDE) != 0) {
          beside = with(beside, found);
        }
      }
    }

    /** Two words and what parts them in the name, in which they may be capitals too. */
    private static boolean body(char[] all, int start, int end) {
      StringBuilder words = new StringBuilder(end - start + 1);
      for (int i = start; i < end; i++) {
        char c = all[i];
        boolean capital = c >= 'A' && c <= 'Z';
        boolean letter = capital || (c >= 'a' && c <= 'z');
        boolean small = i > start && all[i - 1] >= 'a' && all[i - 1] <= 'z';
        boolean gap = !letter || (capital && small);
        if (gap && !words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
          words.append(' ');
        }
        if (letter) {
          words.append(Character.toLowerCase(c));
        }
      }
      return BODIES.contains(words.toString());
    }

    /** {@code hidden} alone; {@code hidden md:block} is hidden on small screens only. */
    private void name(char[] all, int start, int end) {
      state = false;
      before = -1;
      int found = UNSEEN.find(all, start, end);
      if (found >= 0 && new String(all).indexOf(':') < 0) {
        Set<String> one = new HashSet<>(beside);
        one.add(UNSEEN.word(found));
        beside = one;
      }
    }

    private static Set<String> with(Set<String> words, int place) {
      if (words.isEmpty()) {
        return ALONE.get(place);
      }
      Set<String> out = new HashSet<>(words);
      out.add(WORDS.word(place));
      return out;
    }
  }
}
