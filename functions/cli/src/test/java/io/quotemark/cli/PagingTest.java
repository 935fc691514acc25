package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every list of the API and of the pages, in every filter and pages of several sizes, against the
 * items of the tables: together the pages hold what is stored, nothing twice, and the last has no
 * cursor. Of small pages of a filtered list only the first are asked for: they hold what the large
 * ones begin with.
 */
@Tag("proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingTest {
  private static final int[] LIMITS = {1, 3, 17};

  private static final int MOST = 100;

  /** Pages of a size that are asked for of a filtered list, if it is not at its end before. */
  private static final int FIRST_PAGES = 6;

  @TempDir static Path data;
  private PagedStore store;

  @BeforeAll
  void start() throws IOException {
    store = new PagedStore(data);
  }

  @AfterAll
  void stop() {
    store.close();
  }

  /** What each filter says of an article; of its claims see {@link #claimFilter}. */
  private Map<String, Predicate<PagedStore.Stored>> filters() {
    Map<String, Predicate<PagedStore.Stored>> out = new LinkedHashMap<>();
    out.put("", a -> true);
    out.put("listing=XXXX:BRWK", a -> a.texts("listings").contains("XXXX:BRWK"));
    out.put("symbol=brwk", a -> a.texts("listings").contains("XXXX:BRWK"));
    // of several listings, whose articles are partly the same
    out.put(
        "issuer=Alibaba%20Group%20Holding%20Limited",
        a ->
            a.texts("listings").stream()
                .anyMatch(l -> l.equals("XHKG:9988") || l.equals("XNYS:BABA")));
    out.put("source=SOURCE%203", a -> a.text("source").equals("Source 3"));
    for (String language : List.of("en", "de")) {
      out.put("language=" + language, a -> a.text("language").equals(language));
    }
    for (String verdict : names("verdicts")) {
      out.put("verdict=" + verdict, a -> a.names("verdicts").contains(verdict));
    }
    for (String kind : names("kinds")) {
      String[] parts = kind.split("/", 2);
      out.put(
          "claim_kind=" + parts[0],
          a -> a.names("kinds").stream().anyMatch(k -> k.startsWith(parts[0] + "/")));
      out.put(
          "claim_kind=" + parts[0] + "&verdict=" + parts[1], a -> a.names("kinds").contains(kind));
    }
    for (String flag :
        store.articles().stream()
            .flatMap(a -> a.texts("flags").stream())
            .collect(Collectors.toSet())) {
      out.put("flag=" + flag, a -> a.texts("flags").contains(flag));
    }
    out.put("published_after=2025-01-15", a -> a.day().compareTo("2025-01-15") >= 0);
    out.put("published_before=2025-01-15", a -> a.day().compareTo("2025-01-15") <= 0);
    String day = store.articles().getFirst().day();
    out.put("published_on=" + day, a -> a.day().equals(day));
    String updated =
        store.articles().stream()
            .map(a -> a.text("updated"))
            .sorted()
            .toList()
            .get(store.articles().size() / 2);
    out.put("updated_since=" + updated, a -> a.text("updated").compareTo(updated) >= 0);
    out.put(
        "q=NUMBER%207",
        a ->
            a.text("title").toLowerCase(Locale.ROOT).contains("number")
                && (a.text("title") + " " + a.text("source")).contains("7"));
    out.put("q=nothing-has-this", a -> false);
    out.put("sort=updated_at", a -> true);
    out.put("order=asc", a -> true);
    out.put("sort=contradicted&order=asc", a -> a.names("verdicts").contains("contradicted"));
    Set<String> ranked =
        store.items("pk", "TOP#reaction").stream()
            .map(i -> PagedStore.text(i, "id"))
            .collect(Collectors.toSet());
    out.put("sort=reaction", a -> ranked.contains(a.text("id")));
    out.put(
        "listing=XXXX:BRWK&verdict=contradicted&language=en&published_after=2024-06-01",
        a ->
            a.texts("listings").contains("XXXX:BRWK")
                && a.names("verdicts").contains("contradicted")
                && a.text("language").equals("en")
                && a.day().compareTo("2024-06-01") >= 0);
    return out;
  }

  private Set<String> names(String map) {
    return store.articles().stream()
        .flatMap(a -> a.names(map).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void articles_inEveryFilterAndOrder_areThoseStored() throws Exception {
    int some = 0;
    for (Map.Entry<String, Predicate<PagedStore.Stored>> filter : filters().entrySet()) {
      List<String> expected = store.ids(filter.getValue());
      some += expected.isEmpty() ? 0 : 1;
      holds("/v1/articles?" + filter.getKey(), "articles", expected);
    }
    // hardly a filter is tried on nothing
    assertThat(some).isGreaterThan(25);
    holds(
        "/v1/listings/XXXX:BRWK/articles?order=asc",
        "articles",
        store.ids(a -> a.texts("listings").contains("XXXX:BRWK")));
    for (int limit : new int[] {1, 3, 17, 25}) {
      holds("/v1/articles?include=claims", "articles", store.ids(a -> true), limit);
    }
  }

  @Test
  void claims_inEveryFilter_areThoseStored() throws Exception {
    for (Map.Entry<String, Predicate<PagedStore.Stored>> filter : filters().entrySet()) {
      Predicate<CheckedClaim> claim = claimFilter(filter.getKey());
      List<String> expected = new ArrayList<>();
      for (String id : store.ids(filter.getValue())) {
        store.claims(id).stream()
            .filter(claim)
            .forEach(c -> expected.add(id + "." + c.claim().id()));
      }
      holds("/v1/claims?" + filter.getKey(), "claims", expected);
    }
  }

  /** Of an article that a filter leaves a list has those claims for which it holds too. */
  private static Predicate<CheckedClaim> claimFilter(String query) {
    Predicate<CheckedClaim> out = c -> true;
    for (String one : query.split("&", -1)) {
      String value = one.substring(one.indexOf('=') + 1);
      out =
          out.and(
              switch (one.replaceFirst("=.*", "")) {
                case "listing" -> c -> isOn(c, Set.of(value));
                case "symbol" -> c -> isOn(c, Set.of("XXXX:BRWK"));
                case "issuer" -> c -> isOn(c, Set.of("XHKG:9988", "XNYS:BABA"));
                case "verdict" -> c -> c.verdict().outcome().name().equalsIgnoreCase(value);
                case "claim_kind" -> c -> c.claim().kind().name().equals(value);
                case "flag" ->
                    c -> c.verdict().flags().stream().anyMatch(f -> f.name().equals(value));
                default -> c -> true;
              });
    }
    return out;
  }

  private static boolean isOn(CheckedClaim claim, Set<String> listings) {
    return claim.claim().listing() != null
        && listings.contains(claim.claim().listing().id().toString());
  }

  @Test
  void uploads_ofEveryStatusAndOfAll_areThoseStored_onThePagesToo() throws Exception {
    for (String status : List.of("", "done", "failed", "removed")) {
      List<String> expected =
          store.items("sk", "UPLOAD").stream()
              .filter(
                  i -> status.isEmpty() || PagedStore.text(i, "status").equalsIgnoreCase(status))
              .map(i -> PagedStore.text(i, "key"))
              .toList();
      assertThat(expected).hasSizeGreaterThanOrEqualTo(PagedStore.REMOVED);
      String query = status.isEmpty() ? "" : "status=" + status;
      holds("/v1/uploads?" + query, "uploads", expected);
      assertThat(followed("/uploads?" + query, "<tr><th scope=\"row\"><bdi>([^<]+)</bdi></th>"))
          .as("/uploads?" + query)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void removedArticles_areThoseStored() throws Exception {
    Map<String, String> times = new TreeMap<>();
    store
        .items("pk", "REMOVED")
        .forEach(i -> times.put(PagedStore.text(i, "id"), PagedStore.text(i, "updated")));
    assertThat(times).hasSize(PagedStore.REMOVED);
    holds("/v1/removed?", "removed", List.copyOf(times.keySet()));
    String since = times.values().stream().sorted().toList().get(PagedStore.REMOVED / 2);
    holds(
        "/v1/removed?updated_since=" + since,
        "removed",
        times.entrySet().stream()
            .filter(e -> e.getValue().compareTo(since) >= 0)
            .map(Map.Entry::getKey)
            .toList());
  }

  @Test
  void feed_leadsToEveryContradictedArticle() throws Exception {
    for (int limit : new int[] {1, 3, 17, MOST}) {
      List<String> seen = new ArrayList<>();
      String next = "/v1/feed.atom?limit=" + limit;
      while (!next.isEmpty()) {
        String feed = get(next);
        all("urn:quotemark:article:([0-9a-f]+)", feed).forEach(seen::add);
        next =
            all("rel=\"next\" href=\"https?://[^/]+([^\"]+)\"", feed).stream()
                .findFirst()
                .orElse("")
                .replace("&amp;", "&");
      }
      assertThat(seen)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(
              store.ids(a -> a.names("verdicts").contains("contradicted")));
    }
  }

  @Test
  void pagesOfArticles_leadToEveryOne() throws Exception {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    expected.put("/", store.ids(a -> true));
    expected.put("/?limit=17", store.ids(a -> true));
    expected.put("/?language=de", store.ids(a -> a.text("language").equals("de")));
    expected.put("/listings/XXXX:BRWK", store.ids(a -> a.texts("listings").contains("XXXX:BRWK")));
    expected.put(
        "/sources/Source%203?published_after=2024-01-01&published_before=2025-12-31",
        store.ids(a -> a.text("source").equals("Source 3")));
    for (Map.Entry<String, List<String>> page : expected.entrySet()) {
      assertThat(followed(page.getKey(), "<h3[^>]*><a href=\"/articles/([0-9a-f]+)\""))
          .as(page.getKey())
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(page.getValue());
    }
  }

  /** Lists that come whole, or as many as were asked for. */
  @Test
  void listsWithoutCursors_holdWhatIsStored_orAsMuchAsWasAsked() throws Exception {
    assertThat(ids(page("/v1/watchlist"), "listings")).containsExactly("XHKG:9988", "XXXX:BRWK");
    String copy = store.ids(a -> a.text("source").equals("Copyist 0")).getFirst();
    List<String> alike = ids(page("/v1/articles/" + copy + "/similar?limit=50"), "similar");
    assertThat(alike)
        .containsExactlyInAnyOrderElementsOf(
            store.ids(a -> a.text("source").matches("Copyist [1-9]")))
        .hasSize(PagedStore.COPIES - 1);
    for (int limit : new int[] {1, 3, 17}) {
      assertThat(ids(page("/v1/articles/" + copy + "/similar?limit=" + limit), "similar"))
          .isEqualTo(alike.subList(0, Math.min(limit, alike.size())));
      Node found = page("/v1/listings/search?q=ba&limit=" + limit);
      assertThat(found.at("meta").at("found").number()).isGreaterThan(17);
      assertThat(found.at("issuers").elements()).hasSize(limit);
    }
  }

  private void holds(String list, String name, List<String> expected) throws Exception {
    boolean filtered = !list.endsWith("?");
    List<String> whole = holds(list, name, expected, MOST);
    for (int limit : LIMITS) {
      if (filtered && expected.size() > limit * FIRST_PAGES) {
        assertThat(followed(list, name, limit, FIRST_PAGES))
            .as(list + " in pages of " + limit)
            .isEqualTo(whole.subList(0, limit * FIRST_PAGES));
      } else {
        holds(list, name, expected, limit);
      }
    }
  }

  /**
   * @return the list in its order
   */
  private List<String> holds(String list, String name, List<String> expected, int limit)
      throws Exception {
    List<String> seen = followed(list, name, limit, Integer.MAX_VALUE);
    assertThat(seen)
        .as(list + " in pages of " + limit)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(expected);
    return seen;
  }

  private List<String> followed(String list, String name, int limit, int most) throws Exception {
    List<String> seen = new ArrayList<>();
    Set<String> cursors = new HashSet<>();
    String cursor = "";
    do {
      Node page = page(list + "&limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      assertThat(page.at(name).elements()).as(list).hasSizeLessThanOrEqualTo(limit);
      seen.addAll(ids(page, name));
      cursor = page.at("meta").at("next_cursor").textOr("");
      assertThat(cursor.isEmpty() || cursors.add(cursor)).as(list + " goes in a circle").isTrue();
    } while (!cursor.isEmpty() && cursors.size() < most);
    return seen;
  }

  private static List<String> ids(Node page, String name) {
    return page.at(name).elements().stream()
        .map(e -> e.at("id").textOr(e.at("key").textOr("")))
        .toList();
  }

  /** What matches on a page and on all that its link to the next leads to. */
  private List<String> followed(String first, String pattern) throws Exception {
    List<String> seen = new ArrayList<>();
    String page = first;
    while (!page.isEmpty()) {
      String html = get(page);
      seen.addAll(all(pattern, html));
      String next =
          all("rel=\"next\" href=\"([^\"]+)\"", html).stream()
              .findFirst()
              .orElse("")
              .replace("&amp;", "&");
      page = next.startsWith("?") ? first.replaceFirst("\\?.*", "") + next : next;
    }
    return seen;
  }

  private static List<String> all(String pattern, String text) {
    List<String> out = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      out.add(matcher.group(1));
    }
    return out;
  }

  private Node page(String path) throws Exception {
    return Json.read(get(path).getBytes(UTF_8));
  }

  private String get(String path) throws Exception {
    HttpResponse<String> response = store.pipeline().get(path);
    assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
    return response.body();
  }
}
