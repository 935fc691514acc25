package io.quotemark.serve.articles;

import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Languages;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The form that narrows a list of articles. It offers what the list's route takes, so that a filter
 * of the route is one of the page.
 *
 * @param offered names of the route's parameters
 * @param given what the list was narrowed by
 * @param languages codes of languages that there are articles in
 */
public record SearchForm(
    Set<String> offered, Map<String, String> given, SortedSet<String> languages) {
  /** How long a page is, which is no filter, and what the tabs choose. */
  private static final Set<String> UNSEEN = Set.of("limit", "verdict");

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
    language(fields);
    choice(fields, "verdict", "Verdict", names(Verdict.Outcome.values()));
    choice(fields, "claim_kind", "Claim", names(ClaimKind.values()));
    choice(fields, "flag", "Flag", FLAGS);
    for (String day : DAYS) {
      if (offered.contains(day)) {
        fields.add(
            Template.of(
                    "<div><label for=\"f-{name}\">{label}</label><input id=\"f-{name}\" name=\"{name}\" type=\"date\" value=\"{value}\"></div>\n")
                .with("name", day)
                .with("label", day.endsWith("after") ? "From" : "To")
                .with("value", given.get(day))
                .html());
      }
    }
    return Template.of(
            """
            <form class="search" method="get" action="/" aria-label="Narrow the list">
            <details{open}><summary>Narrow the list</summary>
            {first}
            <div class="fields">{fields}</div>
            <div><button type="submit">Show</button>{all}</div>
            </details>
            </form>
            """)
        .with("first", first)
        .with("all", Html.when(isNarrowed(), Html.of(" <a href=\"/\">All articles</a>")))
        .with(
            "open",
            Html.when(
                given.keySet().stream().anyMatch(name -> !UNSEEN.contains(name)), Html.of(" open")))
        .with("fields", fields)
        .html();
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
            .map(e -> e.getKey().replace('_', ' ') + " " + said(e.getKey(), e.getValue()))
            .toList());
  }

  private void text(List<Html> fields, String name, String label, String example) {
    if (offered.contains(name)) {
      fields.add(
          Template.of(
                  "<div><label for=\"f-{name}\">{label}</label><input id=\"f-{name}\" name=\"{name}\" value=\"{value}\" placeholder=\"{example}\"></div>\n")
              .with("name", name)
              .with("label", label)
              .with("value", given.get(name))
              .with("example", example)
              .html());
    }
  }

  private void choice(List<Html> fields, String name, String label, List<String> values) {
    if (offered.contains(name)) {
      fields.add(
          Template.of(
                  "<div><label for=\"f-{name}\">{label}</label><select id=\"f-{name}\" name=\"{name}\"><option value=\"\">any</option>{values}</select></div>\n")
              .with("name", name)
              .with("label", label)
              .with(
                  "values",
                  values.stream()
                      .map(v ->
                          v.equalsIgnoreCase(given.get(name))
                              ? Html.of(
                                  "<option value=\"{}\" selected>{}</option>", v, said(name, v))
                              : Html.of("<option value=\"{}\">{}</option>", v, said(name, v)))
                      .toList())
              .html());
    }
  }

  /** Only languages that are there, and the one that was asked for; one stands for its scripts. */
  private void language(List<Html> fields) {
    if (!offered.contains("language")) {
      return;
    }
    SortedSet<String> codes = new TreeSet<>(languages);
    languages.stream()
        .filter(code -> code.contains("-"))
        .forEach(code -> codes.add(code.substring(0, code.indexOf('-'))));
    String chosen = given.get("language");
    if (chosen != null) {
      codes.add(chosen);
    }
    choice(fields, "language", "Language", List.copyOf(codes));
  }

  /** A verdict, a flag or a kind in words, a language by its name; anything else as it is. */
  private static String said(String name, String value) {
    if (name.equals("language")) {
      return Languages.name(value);
    }
    if (value.contains(",")) {
      return String.join(
          " or ", Arrays.stream(value.split(",", -1)).map(one -> said(name, one.strip())).toList());
    }
    Enum<?>[] known =
        switch (name) {
          case "verdict" -> Verdict.Outcome.values();
          case "flag" -> Verdict.Flag.values();
          case "claim_kind" -> ClaimKind.values();
          default -> new Enum<?>[0];
        };
    for (Enum<?> one : known) {
      if (one.name().equalsIgnoreCase(value)) {
        return switch (one) {
          case Verdict.Outcome outcome -> Spoken.sentences().verdict(outcome);
          case Verdict.Flag flag -> Spoken.sentences().flag(flag);
          case ClaimKind kind -> Words.of(kind);
          default -> value;
        };
      }
    }
    return value;
  }

  /** As the API writes them: verdicts in lower case, kinds and flags in capitals. */
  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(v -> v instanceof Verdict.Outcome ? v.name().toLowerCase(Locale.ROOT) : v.name())
        .toList();
  }
}
