package io.quotemark.storage.articles;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.EvidenceNeeded;
import io.quotemark.domain.verdict.EvidenceNeeded.Stretch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Claims that wait for prices, over the store. Each article with such claims has one entry in the
 * list {@code WAITING}, which says by listing how many wait for what; like every entry it follows
 * from META, so that replays and overtaken events leave it right, and it goes when the prices came.
 * A request reads the entries and puts them together: what it says is as new as they are.
 */
public final class WaitingClaims {
  /** More listings of one article are not told apart; the claims of the others still count. */
  static final int MOST_LISTINGS = 40;

  /** Stretches of a listing that are kept before they are joined. */
  private static final int MANY_STRETCHES = 500;

  private static final String NEEDS = "needs";
  private static final String CLAIMS = "claims";
  private static final String ALL = "*";

  private final Table table;

  public WaitingClaims(DynamoDbClient client, String tableName) {
    this.table = new Table(client, tableName);
  }

  /**
   * What claims wait for of one listing.
   *
   * @param needed its claims are not named
   * @param claims that wait for it
   * @param articles that they stand in
   */
  public record Waiting(EvidenceNeeded needed, int claims, int articles) {}

  /**
   * @param listings the one that most claims wait for first
   * @param claims that wait for any listing
   * @param complete whether all articles were looked at; the latest were where not
   */
  public record Summary(List<Waiting> listings, int claims, int articles, boolean complete) {
    public Summary {
      listings = List.copyOf(listings);
    }

    /** At most {@code limit} of the listings, from a cursor on. */
    public ArticleIndex.Page<Waiting> page(int limit, @Nullable String cursor) {
      String after = cursor == null ? "" : Cursors.place(LIST, cursor);
      List<Waiting> rest =
          listings.stream().filter(one -> place(one).compareTo(after) > 0).toList();
      List<Waiting> page = rest.subList(0, Math.min(limit, rest.size()));
      return new ArticleIndex.Page<>(
          page, rest.size() > limit ? Cursors.of(LIST, place(page.getLast())) : null);
    }
  }

  /** Tells cursors of this list from others. */
  private static final String LIST = "evidence";

  /** Sorts as the listings do: by claims, most first, then by id. */
  private static String place(Waiting one) {
    return "%09d#%s".formatted(999_999_999 - one.claims(), one.needed().listing());
  }

  /**
   * What all claims wait for together.
   *
   * @param mostArticles that are looked at, the latest first
   */
  public Summary read(int mostArticles) {
    List<Item> entries =
        table.query(
            new Table.Range(ArticleRecord.WAITING, null, null, true, mostArticles + 1, null));
    boolean complete = entries.size() <= mostArticles;
    Map<ListingId, Sum> sums = new TreeMap<>();
    int claims = 0;
    for (Item entry : complete ? entries : entries.subList(0, mostArticles)) {
      claims += (int) entry.number(CLAIMS);
      entry.texts(NEEDS).forEach(need -> add(need, sums));
    }
    List<Waiting> listings = new ArrayList<>();
    sums.forEach((listing, sum) -> listings.add(sum.of(listing)));
    listings.sort(Comparator.comparing(WaitingClaims::place));
    return new Summary(listings, claims, Math.min(entries.size(), mostArticles), complete);
  }

  private static final class Sum {
    private final Set<EvidenceNeed.Field> fields = EnumSet.noneOf(EvidenceNeed.Field.class);
    private List<Stretch> stretches = new ArrayList<>();
    private int claims;
    private int articles;

    Waiting of(ListingId listing) {
      return new Waiting(
          new EvidenceNeeded(listing, stretches, fields, List.of()), claims, articles);
    }
  }

  /** {@code XHKG:9988|2|CLOSE,HIGH,LOW|2025-02-21/2025-02-24 …}. */
  static Item fill(Item entry, ArticleRecord record) {
    return entry
        .text("id", record.id())
        .number(
            CLAIMS,
            record.needs().stream().flatMap(need -> need.claims().stream()).distinct().count())
        .texts(
            NEEDS, record.needs().stream().limit(MOST_LISTINGS).map(WaitingClaims::text).toList());
  }

  private static String text(EvidenceNeeded need) {
    return String.join(
        "|",
        need.listing().toString(),
        String.valueOf(need.claims().size()),
        need.fields().stream().map(Enum::name).collect(Collectors.joining(",")),
        need.sessions().stream()
            .map(one -> (one.from() == null ? ALL : one.from().toString()) + "/" + one.to())
            .collect(Collectors.joining(" ")));
  }

  private static void add(String text, Map<ListingId, Sum> sums) {
    String[] parts = text.split("\\|", -1);
    Sum sum = sums.computeIfAbsent(ListingId.parse(parts[0]), listing -> new Sum());
    sum.articles++;
    sum.claims += Integer.parseInt(parts[1]);
    for (String field : parts[2].split(",", -1)) {
      sum.fields.add(EvidenceNeed.Field.valueOf(field.toUpperCase(Locale.ROOT)));
    }
    for (String stretch : parts[3].split(" ", -1)) {
      String[] ends = stretch.split("/", -1);
      sum.stretches.add(
          new Stretch(
              ends[0].equals(ALL) ? null : LocalDate.parse(ends[0]), LocalDate.parse(ends[1])));
    }
    if (sum.stretches.size() > MANY_STRETCHES) {
      sum.stretches = new ArrayList<>(EvidenceNeeded.joined(sum.stretches));
    }
  }
}
