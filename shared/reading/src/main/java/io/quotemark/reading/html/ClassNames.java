package io.quotemark.reading.html;

import io.quotemark.reading.DataLines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What the class and id names of an element say it is, by the words between dashes, underscores and
 * capitals. A name that speaks of the layout's state ({@code has-sidebar}) says nothing, and
 * neither does a word that a page gives to most of its text: page builders call every box a widget.
 */
final class ClassNames {
  private static final Set<String> FOREIGN = new HashSet<>();
  private static final Set<String> NEVER = new HashSet<>();
  private static final Set<String> BESIDE = new HashSet<>();
  private static final Set<String> STATE = new HashSet<>();

  /** Whole names, dashes and all. */
  private static final Set<String> UNSEEN = new HashSet<>();

  /** Single words, and two that follow each other. */
  private static final Set<String> BODY = new HashSet<>();

  static final Names NOTHING = new Names(Set.of(), Set.of(), false, false);

  static {
    for (List<String> row : DataLines.of(ClassNames.class, "classnames.tsv")) {
      List<String> words = DataLines.parts(row.get(1));
      switch (row.get(0)) {
        case "foreign" -> FOREIGN.addAll(words);
        case "never" -> NEVER.addAll(words);
        case "beside" -> BESIDE.addAll(words);
        case "unseen" -> UNSEEN.addAll(words);
        case "state" -> STATE.addAll(words);
        case "body" -> BODY.addAll(words);
        default -> throw new IllegalStateException("classnames.tsv has no kind " + row.get(0));
      }
    }
  }

  private final Map<String, Names> known = new HashMap<>();
  private final Set<String> silenced = new HashSet<>();

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

  /**
   * Names of one element.
   *
   * @param never words of the kind never
   * @param beside words of the kind beside, and whole names of the kind unseen
   */
  record Names(Set<String> never, Set<String> beside, boolean foreign, boolean body) {
    boolean suspect() {
      return !body && !(never.isEmpty() && beside.isEmpty());
    }
  }

  /** From here on the word says nothing of any element of this page; that it is unseen stays. */
  void silence(String word) {
    if (!UNSEEN.contains(word)) {
      silenced.add(word);
    }
  }

  /** What the names come to, where they are not those of an article's body. */
  Says beside(Element element) {
    return says(names(element));
  }

  /** The same of names that were read. */
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

  /** Whether the names are those of an article's body. */
  boolean body(Element element) {
    return names(element).body();
  }

  /** Whether the word is of the kind never, as against beside. */
  static boolean never(String word) {
    return NEVER.contains(word);
  }

  Names names(Element element) {
    if (element.attributesSize() == 0) {
      return NOTHING;
    }
    String classes = element.className();
    String id = element.id();
    String all = id.isEmpty() ? classes : classes + " " + id;
    return all.isEmpty() ? NOTHING : known.computeIfAbsent(all, ClassNames::read);
  }

  private static Names read(String all) {
    Reader reader = new Reader(all);
    reader.run();
    return reader.never.isEmpty() && reader.beside.isEmpty() && !reader.foreign && !reader.body
        ? NOTHING
        : new Names(reader.never, reader.beside, reader.foreign, reader.body);
  }

  /** One pass over the names of an element. */
  private static final class Reader {
    private final String all;
    private Set<String> never = Set.of();
    private Set<String> beside = Set.of();
    private boolean foreign;
    private boolean body;
    private boolean state;
    private String before = "";

    Reader(String all) {
      this.all = all;
    }

    void run() {
      int name = 0;
      int start = -1;
      for (int i = 0; i <= all.length(); i++) {
        char c = i < all.length() ? all.charAt(i) : ' ';
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        boolean capital = c <= 'Z' && letter && i > 0 && Character.isLowerCase(all.charAt(i - 1));
        if (start >= 0 && (!letter || capital)) {
          word(all.substring(start, i).toLowerCase(Locale.ROOT));
          start = -1;
        }
        if (letter && start < 0) {
          start = i;
        }
        if (Character.isWhitespace(c)) {
          name(all.substring(name, i));
          name = i + 1;
        }
      }
    }

    private void word(String word) {
      state |= STATE.contains(word);
      body |= BODY.contains(word) || (!before.isEmpty() && BODY.contains(before + " " + word));
      if (!state) {
        foreign |= FOREIGN.contains(word);
        if (NEVER.contains(word)) {
          never = with(never, word);
        } else if (BESIDE.contains(word)) {
          beside = with(beside, word);
        }
      }
      before = word;
    }

    /** {@code hidden} alone; {@code hidden md:block} is hidden on small screens only. */
    private void name(String name) {
      state = false;
      before = "";
      String lower = name.toLowerCase(Locale.ROOT);
      if (UNSEEN.contains(lower) && all.indexOf(':') < 0) {
        beside = with(beside, lower);
      }
    }

    private static Set<String> with(Set<String> words, String word) {
      Set<String> out = words.isEmpty() ? new HashSet<>() : words;
      out.add(word);
      return out;
    }
  }
}
