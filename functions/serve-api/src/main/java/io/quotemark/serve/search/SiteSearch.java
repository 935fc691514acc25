package io.quotemark.serve.search;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.listings.ListingSearch;
import io.quotemark.market.listings.NameGuess;
import io.quotemark.securities.Securities;
import io.quotemark.serve.articles.ArticleSearch;
import io.quotemark.serve.http.Similar;
import io.quotemark.serve.pages.ListingNames;
import io.quotemark.storage.articles.ArticleQuery;
import io.quotemark.storage.articles.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One search for everything that has a page: companies by any of their names, and sources. */
public final class SiteSearch {
  /** Sources whose name is looked up in an article of theirs; their key is in lower case. */
  private static final int MOST_SOURCES = 5;

  private final ListingSearch listings;
  private final NameGuess guess;
  private final ListingNames names;
  private final Sources sources;
  private final ArticleSearch articles;

  public SiteSearch(
      Securities securities, ListingNames names, Sources sources, ArticleSearch articles) {
    this.listings = new ListingSearch(securities);
    this.guess = new NameGuess(securities);
    this.names = names;
    this.sources = sources;
    this.articles = articles;
  }

  /**
   * A company, by the listing that was asked for, the primary one where none was.
   *
   * @param fullName as registered
   */
  record Company(String fullName, ListingNames.Name name) {}

  /**
   * @param companies the best first
   * @param all how many companies there are
   * @param sources as they write themselves
   * @param meant companies that a misspelt name probably meant; none where something was found
   * @param meantSources likewise sources
   */
  record Found(
      List<Company> companies,
      int all,
      List<String> sources,
      List<Company> meant,
      List<String> meantSources) {
    Found {
      companies = List.copyOf(companies);
      sources = List.copyOf(sources);
      meant = List.copyOf(meant);
      meantSources = List.copyOf(meantSources);
    }

    boolean isNothing() {
      return companies.isEmpty() && sources.isEmpty();
    }
  }

  /**
   * @param text part of a name, a ticker as any market writes it, a listing id or an ISIN
   * @param most companies
   */
  Found find(String text, int most) {
    List<Company> companies = new ArrayList<>();
    Set<ListingId> bySymbol = listings.bySymbol(text);
    for (Issuer issuer : listings.find(text)) {
      companies.add(company(issuer, asked(issuer, text, bySymbol)));
    }
    List<String> known = sources.names();
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    List<String> found = known.stream().filter(name -> name.contains(wanted)).toList();
    boolean nothing = companies.isEmpty() && found.isEmpty();
    return new Found(
        companies.subList(0, Math.min(most, companies.size())),
        companies.size(),
        written(found),
        nothing
            ? guess.of(text).stream().map(i -> company(i, i.primary().id())).toList()
            : List.of(),
        nothing ? written(Similar.to(wanted, known)) : List.of());
  }

  private Company company(Issuer issuer, ListingId listing) {
    return new Company(issuer.name(), names.of(listing));
  }

  /** The listing whose ticker or ISIN was typed, else the primary one. */
  private static ListingId asked(Issuer issuer, String text, Set<ListingId> bySymbol) {
    String wanted = text.strip();
    return issuer.listings().stream()
        .filter(listing ->
            bySymbol.contains(listing.id())
                || listing.id().ticker().equalsIgnoreCase(wanted)
                || listing.id().toString().equalsIgnoreCase(wanted)
                || wanted.equalsIgnoreCase(listing.isin()))
        .map(Listing::id)
        .findFirst()
        .orElse(issuer.primary().id());
  }

  /** As the sources write themselves, by their newest article. */
  private List<String> written(List<String> keys) {
    List<String> out = new ArrayList<>();
    for (String key : keys.subList(0, Math.min(MOST_SOURCES, keys.size()))) {
      out.add(
          articles.page(ArticleQuery.ofSource(key, null, null), 1, null).items().stream()
              .map(article -> article.source() == null ? key : article.source())
              .findFirst()
              .orElse(key));
    }
    return out;
  }
}
