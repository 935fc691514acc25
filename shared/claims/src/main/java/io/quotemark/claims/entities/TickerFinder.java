package io.quotemark.claims.entities;

import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.Issuer;
import io.quotemark.domain.Listing;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.Securities;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds tickers that say which market they are of: {@code (NYSE: BABA)}, {@code 9988.HK}, {@code
 * BABA US}, {@code $BABA}, index codes {@code .SPX}, ISINs. The patterns have no nested repetition,
 * so their cost is linear.
 */
final class TickerFinder {
  private static final Pattern TAG =
      Pattern.compile(
          "[(\\[（［【]?\\s{0,2}\\b([A-Za-z]{2,8}(?: [A-Z][A-Za-z]{3,8}){0,3})\\s?[:：]\\s?([A-Z0-9][A-Z0-9.&-]{0,9})\\b");
  // some pages print the code with no space behind the name: "MerckMRK.N"
  private static final Pattern CODE =
      Pattern.compile("(?<![A-Z0-9_.$])([A-Z0-9]{1,6}(?:-[A-Z])?)\\.([A-Z]{1,2})(?![.A-Z0-9_])");
  private static final Pattern BLOOMBERG =
      Pattern.compile("(?<![\\w.])([A-Z0-9]{1,6}) ([A-Z]{2})(?: Equity)?\\b(?=[\\s,;)\\]])");
  private static final Pattern CASH = Pattern.compile("(?<![\\w])\\$([A-Z]{1,5})\\b(?![.\\d])");
  private static final Pattern INDEX = Pattern.compile("(?<![\\w.])\\.([A-Z][A-Z0-9]{1,8})\\b");
  private static final Pattern ISIN = Pattern.compile("\\b([A-Z]{2}[A-Z0-9]{9}[0-9])\\b");

