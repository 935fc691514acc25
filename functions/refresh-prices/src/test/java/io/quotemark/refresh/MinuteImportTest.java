package io.quotemark.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.fixtures.EmbeddedDynamo;
import io.quotemark.fixtures.MinuteWalk;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.prices.PriceFile;
import io.quotemark.runtime.json.PackedFindings;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.prices.MinuteTable;
import io.quotemark.storage.prices.PriceTable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MinuteImportTest {
  private static final ListingId BABA = ListingId.parse("XNYS:BABA");
  private static final Calendars CALENDARS = Calendars.load();

  @RegisterExtension final EmbeddedDynamo local = EmbeddedDynamo.prices("prices");
  private final PriceTable prices = new PriceTable(local.client(), "prices");
  private final MinuteTable minutes = new MinuteTable(local.client(), "prices");

  @Test
  void daysThatNoClaimSpeaksOf_areDropped_andThatIsSaid() {
    MinuteImport from =
        importing(
            Map.of(
                "2025-02-24#a", claim("XNYS:BABA", "2025-02-24"),
                "2025-02-25#b", claim("XNYS:BABA", "2025-02-21"),
                "2025-02-26#c", claim("XHKG:9988", "2025-02-26"),
                "2025-02-26#d",
                    "{\"claims\":[{\"listing\":{\"id\":\"XNYS:BABA\"},\"basis\":null}]}"));

    PriceFile kept = from.kept("prices/BABA.csv", file("2025-02-20", "2025-02-27", 143));

    assertThat(kept.minutes())
        .extracting(bars -> bars.session().toString())
        .containsExactly("2025-02-21", "2025-02-24");
    assertThat(kept.problems())
        .singleElement()
        .asString()
        .isEqualTo("prices/BABA.csv: XNYS:BABA: kept 2 of 6 days: the days that claims speak of");
    from.save(kept);
    assertThat(prices.minutes(new TreeSet<>(kept.minutes().stream().map(MinuteBars::of).toList())))
        .isEqualTo(kept.minutes());
  }

  @Test
  void articleTooLongForTheTable_countsForItsDayAndTheOneBefore() {
    PriceFile kept =
        importing(Map.of("2025-02-24#long", ""))
            .kept("prices/BABA.csv", file("2025-02-20", "2025-02-27", 143));

    assertThat(kept.minutes())
        .extracting(bars -> bars.session().toString())
        .containsExactly("2025-02-21", "2025-02-24");
  }

  @Test
  void minutesInAnotherUnit_thanTheStoredSessions_areRefused() {
    prices.save(
        io.quotemark.market.prices.PriceFiles.parse(
                "XNYS_BABA.csv",
                "date,open,high,low,close,volume\n2025-02-24,143,144,142,143,1\n"
                    .getBytes(StandardCharsets.UTF_8),
                java.time.Instant.parse("2025-03-01T00:00:00Z"))
            .series()
            .getFirst());

    PriceFile kept =
        importing(Map.of("2025-02-24#a", claim("XNYS:BABA", "2025-02-24")))
            .kept("prices/BABA.csv", file("2025-02-24", "2025-02-24", 14_300));

    assertThat(kept.isRefused()).isTrue();
    assertThat(kept.problems()).singleElement().asString().contains("another unit");
  }

  private MinuteImport importing(Map<String, String> claims) {
    return new MinuteImport(
        minutes, new KnownLevels(prices), new ClaimedSessions(claims(claims)), CALENDARS);
  }

  private static String claim(String listing, String session) {
    return "{\"claims\":[{\"listing\":{\"id\":\"%s\"},\"basis\":{\"field\":\"pre\",\"session\":\"%s\"}}]}"
        .formatted(listing, session);
  }

  private static PriceFile file(String from, String to, double price) {
    List<MinuteBars> days = new ArrayList<>();
    LocalDate.parse(from)
        .datesUntil(LocalDate.parse(to).plusDays(1))
        .filter(CALENDARS.of(BABA)::isSession)
        .forEach(day ->
            days.add(
                MinuteWalk.of("XNYS:BABA", day.toString(), "America/New_York")
                    .at("04:00", price)
                    .at("10:00", price * 1.01)
                    .bars(new Random(1))));
    return new PriceFile(List.of(), List.of(), false, "minute bars", days);
  }

  /**
   * Stored articles, two a page.
   *
   * @param bodies by day of publication and id, {@code 2025-02-24#a}; empty where it is not in the
   *     table
   */
  static ClaimedSessions.Articles claims(Map<String, String> bodies) {
    return new ClaimedSessions.Articles() {
      @Override
      public ArticleIndex.Page<ArticleRecord.Summary> latest(
          ListingId listing, LocalDate from, LocalDate to, @Nullable String cursor) {
        List<String> keys =
            new TreeSet<>(bodies.keySet())
                .stream()
                    .filter(key -> !LocalDate.parse(key.substring(0, 10)).isBefore(from))
                    .filter(key -> !LocalDate.parse(key.substring(0, 10)).isAfter(to))
                    .toList();
        int first = cursor == null ? 0 : Integer.parseInt(cursor);
        int end = Math.min(first + 2, keys.size());
        return new ArticleIndex.Page<>(
            keys.subList(first, end).stream().map(MinuteImportTest::summary).toList(),
            end == keys.size() ? null : Integer.toString(end));
      }

      @Override
      public Map<String, byte[]> findings(Collection<String> ids) {
        Map<String, byte[]> found = new HashMap<>();
        bodies.forEach((key, body) -> {
          if (ids.contains(key.substring(11)) && !body.isEmpty()) {
            found.put(
                key.substring(11), PackedFindings.pack(body.getBytes(StandardCharsets.UTF_8)));
          }
        });
        return found;
      }
    };
  }

  private static ArticleRecord.Summary summary(String key) {
    return new ArticleRecord.Summary(
        key.substring(11),
        "",
        null,
        null,
        null,
        "",
        key.substring(0, 10) + "T10:00:00Z",
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        false);
  }
}
