package io.quotemark.claims.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The categories without which a pattern matches nothing, read off the pattern itself: a sentence
 * must have one of each set. Most sentences have no figure that most rules are about, and asking
 * that costs far less than to search.
 */
final class Needs {
  private final List<BitSet> sets;

  private Needs(List<BitSet> sets) {
    this.sets = sets;
  }

  /**
   * @param pattern letters of categories in groups, alternatives and bounded repetition; of a
   *     pattern with other signs nothing is needed
   */
  static Needs of(String pattern) {
    for (int i = 0; i < pattern.length(); i++) { // loops here: a first answer comes this way
      if ("[]\\.*+".indexOf(pattern.charAt(i)) >= 0) {
        return new Needs(List.of());
      }
    }
    return new Needs(new Reader(pattern).alternatives());
  }

  /** The letters of a sentence as a set. */
  static BitSet letters(String sentence) {
    BitSet present = new BitSet();
    for (int i = 0; i < sentence.length(); i++) {
      present.set(bit(sentence.charAt(i)));
    }
    return present;
  }

  boolean areMetBy(BitSet present) {
    for (BitSet one : sets) {
      if (!one.intersects(present)) {
        return false;
      }
    }
    return true;
  }

  /** The letters of categories are of the private use area, which begins there. */
  private static int bit(char letter) {
    return letter & 0xFFF;
  }

  /** Reads a pattern from left to right. */
  private static final class Reader {
    private final String pattern;
    private int at;

    Reader(String pattern) {
      this.pattern = pattern;
    }

    /** Up to the end or the bracket that closes; of several alternatives one set of any of them. */
    List<BitSet> alternatives() {
      List<BitSet> first = sequence();
      if (!is('|')) {
        return first;
      }
      BitSet any = new BitSet();
      boolean all = adds(any, first);
      while (is('|')) {
        at++;
        all &= adds(any, sequence());
      }
      return all ? List.of(any) : List.of();
    }

    /** Whether the alternative needs anything; if so its smallest set is added. */
    private static boolean adds(BitSet any, List<BitSet> needs) {
      if (needs.isEmpty()) {
        return false;
      }
      BitSet smallest = needs.getFirst();
      for (BitSet one : needs) {
        smallest = one.cardinality() < smallest.cardinality() ? one : smallest;
      }
      any.or(smallest);
      return true;
    }

    private List<BitSet> sequence() {
      List<BitSet> needs = new ArrayList<>();
      while (at < pattern.length() && !is('|') && !is(')')) {
        List<BitSet> one = is('(') ? group() : letter();
        if (!isOptional()) {
          needs.addAll(one);
        }
      }
      return needs;
    }

    private List<BitSet> letter() {
      BitSet one = new BitSet();
      one.set(bit(pattern.charAt(at)));
      at++;
      return List.of(one);
    }

    private List<BitSet> group() {
      int opening = at;
      at++;
      if (is('?')) {
        boolean looks = "=!:".indexOf(pattern.charAt(at + 1)) >= 0;
        boolean looksBack = !looks && "=!".indexOf(pattern.charAt(at + 2)) >= 0;
        at = looks ? at + 2 : looksBack ? at + 3 : pattern.indexOf('>', at) + 1;
      }
      boolean absent = pattern.startsWith("!", at - 1);
      List<BitSet> inside = alternatives();
      if (!is(')')) {
        throw new IllegalArgumentException("open bracket at %d: %s".formatted(opening, pattern));
      }
      at++;
      return absent ? List.of() : inside;
    }

    /** Passes the repetition behind a letter or a group. */
    private boolean isOptional() {
      boolean optional = is('?') || pattern.startsWith("{0", at);
      if (is('?')) {
        at++;
      } else if (is('{')) {
        at = pattern.indexOf('}', at) + 1;
      }
      return optional;
    }

    private boolean is(char sign) {
      return at < pattern.length() && pattern.charAt(at) == sign;
    }
  }
}