  /** Reuters codes of indices that differ from the symbols used here. */
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("SPX", "GSPC"),
          Map.entry("INX", "GSPC"),
          Map.entry("FTLC", "FTSE"),
          Map.entry("SSEC", "SSEC"),
          Map.entry("CSI300", "CSI300"),
          Map.entry("STOXX", "STOXX"),
          Map.entry("AXJO", "AXJO"),
          Map.entry("TOPX", "TOPX"),
          Map.entry("NDX", "NDX"),
          Map.entry("MID", "MID"),
          Map.entry("FTEU3", "FTEU3"),
          Map.entry("GSPTSE", "GSPTSE"),
          Map.entry("BVSP", "BVSP"),
          Map.entry("AORD", "AORD"),
          Map.entry("DJIA", "DJI"));

  private final Securities securities;
  private final Markets markets;

  TickerFinder(Securities securities, Markets markets) {
    this.securities = securities;
    this.markets = markets;
  }

  List<Mention> find(Tokens tokens) {
    String text = tokens.text();
    List<Mention> out = new ArrayList<>();
    boolean[] taken = new boolean[tokens.size() + 1];
    if (tags(text)) {
      each(TAG, text, tokens, taken, out, m -> tagged(m.group(1), m.group(2)));
    }
    each(
        CODE,
        text,
        tokens,
        taken,
        out,
        m -> whole(tokens, m) ? listed(markets.ofSuffix(m.group(2)), m.group(1)) : null);
    each(INDEX, text, tokens, taken, out, m -> index(m.group(1)));
    if (text.indexOf('$') >= 0) {
      each(CASH, text, tokens, taken, out, m -> american(m.group(1)));
    }
    each(
        BLOOMBERG,
        text,
        tokens,
        taken,
        out,
        m -> listed(markets.ofBloomberg(m.group(2)), m.group(1)));
    each(ISIN, text, tokens, taken, out, m -> securities.withIsin(m.group(1)).orElse(null));
    return out;
  }

  /**
   * Tokens of codes on a known market that the master does not hold: {@code IBAS.O}, {@code
   * (NASDAQ: IBAS)}.
   */
  Set<Integer> unknown(Tokens tokens) {
    Set<Integer> out = new HashSet<>();
    Matcher match = CODE.matcher(tokens.text());
    while (match.find()) {
      List<String> mics = markets.ofSuffix(match.group(2));
      if (!mics.isEmpty() && whole(tokens, match) && listed(mics, match.group(1)) == null) {
        out.add(tokens.at(match.start()));
      }
    }
    Matcher tag = TAG.matcher(tokens.text());
    while (tags(tokens.text()) && tag.find()) {
      boolean market = !markets.ofPrefix(tag.group(1)).isEmpty();
      if (market && tagged(tag.group(1), tag.group(2)) == null) {
        out.add(tokens.at(tag.start(2)));
      }
    }
    return out;
  }

  private static boolean tags(String text) {
    return text.indexOf(':') >= 0 || text.indexOf('：') >= 0;
  }

  /** The listings that a page's tags may name: the primary of a bare ticker's best candidates. */
  Set<Listing> ofPage(List<String> tags) {
    Set<Listing> out = new HashSet<>();
    for (String tag : tags) {
      String ticker =
          tag.strip().toUpperCase(Locale.ROOT).replaceFirst("^\\$", "").replaceFirst("[-+]+$", "");
      int colon = ticker.indexOf(':');
      int dot = ticker.lastIndexOf('.');
      Listing found =
          colon > 0 ? tagged(ticker.substring(0, colon), ticker.substring(colon + 1)) : null;
      if (found == null && dot > 0) {
        found = listed(markets.ofSuffix(ticker.substring(dot + 1)), ticker.substring(0, dot));
      }
      if (found == null) {
        found = american(ticker);
      }
      List<Listing> alone = securities.withTickerNowOrBefore(ticker);
      if (found == null && alone.size() == 1) {
        found = alone.getFirst();
      }
      if (found != null) {
        out.add(found);
      }
    }
    return out;
  }

  java.util.Optional<Issuer> issuer(Listing listing) {
    return securities.issuerOf(listing.id());
  }

  @FunctionalInterface
  private interface Resolve {
    @Nullable Listing of(Matcher match);
  }

  private void each(
      Pattern pattern,
      String text,
      Tokens tokens,
      boolean[] taken,
      List<Mention> out,
      Resolve resolve) {
    Matcher match = pattern.matcher(text);
    while (match.find()) {
      Listing listing = resolve.of(match);
      if (listing == null) {
        continue;
      }
      int from = tokens.at(match.start());
      int to = tokens.at(match.end() - 1) + 1;
      if (from >= tokens.size() || taken[from]) {
        continue;
      }
      Issuer issuer = securities.issuerOf(listing.id()).orElseThrow();
      java.util.Arrays.fill(taken, from, Math.min(to, tokens.size()), true);
      out.add(
          new Mention(
              from, Math.min(to, tokens.size()), issuer, Mention.Kind.TICKER, listing, 0.99));
    }
  }

  /** Whether the match ends where a token does: "GM.Not" is no code of the New York exchange. */
  private static boolean whole(Tokens tokens, Matcher match) {
    int last = tokens.at(match.end() - 1);
    return last < tokens.size() && tokens.get(last).end() == match.end();
  }

  private @Nullable Listing tagged(String prefix, String ticker) {
    Listing whole = listed(markets.ofPrefix(prefix), ticker);
    int space = prefix.lastIndexOf(' ');
    return whole != null || space < 0
        ? whole
        : listed(markets.ofPrefix(prefix.substring(space + 1)), ticker);
  }

  private @Nullable Listing listed(List<String> mics, String ticker) {
    for (String mic : mics) {
      for (String form : forms(mic, ticker)) {
        if (form.matches("[A-Z0-9][A-Z0-9.&_/-]{0,19}")) {
          Listing listing = securities.listingNowOrBefore(new ListingId(mic, form)).orElse(null);
          if (listing != null) {
            return listing;
          }
        }
      }
    }
    // papers mix the American markets up
    return mics.contains("XNYS") || mics.contains("XNAS") ? american(ticker) : null;
  }

  private static List<String> forms(String mic, String ticker) {
    if (mic.equals("XHKG") && ticker.matches("[0-9]{1,3}|0[0-9]{4}")) {
      String digits = ticker.length() == 5 ? ticker.substring(1) : ticker;
      return List.of("0".repeat(4 - digits.length()) + digits);
    }
    return List.of(ticker, ticker.replace('.', '-'));
  }

  private @Nullable Listing american(String ticker) {
    List<Listing> candidates = securities.withTickerNowOrBefore(ticker);
    for (String mic : List.of("XNAS", "XNYS", "XASE", "OTCM", "XXXX")) {
      for (Listing listing : candidates) {
        if (listing.id().mic().equals(mic)) {
          return listing;
        }
      }
    }
    return null;
  }

  private @Nullable Listing index(String code) {
    return securities.listing(ListingId.index(CODES.getOrDefault(code, code))).orElse(null);
  }
}
