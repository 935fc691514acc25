package io.quotemark.serve.articles;

import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.pages.Html;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form that narrows a list of articles. It offers what the list's route takes, so that a filter
 * of the route is one of the page.
 *
 * @param offered names of the route's parameters
 * @param given what the list was narrowed by
 */
public record SearchForm(Set<String> offered, Map<String, String> given) {
  /** Shown at once, and how long a page is, which is no filter. */
  private static final Set<String> FIRST = Set.of("q", "listing", "limit");

  private static final List<String> DAYS = List.of("published_after", "published_before");

  /** Those stored with a claim; the others are known of a whole article, or from others. */
  private static final List<String> FLAGS =
      names(
          Arrays.stream(Verdict.Flag.values())
              .filter(f -> f != Verdict.Flag.PROPAGATED && f != Verdict.Flag.SAMPLE_DATA)
              .toArray(Verdict.Flag[]::new));

  public SearchForm {
    offered = Set.copyOf(offered);
    given = Map.copyOf(given);
  }

  boolean isNarrowed() {
    return given.keySet().stream().anyMatch(name -> !name.equals("limit"));
  }

  Html html() {
    List<Html> first = new ArrayList<>();
    text(first, "q", "Words", "dividend, buyback …");
    text(first, "listing", "Listing", "XHKG:9988");
    List<Html> fields = new ArrayList<>();
    text(fields, "source", "Source", "");
    text(fields, "language", "Language", "en");
    choice(fields, "verdict", "Verdict", names(Verdict.Outcome.values()));
    choice(fields, "claim_kind", "Claim", names(ClaimKind.values()));
    choice(fields, "flag", "Flag", FLAGS);
    for (String day : DAYS) {
      if (offered.contains(day)) {
        fields.add(
            Html.of(
                "<div><label for=\"f-{}\">{}</label><input id=\"f-{}\" name=\"{}\" type=\"date\" value=\"{}\"></div>\n",
                day,
                day.endsWith("after") ? "From" : "To",
                day,
                day,
                given.get(day)));
      }
    }
    return Html.of(
        """
        <form class="search" method="get" action="/" role="search" aria-label="Articles">
        {}
        <div><button type="submit">Show</button>{}</div>
        <details{}><summary>More filters</summary><div class="fields">{}</div></details>
        </form>
        """,
        first,
        Html.when(isNarrowed(), Html.of(" <a href=\"/\">All articles</a>")),
        Html.when(
            given.keySet().stream().anyMatch(name -> !FIRST.contains(name)), Html.of(" open")),
        fields);
  }

  /** What the list was narrowed to, for its heading; null where it was not. */
  @Nullable String words() {
    if (!isNarrowed()) {
      return null;
    }
    return String.join(
        ", ",
        given.entrySet().stream()
            .filter(e -> !e.getKey().equals("limit"))
            .sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey().replace('_', ' ') + " " + e.getValue())
            .toList());
  }

  private void text(List<Html> fields, String name, String label, String example) {
    if (offered.contains(name)) {
      fields.add(
          Html.of(
              "<div><label for=\"f-{}\">{}</label><input id=\"f-{}\" name=\"{}\" value=\"{}\" placeholder=\"{}\"></div>\n",
              name,
              label,
              name,
              name,
              given.get(name),
              example));
    }
  }

  private void choice(List<Html> fields, String name, String label, List<String> values) {
    if (offered.contains(name)) {
      fields.add(
          Html.of(
              "<div><label for=\"f-{}\">{}</label><select id=\"f-{}\" name=\"{}\"><option value=\"\">any</option>{}</select></div>\n",
              name,
              label,
              name,
              name,
              values.stream()
                  .map(v ->
                      v.equalsIgnoreCase(given.get(name))
                          ? Html.of("<option selected>{}</option>", v)
                          : Html.of("<option>{}</option>", v))
                  .toList()));
    }
  }

  /** As the API writes them: verdicts in lower case, kinds and flags in capitals. */
  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(v -> v instanceof Verdict.Outcome ? v.name().toLowerCase(Locale.ROOT) : v.name())
        .toList();
  }
}
