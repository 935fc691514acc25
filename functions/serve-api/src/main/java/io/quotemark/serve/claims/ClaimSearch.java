package io.quotemark.serve.claims;

import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Odds;
import io.quotemark.runtime.json.CheckedArticleJson.Statements;
import io.quotemark.serve.articles.ArticleSearch;
import io.quotemark.serve.articles.StoredArticles;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleLists.Placed;
import io.quotemark.storage.articles.ArticleQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds claims across articles, in the order of their articles. */
final class ClaimSearch {
  /** Articles that one request reads; each is an item of its own. */
  private static final int MOST_ARTICLES = 25;

  /** Articles whose entries are read first. */
  private static final int FIRST_ARTICLES = 6;

  private final ArticleSearch articles;
  private final StoredArticles stored;

  ClaimSearch(ArticleSearch articles, StoredArticles stored) {
    this.articles = articles;
    this.stored = stored;
  }

  /**
   * @param cursor of an earlier page of the same query, null for the first
   */
  ArticleIndex.Page<ListedClaim> page(ArticleQuery wanted, int limit, @Nullable String cursor) {
    List<ListedClaim> out = new ArrayList<>();
    @Nullable String next = cursor;
    int read = 0;
    int asked = FIRST_ARTICLES;
    boolean more = true;
    // few articles have most pages' claims; twice as many each time that they were too few
    while (more) {
      Start start = Start.of(next);
      int most = Math.min(asked, MOST_ARTICLES - read);
      ArticleIndex.Page<Placed> page = articles.placed(wanted, most, start.cursor());
      next = fill(out, limit, wanted, page, start.claims());
      read += page.items().size();
      asked *= 2;
      more =
          next != null && out.size() < limit && page.items().size() == most && read < MOST_ARTICLES;
    }
    return new ArticleIndex.Page<>(out, next);
  }

  /**
   * Puts the claims of these articles on the page, as many as it holds.
   *
   * @param skipped claims of the first article that were on the page before
   * @return cursor of what comes next, null where that was all
   */
  private @Nullable String fill(
      List<ListedClaim> out,
      int limit,
      ArticleQuery wanted,
      ArticleIndex.Page<Placed> page,
      int skipped) {
    Map<String, Statements> read = new HashMap<>();
    int before = skipped;
    int reached = 0;
    for (int i = 0; i < page.items().size(); i++) {
      Placed placed = page.items().get(i);
      if (i == reached) {
        List<Placed> ahead = page.items().subList(i, page.items().size());
        List<String> ids = holding(ahead, wanted, before + limit - out.size() + 1);
        read.putAll(stored.statements(ids));
        reached += ids.size();
      }
      // an article may have gone while the list was read
      Statements of = read.getOrDefault(placed.article().id(), Statements.NONE);
      List<CheckedClaim> claims =
          inOrder(of.claims(), wanted).stream().filter(asked(wanted)).toList();
      List<CheckedClaim> left = claims.subList(Math.min(before, claims.size()), claims.size());
      int room = limit - out.size();
      left.stream()
          .limit(room)
          .forEach(claim -> out.add(new ListedClaim(placed.article(), of.address(), claim)));
      if (left.size() > room) {
        return placed.cursor() + "." + (claims.size() - left.size() + room);
      }
      before = 0;
    }
    return page.next();
  }

  /**
   * Where a page begins.
   *
   * @param cursor of its first article, null for the first of all
   * @param claims of that article that were on the page before
   */
  private record Start(@Nullable String cursor, int claims) {
    static Start of(@Nullable String text) {
      int stop = text == null ? -1 : text.lastIndexOf('.');
      if (text == null || stop < 0 || !text.substring(stop + 1).matches("[0-9]{1,6}")) {
        return new Start(text, 0);
      }
      return new Start(text.substring(0, stop), Integer.parseInt(text.substring(stop + 1)));
    }
  }

  /** The first articles that have so many claims of the kind and outcome, if so many do. */
  private static List<String> holding(List<Placed> articles, ArticleQuery query, int claims) {
    List<String> ids = new ArrayList<>();
    int left = claims;
    for (Placed placed : articles) {
      if (left <= 0) {
        break;
      }
      ids.add(placed.article().id());
      left -= query.claims(placed.article());
    }
    return ids;
  }

  /** By confidence where the list is, else as they stand in the article. */
  private static List<CheckedClaim> inOrder(List<CheckedClaim> claims, ArticleQuery query) {
    if (query.sort() != ArticleQuery.Sort.CONFIDENCE) {
      return claims;
    }
    Comparator<CheckedClaim> order = Comparator.comparing(ClaimSearch::confidence);
    return claims.stream().sorted(query.descending() ? order.reversed() : order).toList();
  }

  /** The probability that the claim is false; below all others where nobody says that it is. */
  private static BigDecimal confidence(CheckedClaim claim) {
    Odds odds = claim.verdict().odds();
    return odds == null ? BigDecimal.ONE.negate() : odds.confidence();
  }

  /** What the filters say of a claim; the rest they say of its article. */
  private static Predicate<CheckedClaim> asked(ArticleQuery query) {
    return one ->
        (query.listings() == null
                || (one.claim().listing() != null
                    && query.listings().contains(one.claim().listing().id().toString())))
            && (query.verdicts() == null
                || query
                    .verdicts()
                    .contains(one.verdict().outcome().name().toLowerCase(Locale.ROOT)))
            && (query.surest() == null
                || confidence(one).movePointRight(6).intValue() >= query.surest())
            && (query.kinds() == null || query.kinds().contains(one.claim().kind().name()))
            && (query.flags() == null
                || one.verdict().flags().stream()
                    .anyMatch(flag -> query.flags().contains(flag.name())));
  }
}
