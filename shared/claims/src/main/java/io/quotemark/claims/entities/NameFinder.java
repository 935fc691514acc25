package io.quotemark.claims.entities;

import io.quotemark.claims.language.Language;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.listing.Issuer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds names: the longest at each place, printed as a name is, and in a corporate context where
 * the word has other uses.
 */
final class NameFinder {
  /** Words in small letters that a printed name may begin with ("bank of the Orient"). */
  private static final int MOST_SMALL = 5;

  /** How far behind its maker an index may be named, in tokens. */
  private static final int LOOK = 7;

  private static final double SURE = 0.99;
  private static final double SHARED = 0.85;

  private final Names names;

  NameFinder(Names names) {
    this.names = names;
  }

  /** Whether token {@code at} exists and is a word of the group. */
  private static boolean in(WordGroup group, Tokens tokens, Language language, int at) {
    return at >= 0 && at < tokens.size() && language.words(group).contains(tokens.get(at).lower());
  }

  /**
   * @param known issuers that a ticker in the text or on the page names
   * @param day of publication, null where it is not known
   */
  List<Mention> find(Tokens tokens, Language language, Set<Issuer> known, @Nullable LocalDate day) {
    List<Mention> out = new ArrayList<>();
    Map<Issuer, Integer> established = new HashMap<>();
    int capital = 0;
    for (int at = 0; at < tokens.size(); ) {
      capital = Math.max(capital, at);
      while (capital < tokens.size() && !capitalised(tokens, capital, capital + 1)) {
        capital++;
      }
      if (capital - at > MOST_SMALL && tokens.get(at).kind() != Token.Kind.CJK) {
        at++;
        continue;
      }
      List<Names.Name> candidates = matches(tokens, at, day);
      if (candidates.isEmpty()) {
        at++;
        continue;
      }
      int length = candidates.getFirst().words().size();
      List<Names.Name> longest = new ArrayList<>();
      for (Names.Name name : candidates) {
        if (name.words().size() == length
            && plausible(tokens, language, at, name, known, established)) {
          longest.add(name);
        }
      }
      if (longest.isEmpty()) {
        at++;
        continue;
      }
      Names.Name chosen =
          longest.stream()
              .min(Comparator.comparingInt(n -> rank(n, known, established)))
              .orElseThrow();
      int best = rank(chosen, known, established);
      boolean shared =
          longest.stream()
              .anyMatch(
                  n -> !n.issuer().equals(chosen.issuer()) && rank(n, known, established) == best);
      int end = FormBehind.joined(tokens, at + length);
      out.add(
          Mention.of(
              tokens, at, end, chosen.issuer(), Mention.Kind.NAME, null, shared ? SHARED : SURE));
      established.merge(chosen.issuer(), 1, Integer::sum);
      at = end;
    }
    return out;
  }

  private List<Names.Name> matches(Tokens tokens, int at, @Nullable LocalDate day) {
    List<Names.Name> out = new ArrayList<>();
    for (Names.Name name : names.at(tokens, at)) {
      if (at + name.words().size() <= tokens.size()
          && name.bearer().listedOn(day)
          && matches(tokens, at, name.words())) {
        out.add(name);
      }
    }
    return out;
  }

