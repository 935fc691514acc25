package io.quotemark.market.listings;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.securities.Securities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Issuers that a misspelt name probably meant. What was typed is compared with as many first words
 * of every name and alias, by the optimal string alignment distance (a letter added, left out,
 * changed, or two neighbours swapped count as one). A look goes over all names once, and leaves
 * each as soon as it is too far: 10 to 30 ms for the shipped master, without an index that would
 * have to be built first.
 */
public final class NameGuess {
  /** Shorter words are near to too many others. */
  private static final int SHORTEST = 4;

  private static final int LONGEST = 60;
  private static final int MOST = 5;

  private final Securities master;

  public NameGuess(Securities master) {
    this.master = master;
  }

  private record Near(Issuer issuer, int distance) {}

  /** At most five, the nearest first, members of an index before others; none for a short word. */
  public List<Issuer> of(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (wanted.length() < SHORTEST || wanted.length() > LONGEST) {
      return List.of();
    }
    int words = wanted.split(" ", -1).length;
    int allowed = wanted.length() <= 5 ? 1 : wanted.length() <= 9 ? 2 : 3;
    List<Near> near = new ArrayList<>();
    for (Issuer issuer : master.issuers()) {
      if (!issuer.isCurrencyPair() && master.continued(issuer).equals(issuer)) {
        int distance = distance(issuer, wanted, words, allowed);
        if (distance <= allowed) {
          near.add(new Near(issuer, distance));
        }
      }
    }
    return near.stream()
        .sorted(
            Comparator.comparingInt(Near::distance)
                .thenComparing(one -> one.issuer().primary().indices().isEmpty())
                .thenComparing(one -> one.issuer().name()))
        .limit(MOST)
        .map(Near::issuer)
        .toList();
  }

  private static int distance(Issuer issuer, String wanted, int words, int allowed) {
    int least = distance(first(issuer.name(), words), wanted, allowed);
    for (String alias : issuer.aliases()) {
      least = Math.min(least, distance(first(alias, words), wanted, allowed));
    }
    return least;
  }

  /** The first words of a name, in lower case. */
  private static String first(String name, int words) {
    int end = -1;
    for (int i = 0; i < words; i++) {
      end = name.indexOf(' ', end + 1);
      if (end < 0) {
        return name.toLowerCase(Locale.ROOT);
      }
    }
    return name.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /**
   * How many letters part two words; more than {@code most} where that is more.
   *
   * @param most beyond which the number does not matter
   */
  static int distance(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        row[j] = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > most) {
        return most + 1;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
