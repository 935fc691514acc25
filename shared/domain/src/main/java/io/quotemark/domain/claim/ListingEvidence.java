package io.quotemark.domain.claim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that speaks for a listing.
 *
 * @param detail what it is read from: a tag, the words, a currency; empty for {@link Kind#PRIMARY}
 */
public record ListingEvidence(Kind kind, String detail) {
  /** What kind of thing, the weightiest first (rule 11). */
  public enum Kind {
    /**
     * Level and move together fit this listing's company and no other that the words can mean; the
     * detail says so.
     */
    TAPE,
    /** A tag in the text, in brackets or behind a ticker; the detail is the listing. */
    BRACKET,
    /** Words that name the market; the detail is those words. */
    WORDS,
    /** The currency of the price, or its minor unit. */
    CURRENCY,
    /** The currency of the market that the publisher writes for. */
    PUBLISHER,
    /** A tag of the page; the detail is the ticker. */
    PAGE,
    /** The primary listing trades in the currency of a market where the text's language is read. */
    LANGUAGE,
    /** The issuer's primary listing. */
    PRIMARY;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final ListingEvidence PRIMARY = new ListingEvidence(Kind.PRIMARY, "");

  /** Reads the form of {@link #toString}; empty where the text is none. */
  public static Optional<ListingEvidence> parse(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String detail = colon < 0 ? "" : text.substring(colon + 1);
    return Arrays.stream(Kind.values())
        .filter(k -> k.toString().equals(kind))
        .map(k -> new ListingEvidence(k, detail))
        .findFirst();
  }

  /** As the public contract writes it: {@code words:Hong Kong-listed}, {@code primary}. */
  @Override
  public String toString() {
    return detail.isEmpty() ? kind.toString() : kind + ":" + detail;
  }
}