  private static boolean matches(Tokens tokens, int at, List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      Token token = tokens.get(at + i);
      if (!token.lower().equals(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean plausible(
      Tokens tokens,
      Language language,
      int at,
      Names.Name name,
      Set<Issuer> known,
      Map<Issuer, Integer> established) {
    int end = at + name.words().size();
    boolean single = name.words().size() == 1;
    if (!isPrinted(tokens, at, end, name)
        || isOfAnother(tokens, language, at, end)
        || (single && isPart(tokens, language, at))) {
      return false;
    }
    if (known.contains(name.issuer())) {
      return true;
    }
    if (single && in(WordGroup.NEVER, tokens, language, at)) {
      return false;
    }
    boolean ordinary = single && in(WordGroup.ORDINARY, tokens, language, at);
    if ((!name.common() && !ordinary) || established.containsKey(name.issuer())) {
      return true;
    }
    return ordinary ? adjoining(tokens, language, at, end) : corporate(tokens, language, at, end);
  }

  /** Whether the words are printed as the name is. */
  private static boolean isPrinted(Tokens tokens, int at, int end, Names.Name name) {
    boolean cjk = tokens.get(at).kind() == Token.Kind.CJK;
    if (!cjk && !capitalised(tokens, at, end)) {
      return false;
    }
    String printed = tokens.printed(at, end - 1);
    return !name.upper() || printed.equals(printed.toUpperCase(java.util.Locale.ROOT));
  }

  /** The exchange before a ticker: "(NASDAQ: …", a product, the place somebody works at. */
  private static boolean isOfAnother(Tokens tokens, Language language, int at, int end) {
    boolean exchange = tokens.is(end, ":") && (tokens.is(at - 1, "(") || tokens.is(at - 1, "["));
    boolean place =
        in(WordGroup.WORKS, tokens, language, at - 2)
            && in(WordGroup.WORKS_AT, tokens, language, at - 1);
    return exchange || place || in(WordGroup.PRODUCT, tokens, language, end);
  }

  /** Whether the word is but a part of a longer name, or its maker's index is spoken of. */
  private static boolean isPart(Tokens tokens, Language language, int at) {
    return (in(WordGroup.PART, tokens, language, at) && longer(tokens, language, at))
        || measures(tokens, language, at);
  }

  private static boolean capitalised(Tokens tokens, int at, int end) {
    for (int i = at; i < end; i++) {
      if (tokens.capitalised(i) || tokens.get(i).isNumber() || tokens.capitalInside(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a capital stands right beside the word within its sentence. */
  private static boolean longer(Tokens tokens, Language language, int at) {
    int sentence = tokens.sentenceOf(at);
    boolean behind =
        at + 1 < tokens.sentenceEnd(sentence)
            && tokens.capitalised(at + 1)
            && tokens.get(at + 1).isWord()
            && !in(WordGroup.BEHIND, tokens, language, at + 1);
    boolean before =
        at - 1 > tokens.sentenceStart(sentence)
            && tokens.capitalised(at - 1)
            && tokens.get(at - 1).isWord();
    return behind || before;
  }

  /** "MSCI's index of Asian shares", "the MSCI world gauge". */
  private static boolean measures(Tokens tokens, Language language, int at) {
    boolean index = false;
    for (int i = at + 1; i < at + LOOK && in(WordGroup.MAKER, tokens, language, at); i++) {
      index |= in(WordGroup.MEASURES, tokens, language, i);
    }
    return index;
  }

  private static boolean adjoining(Tokens tokens, Language language, int at, int end) {
    return tokens.opensTag(end)
        || in(WordGroup.BEHIND, tokens, language, end)
        || (in(WordGroup.BELONGS_TO, tokens, language, at - 1)
            && in(WordGroup.NEAR, tokens, language, at - 2));
  }

  private static boolean corporate(Tokens tokens, Language language, int at, int end) {
    if (adjoining(tokens, language, at, end)) {
      return true;
    }
    int sentence = tokens.sentenceOf(at);
    // at the start of a sentence every word has a capital, so more is asked there
    boolean starts = at == tokens.sentenceStart(sentence);
    int found = 0;
    for (int i = tokens.sentenceStart(sentence); i < tokens.sentenceEnd(sentence); i++) {
      if (in(WordGroup.NEAR, tokens, language, i)) {
        found++;
      }
    }
    return found >= (starts && !in(WordGroup.MOVES, tokens, language, end) ? 2 : 1);
  }

  /**
   * Smaller is likelier: named by a ticker, named before, listed then and gone now, an index
   * itself, in an index, of ordinary shares.
   */
  private static int rank(Names.Name name, Set<Issuer> known, Map<Issuer, Integer> established) {
    Issuer issuer = name.issuer();
    if (known.contains(issuer)) {
      return 0;
    }
    if (established.containsKey(issuer)) {
      return 1;
    }
    if (name.bearer().ended()) {
      return 2;
    }
    if (issuer.isIndex()) {
      return 3;
    }
    long indices = issuer.listings().stream().mapToLong(l -> l.indices().size()).sum();
    return indices > 0 ? 4 : issuer.listings().size() > 1 ? 5 : 6;
  }
}
