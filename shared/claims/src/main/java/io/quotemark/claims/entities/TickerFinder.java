package io.quotemark.claims.entities;

import io.quotemark.claims.entities.PrintedTickers.Form;
import io.quotemark.claims.entities.PrintedTickers.Printed;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.securities.Securities;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds tickers that say which market they are of: {@code (NYSE: BABA)}, {@code 9988.HK}, {@code
 * BABA US}, {@code $BABA}, index codes {@code .SPX}, ISINs.
 */
final class TickerFinder {
  private static final Pattern HONG_KONG = Pattern.compile("[0-9]{1,3}|0[0-9]{4}");
  private static final int LONGEST_TICKER = 20;

  private final Securities securities;
  private final Markets markets;

  TickerFinder(Securities securities, Markets markets) {
    this.securities = securities;
    this.markets = markets;
  }

  /**
   * What a text's tickers name.
   *
   * @param unknown tokens of codes on a known market that the master does not hold: {@code IBAS.O},
   *     {@code (NASDAQ: IBAS)}
   */
  record Found(List<Mention> mentions, Set<Integer> unknown) {}

  /**
   * @param day of publication, null where it is not known
   */
  Found find(Tokens tokens, @Nullable LocalDate day) {
    List<Mention> mentions = new ArrayList<>();
    Set<Integer> unknown = new HashSet<>();
    boolean[] taken = new boolean[tokens.size() + 1];
    for (Map.Entry<Form, List<Printed>> all : PrintedTickers.in(tokens.text()).entrySet()) {
      Form form = all.getKey();
      for (Printed one : all.getValue()) {
        if (form == Form.CODE && !whole(tokens, one)) {
          continue;
        }
        Listing listing = resolved(form, one, day);
        if (listing != null) {
          add(tokens, one, listing, taken, mentions);
        } else if (onKnownMarket(form, one)) {
          unknown.add(tokens.at(one.tickerStart()));
        }
      }
    }
    return new Found(mentions, unknown);
  }

  private @Nullable Listing resolved(Form form, Printed one, @Nullable LocalDate day) {
    return switch (form) {
      case TAG -> tagged(one.market(), one.ticker(), day);
      case CODE -> listed(markets.ofSuffix(one.market()), one.ticker(), day);
      case INDEX -> index(one.ticker());
      case CASH -> american(one.ticker(), day);
      case BLOOMBERG -> listed(markets.ofBloomberg(one.market()), one.ticker(), day);
      case ISIN -> securities.withIsin(one.ticker()).orElse(null);
    };
  }

  private boolean onKnownMarket(Form form, Printed one) {
    return switch (form) {
      case TAG -> !markets.ofPrefix(one.market()).isEmpty();
      case CODE -> !markets.ofSuffix(one.market()).isEmpty();
      case INDEX, CASH, BLOOMBERG, ISIN -> false;
    };
  }

  private void add(
      Tokens tokens, Printed one, Listing listing, boolean[] taken, List<Mention> mentions) {
    int from = tokens.at(one.start());
    int to = Math.min(tokens.at(one.end() - 1) + 1, tokens.size());
    if (from < tokens.size() && !taken[from]) {
      Issuer issuer = securities.issuerOf(listing.id()).orElseThrow();
      Arrays.fill(taken, from, to, true);
      mentions.add(Mention.of(tokens, from, to, issuer, Mention.Kind.TICKER, listing, 0.99));
    }
  }

  /** The listings that a page's tags may name: the primary of a bare ticker's best candidates. */
  Set<Listing> ofPage(List<String> tags, @Nullable LocalDate day) {
    Set<Listing> out = new HashSet<>();
    for (String tag : tags) {
      String ticker =
          tag.strip().toUpperCase(Locale.ROOT).replaceFirst("^\\$", "").replaceFirst("[-+]+$", "");
      int colon = ticker.indexOf(':');
      int dot = ticker.lastIndexOf('.');
      Listing found =
          colon > 0 ? tagged(ticker.substring(0, colon), ticker.substring(colon + 1), day) : null;
      if (found == null && dot > 0) {
        found = listed(markets.ofSuffix(ticker.substring(dot + 1)), ticker.substring(0, dot), day);
      }
      if (found == null) {
        found = american(ticker, day);
      }
      List<Listing> alone = securities.withTickerOn(ticker, null, day);
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

  /** Whether it ends where a token does: "GM.Not" is no code of the New York exchange. */
  private static boolean whole(Tokens tokens, Printed one) {
    int last = tokens.at(one.end() - 1);
    return last < tokens.size() && tokens.get(last).end() == one.end();
  }

  private @Nullable Listing tagged(String prefix, String ticker, @Nullable LocalDate day) {
    Listing whole = listed(markets.ofPrefix(prefix), ticker, day);
    int space = prefix.lastIndexOf(' ');
    return whole != null || space < 0
        ? whole
        : listed(markets.ofPrefix(prefix.substring(space + 1)), ticker, day);
  }

  private @Nullable Listing listed(List<String> mics, String ticker, @Nullable LocalDate day) {
    for (String mic : mics) {
      for (String form : forms(mic, ticker)) {
        if (isTicker(form)) {
          List<Listing> borne = securities.withTickerOn(form, mic, day);
          if (!borne.isEmpty()) {
            return borne.getFirst();
          }
        }
      }
    }
    // papers mix the American markets up
    return mics.contains("XNYS") || mics.contains("XNAS") ? american(ticker, day) : null;
  }

  /** Whether it is one that {@link ListingId} takes. */
  static boolean isTicker(String form) {
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      boolean plain = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!plain && (i == 0 || ".&_/-".indexOf(c) < 0)) {
        return false;
      }
    }
    return !form.isEmpty() && form.length() <= LONGEST_TICKER;
  }

  static List<String> forms(String mic, String ticker) {
    if (mic.equals("XHKG") && HONG_KONG.matcher(ticker).matches()) {
      String digits = ticker.length() == 5 ? ticker.substring(1) : ticker;
      return List.of("0".repeat(4 - digits.length()) + digits);
    }
    return List.of(ticker, ticker.replace('.', '-'));
  }

  private @Nullable Listing american(String ticker, @Nullable LocalDate day) {
    List<Listing> candidates = securities.withTickerOn(ticker, null, day);
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
    List<Listing> borne = securities.withTickerOn(code, ListingId.INDEX, null);
    return borne.isEmpty() ? null : borne.getFirst();
  }
}
