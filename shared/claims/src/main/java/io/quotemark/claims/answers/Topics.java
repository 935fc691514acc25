package io.quotemark.claims.answers;

import io.quotemark.claims.entities.EntityFinder;
import io.quotemark.claims.entities.Mention;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.securities.IssuerKey;
import io.quotemark.securities.LegalForms;
import io.quotemark.securities.Securities;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom the cells, keys and tickers of an answer name. */
final class Topics {
  private static final Pattern TICKER =
      Pattern.compile("[A-Z][A-Z\\d]{0,5}(?:[.-][A-Z]{1,3})?|\\d{4,6}(?:\\.[A-Z]{1,3})?");
  private static final double BARE = 0.95;

  private final Securities securities;
  private final EntityFinder entities;
  private final @Nullable LocalDate day;
  private final Map<String, Optional<Topic>> known = new HashMap<>();

  Topics(Securities securities, EntityFinder entities, @Nullable LocalDate day) {
    this.securities = securities;
    this.entities = entities;
    this.day = day;
  }

  /** Null for a mention of nobody known. */
  @Nullable Topic of(Mention mention) {
    return mention.issuer() == null || mention.refersBack()
        ? null
        : new Topic(
            mention.printed().replaceFirst("[\\s(]+$", ""),
            mention.issuer(),
            mention.listing(),
            null,
            mention.score(),
            mention.isTicker());
  }

  /** Whose ticker the whole text is, where it stands in the place of one; null for no ticker. */
  @Nullable Topic ofTicker(String text) {
    return known.computeIfAbsent(text, t -> Optional.ofNullable(ticker(t))).orElse(null);
  }

  private @Nullable Topic ticker(String text) {
    if (!TICKER.matcher(text).matches()) {
      return null;
    }
    Set<Listing> listed = entities.ofPage(List.of(text), day);
    if (listed.size() != 1) {
      return null;
    }
    Listing listing = listed.iterator().next();
    return securities
        .issuerOf(listing.id())
        .map(issuer -> new Topic(text, issuer, listing, null, BARE, true))
        .orElse(null);
  }

  /** Whose name the whole text is, in letter and form; null where it is nobody's, or several'. */
  @Nullable Topic ofName(String text) {
    String name = plainName(text);
    if (name.length() < 2) {
      return null;
    }
    Set<Issuer> bearers = new HashSet<>();
    for (String key : IssuerKey.ofName(text)) {
      for (Issuer issuer : securities.named(key)) {
        boolean bears =
            plainName(issuer.name()).equals(name)
                || issuer.aliases().stream().anyMatch(alias -> plainName(alias).equals(name));
        if (bears && issuer.listedOn(day) && !issuer.ended() && !issuer.isCurrencyPair()) {
          bearers.add(issuer);
        }
      }
    }
    return bearers.size() == 1
        ? new Topic(text, bearers.iterator().next(), null, null, BARE, false)
        : null;
  }

  /** In small letters, without the forms of companies that close it. */
  private static String plainName(String name) {
    List<String> words =
        new ArrayList<>(List.of(name.strip().toLowerCase(Locale.ROOT).split("\\s+")));
    while (words.size() > 1 && LegalForms.trailing(words.getLast().replace(".", ""))) {
      words.removeLast();
    }
    return String.join(" ", words);
  }

  /** The pair of two ISO codes; null where one of the texts is none. */
  @Nullable Topic ofPair(String printed, String base, String quote) {
    if (!isCurrency(base) || !isCurrency(quote) || base.equals(quote)) {
      return null;
    }
    ListingId pair = ListingId.currencyPair(base, quote);
    ListingId turned = ListingId.currencyPair(quote, base);
    Issuer issuer = securities.issuerOf(pair).or(() -> securities.issuerOf(turned)).orElse(null);
    return new Topic(printed, issuer, null, pair, BARE, true);
  }

  private static boolean isCurrency(String code) {
    if (code.length() != 3) {
      return false;
    }
    for (Currency currency : Currency.getAvailableCurrencies()) {
      if (currency.getCurrencyCode().equals(code)) {
        return true;
      }
    }
    return false;
  }

  /** The listing of the topic's issuer that bears the ticker; null where none does. */
  static @Nullable Listing listingOf(Topic topic, String ticker) {
    Issuer issuer = topic.issuer();
    if (issuer == null) {
      return null;
    }
    int dot = ticker.lastIndexOf('.');
    String bare = plain(dot > 0 ? ticker.substring(0, dot) : ticker);
    for (Listing listing : issuer.listings()) {
      if (plain(listing.ticker()).equals(bare)) {
        return listing;
      }
    }
    return null;
  }

  private static String plain(String ticker) {
    int from = 0;
    while (from < ticker.length() - 1 && ticker.charAt(from) == '0') {
      from++;
    }
    return ticker.substring(from).toUpperCase(Locale.ROOT);
  }
}
