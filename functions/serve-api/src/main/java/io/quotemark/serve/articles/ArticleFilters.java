package io.quotemark.serve.articles;

import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.market.listings.ListingSearch;
import io.quotemark.securities.Securities;
import io.quotemark.serve.http.Blanks;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.Similar;
import io.quotemark.storage.articles.ArticleQuery;
import io.quotemark.storage.articles.ArticleQuery.Sort;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The filters and orders that every list of articles and claims takes; all that are given hold. */
public final class ArticleFilters {
  private static final String LEAST = "min_confidence";

  public static final Set<String> NAMES =
      Set.of(
          "listing",
          "symbol",
          "issuer",
          "source",
          "language",
          "verdict",
          "claim_kind",
          "flag",
          "published_after",
          "published_before",
          "published_on",
          "updated_since",
          "q",
          "sort",
          "order",
          "limit",
          "cursor");

  /** Those of the list of claims. */
  public static final Set<String> OF_CLAIMS = with(ArticleFilters.LEAST);

  /** Those of a list that hands out parts of its articles. */
  public static final Set<String> WITH_PARTS = with("include");

  /** Those of the feed, which has one verdict and one order. */
  public static final Set<String> OF_FEED = without("verdict", "sort", "order", "updated_since");

  private static final List<String> VERDICTS =
      Arrays.stream(Verdict.Outcome.values()).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();

  /** Verdicts that come with a probability. */
  private static final Set<String> SAID_TO_BE_FALSE = Set.of("contradicted", "doubtful");

  private static final List<String> KINDS =
      Arrays.stream(ClaimKind.values()).map(ClaimKind::name).toList();

  /** Known from other articles, and of the sample: neither is stored with a claim. */
  private static final Set<Verdict.Flag> NOT_STORED =
      Set.of(Verdict.Flag.PROPAGATED, Verdict.Flag.SAMPLE_DATA);

