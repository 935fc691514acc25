package io.quotemark.claims.entities;

import io.quotemark.claims.language.Language;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.securities.LegalForms;
import io.quotemark.securities.Securities;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds whom a text speaks of: tickers, names, and words that refer back to a name. Mentions come
 * in order and do not overlap; cost is linear in the text.
 */
public final class EntityFinder {
  private static final Comparator<Mention> BY_PLACE =
      (one, other) -> Integer.compare(one.from(), other.from());

  private final NameFinder names;
  private final TickerFinder tickers;
  private final CurrencyFinder currencies;
  private final References references;

  public EntityFinder(Securities securities) {
    Markets markets = Markets.shipped();
    this.names = new NameFinder(new Names(securities));
    this.tickers = new TickerFinder(securities, markets);
    this.currencies = new CurrencyFinder(securities);
    this.references = new References();
  }

  /**
   * @param pageTickers as the page tags them
   * @param language of the text, null reads as English
   * @param opening whom the title before the text speaks of, null for nobody
   * @param day of publication, null where it is not known
   */
  public List<Mention> find(
      Tokens tokens,
      List<String> pageTickers,
      @Nullable String language,
      @Nullable Issuer opening,
      @Nullable LocalDate day) {
    Language spoken = Language.of(language);
    TickerFinder.Found printed = tickers.find(tokens, day);
    List<Mention> tagged = printed.mentions();
    Set<Issuer> known = new HashSet<>();
    boolean[] taken = new boolean[tokens.size() + 1];
    for (Mention mention : tagged) {
      known.add(mention.named());
      java.util.Arrays.fill(taken, mention.from(), mention.to(), true);
    }
    for (Listing listing : tickers.ofPage(pageTickers, day)) {
      tickers.issuer(listing).ifPresent(known::add);
    }
    List<Mention> all = new ArrayList<>(tagged);
    for (Mention mention : names.find(tokens, spoken, known, day)) {
      add(mention, taken, all);
    }
    for (Mention mention : List.copyOf(all)) {
      Mention code = CodeBehind.of(tokens, mention);
      if (code != null) {
        add(code, taken, all);
      }
    }
    all.sort(BY_PLACE);
    for (Mention mention : new ShortNames(tokens, spoken).find(List.copyOf(all), taken)) {
      add(mention, taken, all);
    }
    for (Mention mention : currencies.find(tokens, spoken)) {
      add(mention, taken, all);
    }
    all.sort(BY_PLACE);
    Set<Integer> strangers = new HashSet<>(printed.unknown());
    for (int at = 1; at < tokens.size(); at++) {
      boolean form = LegalForms.only(tokens.get(at).lower()) && tokens.capitalised(at);
      if (form && tokens.capitalised(at - 1) && !taken[at] && !taken[at - 1]) {
        strangers.add(at);
      }
    }
    return references.resolved(tokens, language, spoken, all, strangers, opening);
  }

  /** The one company that the mentions name; null where they name none or several. */
  public static @Nullable Issuer only(List<Mention> mentions) {
    Set<Issuer> companies = new HashSet<>();
    for (Issuer issuer : byIssuer(mentions).keySet()) {
      if (!issuer.isIndex() && !issuer.isCurrencyPair()) {
        companies.add(issuer);
      }
    }
    return companies.size() == 1 ? companies.iterator().next() : null;
  }

  /** The listings that the page's own tags name. */
  public Set<Listing> ofPage(List<String> pageTickers, @Nullable LocalDate day) {
    return tickers.ofPage(pageTickers, day);
  }

  /** Mentions of each issuer in order of appearance, references left out. */
  public static Map<Issuer, List<Mention>> byIssuer(List<Mention> mentions) {
    Map<Issuer, List<Mention>> out = new java.util.LinkedHashMap<>();
    for (Mention mention : mentions) {
      if (mention.kind() == Mention.Kind.NAME || mention.kind() == Mention.Kind.TICKER) {
        List<Mention> same = out.get(mention.named());
        if (same == null) {
          same = new ArrayList<>();
          out.put(mention.named(), same);
        }
        same.add(mention);
      }
    }
    return out;
  }

  private static void add(Mention mention, boolean[] taken, List<Mention> all) {
    for (int i = mention.from(); i < mention.to(); i++) {
      if (taken[i]) {
        return;
      }
    }
    java.util.Arrays.fill(taken, mention.from(), mention.to(), true);
    all.add(mention);
  }
}
