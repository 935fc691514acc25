package io.quotemark.claims.entities;

import io.quotemark.claims.language.Language;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.claim.ListingEvidence;
import io.quotemark.domain.claim.ListingEvidence.Kind;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of an issuer's listings a claim speaks of: the kind of evidence that weighs most decides,
 * in the order bracket tag, words, currency, publisher's market, page tag, primary listing (rule
 * 11).
 */
public final class ListingChooser {
  private static final Set<String> DEPOSITARY = Language.shared(WordGroup.DEPOSITARY);
  private static final Set<String> DEPOSITARY_BEGINNINGS =
      Language.shared(WordGroup.DEPOSITARY_BEGINNING);

  /** The market of receipts that no exchange lists. */
  private static final String OFF_EXCHANGE = "OTCM";

  private final Markets markets = Markets.shipped();

  /**
   * What there is to go by.
   *
   * @param bracket the listing printed in brackets behind the name, or in a code
   * @param words the statement's words, in which the market may be named
   * @param currency ISO code of the level the claim prints
   * @param unit minor unit the claim prints
   * @param homeCurrency of the market the publisher writes for
   * @param readers currencies, in lower case, of the markets whose papers are written in the text's
   *     language
   * @param page listings that the page tags
   * @param mentionScore how sure the issuer itself is, 0 to 1
   */
  public record Evidence(
      @Nullable Listing bracket,
      String words,
      @Nullable String currency,
      @Nullable String unit,
      @Nullable String homeCurrency,
      Set<String> readers,
      Set<Listing> page,
      double mentionScore) {
    public Evidence {
      readers = Set.copyOf(readers);
      page = Set.copyOf(page);
    }
  }

  /** A listing with what speaks for it. */
  private record Weighed(Listing listing, int points, List<ListingEvidence> why) {}

  public ListingChoice choose(Issuer issuer, Evidence evidence) {
    List<Weighed> all = new ArrayList<>();
    for (Listing listing : issuer.listings()) {
      all.add(weighed(listing, evidence, issuer.listings().size() > 1));
    }
    Weighed best = all.getFirst();
    for (Weighed one : all) {
      best = one.points() > best.points() ? one : best;
    }
    List<ListingChoice.Rejected> rejected = new ArrayList<>();
    int second = 0;
    for (Weighed one : all) {
      if (!one.listing().equals(best.listing())) {
        second = Math.max(second, one.points());
        rejected.add(new ListingChoice.Rejected(one.listing().id(), strongest(best), one.why()));
      }
    }
    double score =
        score(
                best.points(),
                second,
                isOneOfSeveral(best.listing(), issuer),
                evidence,
                best.listing())
            * evidence.mentionScore()
            / 0.99;
    return new ListingChoice(
        best.listing().id(),
        BigDecimal.valueOf(Math.min(0.99, score)).setScale(2, RoundingMode.HALF_UP),
        best.why(),
        rejected);
  }

  /** Whether a text can well speak of another: nobody reports receipts that trade off exchange. */
  private static boolean isOneOfSeveral(Listing chosen, Issuer issuer) {
    return issuer.listings().stream()
        .anyMatch(other -> !other.equals(chosen) && !other.id().mic().equals(OFF_EXCHANGE));
  }

  /** Whether the words name the market of one of the issuer's listings. */
  public boolean namesMarket(Issuer issuer, String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return issuer.listings().size() > 1
        && issuer.listings().stream().anyMatch(listing -> word(listing, lower) != null);
  }

  /** Whether the words begin with the market of exactly one of the issuer's listings. */
  public boolean opensWithMarket(Issuer issuer, String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    long named =
        issuer.listings().stream()
            .filter(listing -> {
              String word = word(listing, lower);
              return word != null && lower.startsWith(word);
            })
            .count();
    return named == 1;
  }

  private Weighed weighed(Listing listing, Evidence evidence, boolean many) {
    List<ListingEvidence> why = new ArrayList<>();
    int points = 0;
    if (listing.equals(evidence.bracket())) {
      points += 32;
      why.add(new ListingEvidence(Kind.BRACKET, listing.id().toString()));
    }
    String word = many ? word(listing, evidence.words().toLowerCase(Locale.ROOT)) : null;
    if (word != null) {
      points += 16;
      why.add(new ListingEvidence(Kind.WORDS, word));
    }
    if (listing.currency().equals(evidence.currency())) {
      points += evidence.unit() != null && evidence.unit().equals(listing.unit()) ? 9 : 8;
      String printed = evidence.unit() == null ? listing.currency() : evidence.unit();
      why.add(new ListingEvidence(Kind.CURRENCY, printed));
    }
    if (listing.currency().equals(evidence.homeCurrency())) {
      points += 4;
      why.add(new ListingEvidence(Kind.PUBLISHER, listing.currency()));
    }
    if (evidence.page().contains(listing)) {
      points += 2;
      why.add(new ListingEvidence(Kind.PAGE, listing.id().ticker()));
    }
    boolean read = evidence.readers().contains(listing.currency().toLowerCase(Locale.ROOT));
    if (listing.primary()) {
      points += 1;
      why.add(ListingEvidence.PRIMARY);
    }
    if (read && !listing.isDepositaryShare()) {
      // "BASF fiel um 3 Prozent" is the line at home; "匯豐跌3%" the one that its readers trade
      points += listing.primary() ? 3 : 2;
      why.add(new ListingEvidence(Kind.LANGUAGE, listing.currency()));
    }
    return new Weighed(listing, points, why);
  }

  private static double score(
      int best, int second, boolean many, Evidence evidence, Listing chosen) {
    boolean otherCurrency =
        evidence.currency() != null && !evidence.currency().equals(chosen.currency());
    if (best >= 32) {
      return otherCurrency ? 0.9 : 0.99;
    }
    if (otherCurrency) {
      return 0.6;
    }
    if (!many) {
      return 0.99;
    }
    if (best >= 16) {
      return second >= 16 ? 0.8 : 0.99;
    }
    if (best >= 8) {
      return second >= 8 && best - second < 2 ? 0.8 : 0.97;
    }
    boolean another = !chosen.primary() && best == 2 && !evidence.page().contains(chosen);
    return best >= 4 ? 0.92 : best >= 2 && !another ? 0.9 : 0.85;
  }

  private static @Nullable Kind strongest(Weighed best) {
    return best.why().isEmpty() ? null : best.why().getFirst().kind();
  }

  /** Whether a word can begin or end there: not between two letters of words written in Latin. */
  private static boolean isBound(String words, int at) {
    return at == 0
        || at == words.length()
        || !isLatin(words.charAt(at - 1))
        || !isLatin(words.charAt(at));
  }

  private static boolean isLatin(char c) {
    return c < 0x2E80 && Character.isLetterOrDigit(c);
  }

  private @Nullable String word(Listing listing, String words) {
    for (String phrase : markets.words(listing.id().mic())) {
      int at = words.indexOf(phrase);
      while (at >= 0) {
        int end = at + phrase.length();
        boolean bounded = isBound(words, at) && isBound(words, end);
        boolean depositary = DEPOSITARY_BEGINNINGS.stream().anyMatch(phrase::startsWith);
        if (bounded
            && (!depositary
                || listing.isDepositaryShare()
                || listing.isin() == null
                || !listing.primary())) {
          return phrase;
        }
        at = words.indexOf(phrase, end);
      }
    }
    return listing.isDepositaryShare() && DEPOSITARY.stream().anyMatch(words::contains)
        ? "depositary"
        : null;
  }
}
