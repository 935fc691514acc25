package io.quotemark.serve.articles;

import io.quotemark.domain.article.Span;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * An article's text with every claim marked where it stands; claims may overlap, so it is cut at
 * every edge.
 */
final class MarkedText {
  private MarkedText() {}

  /** Paragraphs of {@code text}, each a {@code <p>}. */
  static Html paragraphs(String text, List<CheckedClaim> claims) {
    List<Html> out = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int end = text.indexOf("\n\n", from);
      int stop = end < 0 ? text.length() : end;
      if (stop > from) {
        out.add(Html.of("<p>{}</p>\n", marked(text, from, stop, claims, Span.Part.TEXT)));
      }
      if (end < 0) {
        break;
      }
      from = end + 2;
    }
    return Html.join(out);
  }

  static Html title(String title, List<CheckedClaim> claims) {
    return marked(title, 0, title.length(), claims, Span.Part.TITLE);
  }

  private record Placed(int start, int end, CheckedClaim claim) {}

  private static Html marked(
      String text, int from, int to, List<CheckedClaim> claims, Span.Part part) {
    List<Placed> placed = new ArrayList<>();
    TreeSet<Integer> edges = new TreeSet<>(List.of(from, to));
    for (CheckedClaim claim : claims) {
      Span at = claim.claim().at();
      if (at.in() != part) {
        continue;
      }
      int start = text.offsetByCodePoints(0, at.start());
      int end = text.offsetByCodePoints(0, at.end());
      if (end > from && start < to) {
        placed.add(new Placed(start, end, claim));
        edges.add(Math.max(start, from));
        edges.add(Math.min(end, to));
      }
    }
    List<Html> out = new ArrayList<>();
    List<Integer> cuts = List.copyOf(edges);
    for (int i = 0; i + 1 < cuts.size(); i++) {
      out.add(segment(text, cuts.get(i), cuts.get(i + 1), placed));
    }
    return Html.join(out);
  }

  private static Html segment(String text, int from, int to, List<Placed> placed) {
    String words = text.substring(from, to);
    List<Placed> covering =
        placed.stream().filter(p -> p.start() <= from && p.end() >= to).toList();
    if (covering.isEmpty()) {
      return Html.of("{}", words);
    }
    // the shortest claim around the words is the one they are about
    Placed chosen =
        covering.stream()
            .min((a, b) -> Integer.compare(a.end() - a.start(), b.end() - b.start()))
            .orElseThrow();
    var outcome = chosen.claim().verdict().outcome();
    boolean last = to == chosen.end();
    List<Html> begun =
        placed.stream()
            .filter(p -> p.start() == from)
            .map(p -> Html.of("<span id=\"at-{}\"></span>", p.claim().claim().id()))
            .toList();
    return Html.of(
        "{}<a class=\"claim {}\" href=\"#{}\" title=\"{}\">{}{}</a>",
        begun,
        Words.cssClass(outcome),
        chosen.claim().claim().id(),
        Words.of(outcome),
        words,
        Html.when(
            last,
            Html.of(
                "<sup aria-hidden=\"true\">{}</sup><span class=\"aside\"> ({})</span>",
                Words.sign(outcome),
                Words.of(outcome))));
  }
}
