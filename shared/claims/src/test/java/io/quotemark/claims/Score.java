package io.quotemark.claims;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Modality;
import io.quotemark.domain.claim.Statements;
import io.quotemark.fixtures.TestArticle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hits, wrong and missed claims by kind, keyed as the project's measure keys them. */
final class Score {
  private static final Set<String> CHECKABLE =
      Set.of(
          "PRICE_LEVEL",
          "MOVE_PCT",
          "MOVE_ABS",
          "PEAK_MOVE_PCT",
          "EXTREME",
          "EXTREME_MOVE",
          "PERIOD_RETURN",
          "STREAK",
          "MARKET_CAP",
          "CAP_CHANGE",
          "INDEX_LEVEL",
          "INDEX_MOVE_PCT",
          "INDEX_MOVE_PTS",
          "FX_RATE",
          "FX_PAIR",
          "THRESHOLD",
          "RELATIVE");
  private static final Set<String> WITH_CURRENCY =
      Set.of("PRICE_LEVEL", "MOVE_ABS", "MARKET_CAP", "CAP_CHANGE", "FX_PAIR", "THRESHOLD");

  private final Map<String, int[]> kinds = new TreeMap<>();
  private final int[] total = new int[3];
  private final List<String> errors = new ArrayList<>();
  private int listed;
  private int resolved;

  /** Scores one passage. */
  void add(Map<String, Object> passage, ClaimFinder finder) {
    Statements found = finder.find(article(passage));
    List<String> got = new ArrayList<>();
    List<@Nullable String> listings = new ArrayList<>();
    for (Claim claim : found.claims()) {
      if (CHECKABLE.contains(claim.kind().name()) && claim.modality() != Modality.FORECAST) {
        got.add(key(claim));
        listings.add(claim.listing() == null ? null : claim.listing().id().toString());
      }
    }
    List<String> lost = new ArrayList<>();
    List<String> extra = new ArrayList<>(got);
    for (Object each : (List<?>) Objects.requireNonNull(passage.get("claims"))) {
      Map<?, ?> gold = (Map<?, ?>) each;
      if (!CHECKABLE.contains(gold.get("kind")) || "forecast".equals(gold.get("modality"))) {
        continue;
      }
      String key = key(gold);
      if (extra.remove(key)) {
        count(key, 0);
      } else {
        lost.add(key + "  «" + gold.get("text") + "»");
        count(key, 2);
      }
      if (gold.get("listing") != null && got.contains(key)) {
        listing(key, String.valueOf(gold.get("listing")), got, listings, passage);
      }
    }
    extra.forEach(key -> count(key, 1));
    if (!lost.isEmpty() || !extra.isEmpty()) {
      errors.add(
          passage.get("id")
              + ": "
              + passage.get("text")
              + "\n   missed "
              + lost
              + "\n   extra  "
              + extra);
    }
  }

  private void listing(
      String key,
      String wanted,
      List<String> got,
      List<@Nullable String> listings,
      Map<String, Object> passage) {
    listed++;
    List<@Nullable String> offered = new ArrayList<>();
    for (int i = 0; i < got.size(); i++) {
      if (got.get(i).equals(key)) {
        offered.add(listings.get(i));
        if (wanted.equals(listings.get(i))) {
          resolved++;
          listings.set(i, "taken");
          return;
        }
      }
    }
    errors.add(passage.get("id") + ": listing " + wanted + " of " + key + " but " + offered);
  }

  private void count(String key, int what) {
    String kind = key.substring(0, key.indexOf(' '));
    kinds.computeIfAbsent(kind, k -> new int[3])[what]++;
    total[what]++;
  }

  static Article article(Map<String, Object> passage) {
    Object language = passage.get("language");
    Object published = passage.get("published");
    return TestArticle.of(String.valueOf(passage.get("text")))
        .published(published == null ? null : time(published.toString()))
        .language(language == null ? null : language.toString())
        .article();
  }

  private static PublicationTime time(String printed) {
    return printed.length() > 10
        ? PublicationTime.at(OffsetDateTime.parse(printed), PublicationTime.Quality.DECLARED)
        : PublicationTime.on(LocalDate.parse(printed));
  }

  private static String key(Claim claim) {
    ClaimKind kind = claim.kind();
    String direction =
        claim.direction() == null
            ? "-"
            : claim.direction().name().toLowerCase(java.util.Locale.ROOT);
    return key(
        kind.name(),
        direction,
        claim.compared().since() != null
            ? claim.compared().since().toString()
            : claim.compared().window() == null ? null : claim.compared().window().toString(),
        claim.value(),
        claim.currency());
  }

  private static String key(Map<?, ?> gold) {
    Object span = gold.get("since") != null ? gold.get("since") : gold.get("window");
    return key(
        String.valueOf(gold.get("kind")),
        gold.get("direction") == null ? "-" : gold.get("direction").toString(),
        span == null ? null : span.toString(),
        gold.get("value") == null ? null : new BigDecimal(gold.get("value").toString()),
        gold.get("currency") == null ? null : gold.get("currency").toString());
  }

  private static String key(
      String kind,
      String direction,
      @Nullable String span,
      @Nullable BigDecimal value,
      @Nullable String currency) {
    String number =
        value == null
            ? "-"
            : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    return switch (kind) {
      case "EXTREME", "EXTREME_MOVE" -> {
        boolean dated = span != null && span.matches("\\d{4}.*");
        String stretch =
            span == null ? "-" : dated ? span.substring(0, Math.min(7, span.length())) : span;
        yield kind + " " + direction + " " + stretch;
      }
      case "RELATIVE" -> kind + " " + direction;
      case "STREAK" -> kind + " " + number + " " + direction;
      default -> kind + " " + number + (WITH_CURRENCY.contains(kind) ? " " + currency : "");
    };
  }

  double precision() {
    return total[0] / (double) Math.max(1, total[0] + total[1]);
  }

  double recall() {
    return total[0] / (double) Math.max(1, total[0] + total[2]);
  }

  double f1() {
    return 2.0 * total[0] / Math.max(1, 2 * total[0] + total[1] + total[2]);
  }

  double listings() {
    return resolved / (double) Math.max(1, listed);
  }

  List<String> errors() {
    return List.copyOf(errors);
  }

  String table() {
    StringBuilder table = new StringBuilder();
    kinds.forEach((kind, row) ->
        table.append(
            "%-16s P %.3f R %.3f hit %d wrong %d missed %d%n"
                .formatted(
                    kind,
                    row[0] / (double) Math.max(1, row[0] + row[1]),
                    row[0] / (double) Math.max(1, row[0] + row[2]),
                    row[0],
                    row[1],
                    row[2])));
    return table
        .append(
            "claims P %.3f R %.3f F1 %.3f listings %d/%d"
                .formatted(precision(), recall(), f1(), resolved, listed))
        .toString();
  }
}
