package io.quotemark.claims.entities;

import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Where a text speaks of a company, an index or a currency.
 *
 * @param from its first token
 * @param to the token behind its last
 * @param printed its words
 * @param issuer who is meant; null for a name the securities master does not know
 * @param listing the one listing that is printed ({@code (NYSE: BABA)}, {@code 9988.HK}), null
 *     where only the issuer is
 * @param score 0 to 1, how sure it is that this issuer is meant
 * @param tag the tag behind it that names an exchange, null where none does
 */
public record Mention(
    int from,
    int to,
    String printed,
    @Nullable Issuer issuer,
    Kind kind,
    @Nullable Listing listing,
    double score,
    @Nullable ExchangeTag tag) {
  public Mention(
      int from,
      int to,
      String printed,
      @Nullable Issuer issuer,
      Kind kind,
      @Nullable Listing listing,
      double score) {
    this(from, to, printed, issuer, kind, listing, score, null);
  }

  public enum Kind {
    NAME,
    /** A ticker with its market, a Reuters or Bloomberg code, {@code $BABA}. */
    TICKER,
    /** "its shares", "the stock", "the company": who was spoken of last. */
    REFERENCE,
    /** "the e-commerce giant", once introduced. */
    ROLE
  }

  /** The tokens {@code [from, to)}, which mean the issuer. */
  static Mention of(
      Tokens tokens,
      int from,
      int to,
      Issuer issuer,
      Kind kind,
      @Nullable Listing listing,
      double score) {
    return new Mention(from, to, tokens.printed(from, to - 1), issuer, kind, listing, score);
  }

  /** A name in the words {@code [from, to)}. */
  public static Mention name(int from, int to, String printed, @Nullable Issuer issuer) {
    return new Mention(from, to, printed, issuer, Kind.NAME, null, 0.99);
  }

  /** A name the securities master does not know. */
  public static Mention unknown(int from, int to, String printed) {
    return new Mention(from, to, printed, null, Kind.NAME, null, 0);
  }

  /** An issuer that another place of the article names. */
  public static Mention elsewhere(Issuer issuer, double score) {
    return new Mention(0, 0, issuer.name(), issuer, Kind.NAME, null, score);
  }

  /**
   * Who is meant.
   *
   * @throws IllegalStateException for a name the securities master does not know
   */
  public Issuer named() {
    if (issuer == null) {
      throw new IllegalStateException("nobody knows " + printed);
    }
    return issuer;
  }

  /** Whether it is a ticker, not a name. */
  public boolean isTicker() {
    return kind == Kind.TICKER;
  }

  /** Whether it names nobody, but refers to who was named before. */
  public boolean refersBack() {
    return kind == Kind.REFERENCE;
  }

  /** This name with the listing a tag behind it names; the tag also says who it is. */
  public Mention tagged(Mention by) {
    boolean same = issuer == null || issuer.equals(by.issuer);
    return same ? new Mention(from, to, printed, by.issuer, Kind.NAME, by.listing, by.score) : this;
  }

  /** This name with the tag behind it. */
  public Mention with(ExchangeTag behind) {
    return new Mention(from, to, printed, issuer, kind, listing, score, behind);
  }

  /** This name in the words {@code [first, end)}, which print more of it. */
  public Mention in(int first, int end, String words) {
    return new Mention(first, end, words, issuer, Kind.NAME, listing, score, tag);
  }

  /** The same name of somebody else, whom the securities master does not know. */
  public Mention ofNobodyKnown() {
    return new Mention(from, to, printed, null, kind, listing, score);
  }
}
