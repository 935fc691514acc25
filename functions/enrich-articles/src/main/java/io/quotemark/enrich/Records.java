package io.quotemark.enrich;

import io.quotemark.checking.Checker;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.TextSketch;
import io.quotemark.domain.claim.Entity;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.ListingContext;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Odds;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.PackedFindings;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.storage.articles.ArticleRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks an article and makes the record that is stored of it; the same article and bars give the
 * same bytes.
 */
final class Records {
  /** More listings than this of one article are not listed one by one. */
  private static final int MOST_LISTINGS = 40;

  /** More wrong figures than this of one article are not listed one by one. */
  private static final int MOST_ERRORS = 20;

  /** Greater reactions, in basis points of the price, are kept as this one. */
  private static final BigDecimal MOST_REACTION = BigDecimal.valueOf(99_999_999);

  private final Checker checker;
  private final Lacking lacking;
  private final JsonLog log;

  /**
   * @param lacking told which prices would decide what is undecided
   */
  Records(Checker checker, Lacking lacking, JsonLog log) {
    this.checker = checker;
    this.lacking = lacking;
    this.log = log;
  }

  ArticleRecord of(String id, PackedArticle packed, String eventTime) {
    Article article = packed.article();
    long began = System.nanoTime();
    CheckedArticle checked = checker.check(article);
    lacking.note(id, () -> checker.missing(checked));
    Map<String, Integer> verdicts = verdicts(checked);
    log.measured(
        "article_checked",
        figures(verdicts, (System.nanoTime() - began) / 1_000_000),
        "article",
        id);
    String version = Identity.version(article);
    PublicationTime published = article.published();
    Instant moment = published == null ? Instant.parse(eventTime) : published.instant();
    String day = published == null ? eventTime.substring(0, 10) : published.date().toString();
    // the list of a day is in order of time; where only the day is known, it comes last
    String order =
        moment == null
            ? day + "T00:00:00Z"
            : moment.toString().substring(0, 10).equals(day)
                ? moment.toString()
                : day + "T" + moment.toString().substring(11);
    return new ArticleRecord(
        id,
        version,
        article.title(),
        article.source(),
        article.language(),
        day,
        published == null ? null : published.toString(),
        order,
        listings(checked),
        verdicts,
        kinds(checked),
        flags(checked),
        reaction(checked),
        surest(checked),
        errors(checked),
        checked.evidenceNeeded(),
        checked.sampleData(),
        TextSketch.of(article.text()),
        PackedFindings.pack(CheckedArticleJson.write(checked.with(article.withoutTexts()))));
  }

  private static List<Metric> figures(Map<String, Integer> verdicts, long millis) {
    int claims = 0;
    for (int count : verdicts.values()) {
      claims += count;
    }
    int unverifiable = verdicts.getOrDefault("unverifiable", 0);
    List<Metric> figures = new ArrayList<>();
    figures.add(Metric.millis("CheckTime", millis));
    figures.add(Metric.count("Claims", claims));
    figures.add(
        Metric.count(
            "ClaimsVerified",
            verdicts.getOrDefault("verified", 0) + verdicts.getOrDefault("verified_loose", 0)));
    figures.add(Metric.count("ClaimsContradicted", verdicts.getOrDefault("contradicted", 0)));
    figures.add(Metric.count("ClaimsDoubtful", verdicts.getOrDefault("doubtful", 0)));
    figures.add(Metric.count("ClaimsPending", verdicts.getOrDefault("pending", 0)));
    figures.add(Metric.count("ClaimsUnverifiable", unverifiable));
    int notCheckable = verdicts.getOrDefault("not_checkable", 0);
    figures.add(Metric.count("ClaimsNotCheckable", notCheckable));
    if (claims > notCheckable) {
      figures.add(
          new Metric(
              "UnverifiableShare",
              100L * unverifiable / (claims - notCheckable),
              Metric.Unit.PERCENT));
    }
    return figures;
  }

  private static List<String> listings(CheckedArticle checked) {
    Set<String> out = new LinkedHashSet<>();
    for (CheckedClaim claim : checked.claims()) {
      if (claim.claim().listing() != null) {
        out.add(claim.claim().listing().id().toString());
      }
    }
    for (Entity entity : checked.entities()) {
      entity.listings().stream().findFirst().map(ListingId::toString).ifPresent(out::add);
    }
    return out.stream().limit(MOST_LISTINGS).toList();
  }

  private static Map<String, Integer> verdicts(CheckedArticle checked) {
    Map<String, Integer> out = new TreeMap<>();
    for (CheckedClaim claim : checked.claims()) {
      count(claim.verdict().outcome().name().toLowerCase(Locale.ROOT), out);
    }
    return out;
  }

  private static Map<String, Integer> kinds(CheckedArticle checked) {
    Map<String, Integer> out = new TreeMap<>();
    for (CheckedClaim claim : checked.claims()) {
      String outcome = claim.verdict().outcome().name().toLowerCase(Locale.ROOT);
      count(claim.claim().kind() + "/" + outcome, out);
    }
    return out;
  }

  private static void count(String name, Map<String, Integer> counts) {
    counts.put(name, counts.getOrDefault(name, 0) + 1);
  }

  private static List<String> errors(CheckedArticle checked) {
    Set<String> errors = new LinkedHashSet<>();
    for (CheckedClaim claim : checked.claims()) {
      Optional<String> error = claim.errorKey();
      if (error.isPresent() && errors.size() < MOST_ERRORS) {
        errors.add(error.get());
      }
    }
    return List.copyOf(errors);
  }

  /** SAMPLE_DATA is told of the article as a whole. */
  private static List<String> flags(CheckedArticle checked) {
    Set<String> flags = new TreeSet<>();
    for (CheckedClaim claim : checked.claims()) {
      for (Verdict.Flag flag : claim.verdict().flags()) {
        if (flag != Verdict.Flag.SAMPLE_DATA) {
          flags.add(flag.name());
        }
      }
    }
    return List.copyOf(flags);
  }

  private static @Nullable Integer surest(CheckedArticle checked) {
    Integer surest = null;
    for (CheckedClaim claim : checked.claims()) {
      Odds odds = claim.verdict().odds();
      if (odds != null) {
        int millionths =
            odds.confidence().movePointRight(6).setScale(0, RoundingMode.DOWN).intValueExact();
        surest = surest == null ? millionths : Math.max(surest, millionths);
      }
    }
    return surest;
  }

  private static @Nullable Integer reaction(CheckedArticle checked) {
    BigDecimal greatest = null;
    for (ListingContext context : checked.context()) {
      ListingContext.Reaction reaction = context.reaction();
      BigDecimal move = reaction == null ? null : reaction.returns().get("day0");
      if (move != null) {
        BigDecimal size = move.abs().movePointRight(2).setScale(0, RoundingMode.HALF_EVEN);
        greatest = greatest == null ? size : greatest.max(size);
      }
    }
    return greatest == null ? null : greatest.min(MOST_REACTION).intValueExact();
  }
}