  private static final List<String> FLAGS =
      Arrays.stream(Verdict.Flag.values())
          .filter(flag -> !NOT_STORED.contains(flag))
          .map(Verdict.Flag::name)
          .toList();
  private static final List<String> SORTS =
      Arrays.stream(Sort.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList();

  /** Listings of one ticker or issuer that a request follows. */
  private static final int MOST_LISTINGS = 20;

  private static final int MOST_WORDS = 8;

  private final Securities securities;
  private final ListingSearch search;

  ArticleFilters(Securities securities) {
    this.securities = securities;
    this.search = new ListingSearch(securities);
  }

  /**
   * @param listing that the path names, null where it names none
   * @throws Problem.Raised where a value is unusable, or names a listing or issuer there is not
   */
  ArticleQuery of(Parameters query, @Nullable ListingId listing) {
    LocalDate on = query.date("published_on");
    LocalDate from = later(query.day("published_after"), on);
    LocalDate to = earlier(query.day("published_before"), on);
    if (from != null && to != null && from.isAfter(to)) {
      throw Problem.unusableParameter(
              on == null ? "published_after" : "published_on", "leaves no day to publish on")
          .raised();
    }
    Instant updatedSince = query.moment("updated_since");
    Sort sort = sort(query.oneOf("sort", SORTS), updatedSince);
    String order = query.oneOf("order", List.of("asc", "desc"));
    Integer least = query.millionths(LEAST);
    Set<String> verdicts = query.someOf("verdict", VERDICTS);
    if (verdicts == null && (least != null || sort == Sort.CONFIDENCE)) {
      verdicts = SAID_TO_BE_FALSE;
    }
    // whoever follows changes reads on from the last one seen
    boolean following = query.text("sort") == null && updatedSince != null;
    return ArticleQuery.builder()
        .listings(listings(query, listing))
        .source(query.text("source"))
        .languages(languages(query.list("language")))
        .verdicts(verdicts)
        .kinds(query.someOf("claim_kind", KINDS))
        .flags(flags(query))
        .days(from, to)
        .times(query.time("published_after"), query.time("published_before"))
        .updatedSince(updatedSince)
        .words(words(query.text("q")))
        .sorted(sort, order == null ? !following : order.equals("desc"))
        .surest(least)
        .build();
  }

  private static Set<String> with(String name) {
    Set<String> out = new TreeSet<>(NAMES);
    out.add(name);
    return Set.copyOf(out);
  }

  private static Set<String> without(String... names) {
    Set<String> out = new TreeSet<>(NAMES);
    List.of(names).forEach(out::remove);
    return Set.copyOf(out);
  }

  private static Sort sort(@Nullable String name, @Nullable Instant updatedSince) {
    return name == null
        ? updatedSince == null ? Sort.PUBLISHED_AT : Sort.UPDATED_AT
        : Sort.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private @Nullable Set<String> listings(Parameters query, @Nullable ListingId ofPath) {
    @Nullable Set<String> out = null;
    if (ofPath != null) {
      out = both(out, Set.of(known(ofPath)));
    }
    ListingId listing = query.listing("listing");
    if (listing != null) {
      out = both(out, Set.of(known(listing)));
    }
    String symbol = query.text("symbol");
    if (symbol != null) {
      out = both(out, ofSymbol(symbol));
    }
    String issuer = query.text("issuer");
    return issuer == null ? out : both(out, ofIssuer(issuer));
  }

  private static Set<String> both(@Nullable Set<String> known, Set<String> more) {
    Set<String> out = new TreeSet<>(more);
    if (known != null) {
      out.retainAll(known);
    }
    return out;
  }

  /** A currency pair needs no entry of the master. */
  private String known(ListingId listing) {
    if (!listing.isCurrencyPair() && securities.listing(listing).isEmpty()) {
      throw Problem.notFound("listing", listing.toString(), similar(listing.toString())).raised();
    }
    return listing.toString();
  }

  private List<String> similar(String id) {
    return Similar.to(id, securities.listings().stream().map(l -> l.id().toString()).toList());
  }

  private Set<String> ofSymbol(String symbol) {
    Set<String> out = new TreeSet<>();
    securities.listings().stream()
        .map(Listing::id)
        .filter(id -> id.ticker().equalsIgnoreCase(symbol))
        .forEach(id -> out.add(id.toString()));
    if (out.isEmpty()) {
      throw Problem.notFound(
              "symbol",
              symbol,
              Similar.to(
                  symbol.toUpperCase(Locale.ROOT),
                  new TreeSet<>(securities.listings().stream().map(l -> l.id().ticker()).toList())))
          .raised();
    }
    return few("symbol", out);
  }

  private Set<String> ofIssuer(String name) {
    List<Issuer> found = search.find(name);
    List<Issuer> exact = found.stream().filter(issuer -> isCalled(issuer, name)).toList();
    if (exact.isEmpty()) {
      throw Problem.notFound("issuer", name, found.stream().limit(5).map(Issuer::name).toList())
          .raised();
    }
    Set<String> out = new TreeSet<>();
    exact.forEach(issuer -> issuer.listings().forEach(l -> out.add(l.id().toString())));
    return few("issuer", out);
  }

  private static boolean isCalled(Issuer issuer, String name) {
    return Stream.concat(Stream.of(issuer.name()), issuer.aliases().stream())
        .anyMatch(name::equalsIgnoreCase);
  }

  private static Set<String> few(String parameter, Set<String> listings) {
    if (listings.size() > MOST_LISTINGS) {
      throw Problem.unusableParameter(
              parameter,
              "stands for %d listings, more than the %d that one request follows; name one by listing"
                  .formatted(listings.size(), MOST_LISTINGS))
          .raised();
    }
    return listings;
  }

  private static @Nullable Set<String> flags(Parameters query) {
    if (query.list("flag").contains(Verdict.Flag.PROPAGATED.name())) {
      throw Problem.invalidParameter(
              "flag",
              "PROPAGATED is known from other articles and not stored with a claim; GET"
                  + " /v1/propagated lists copied errors")
          .raised();
    }
    return query.someOf("flag", FLAGS);
  }

  private static @Nullable Set<String> languages(List<String> codes) {
    Set<String> out = new TreeSet<>();
    for (String code : codes) {
      if (!code.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})?")) {
        throw Problem.invalidParameter(
                "language", "must be a code like en or zh-Hant, not " + Problem.shown(code))
            .raised();
      }
      out.add(code);
    }
    return out.isEmpty() ? null : out;
  }

  private static List<String> words(@Nullable String text) {
    List<String> words = text == null ? List.of() : Blanks.words(text);
    if (words.size() > MOST_WORDS) {
      throw Problem.invalidParameter("q", "has more than " + MOST_WORDS + " words").raised();
    }
    return words;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }
}
