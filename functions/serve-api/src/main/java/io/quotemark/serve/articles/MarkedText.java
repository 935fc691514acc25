package io.quotemark.serve.articles;

import io.quotemark.domain.article.Offsets;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An article's text with every claim marked where it stands; claims may overlap, so it is cut at
 * every edge.
 */
final class MarkedText {
  private MarkedText() {}

  /**
   * A claim on the chars {@code [start, end)} of its part.
   *
   * @param number its place among the claims
   * @param chosen whether it is open first
   */
  private record Placed(int start, int end, int number, boolean chosen, CheckedClaim claim) {}

  /**
   * Paragraphs of {@code text}, each a {@code <p>}.
   *
   * @param chosen id of the claim that is open first, null where there is none
   */
  static Html paragraphs(String text, List<CheckedClaim> claims, @Nullable String chosen) {
    List<Html> out = new ArrayList<>();
    List<Placed> placed = placed(text, claims, Span.Part.TEXT, chosen);
    List<Placed> open = new ArrayList<>(); // those that may reach into the paragraph
    int next = 0;
    int from = 0;
    while (from <= text.length()) {
      int end = text.indexOf("\n\n", from);
      int stop = end < 0 ? text.length() : end;
      if (stop > from) {
        int start = from;
        open.removeIf(one -> one.end() <= start);
        while (next < placed.size() && placed.get(next).start() < stop) {
          open.add(placed.get(next++));
        }
        List<Placed> here = open.stream().filter(one -> one.end() > start).toList();
        out.add(Html.of("<p dir=\"auto\">{}</p>\n", marked(text, from, stop, here)));
      }
      if (end < 0) {
        break;
      }
      from = end + 2;
    }
    return Html.join(out);
  }

  static Html title(String title, List<CheckedClaim> claims, @Nullable String chosen) {
    List<Placed> placed =
        placed(title, claims, Span.Part.TITLE, chosen).stream()
            .filter(one -> one.end() > 0)
            .toList();
    return marked(title, 0, title.length(), placed);
  }

  /** The claims of the part by where they begin. */
  private static List<Placed> placed(
      String text, List<CheckedClaim> claims, Span.Part part, @Nullable String chosen) {
    Offsets offsets = new Offsets(text);
    List<Placed> placed = new ArrayList<>();
    for (CheckedClaim claim : claims) {
      Span at = claim.claim().at();
      if (at.in() == part) {
        int start = offsets.charIndex(at.start());
        boolean open = claim.claim().id().equals(chosen);
        placed.add(new Placed(start, offsets.charIndex(at.end()), placed.size(), open, claim));
      }
    }
    placed.sort(Comparator.comparingInt(Placed::start));
    return placed;
  }

  /**
   * @param placed by where they begin, each with a char in {@code [from, to)}
   */
  private static Html marked(String text, int from, int to, List<Placed> placed) {
    TreeSet<Integer> edges = new TreeSet<>(List.of(from, to));
    for (Placed one : placed) {
      edges.add(Math.max(one.start(), from));
      edges.add(Math.min(one.end(), to));
    }
    List<Html> out = new ArrayList<>();
    List<Placed> covering = new ArrayList<>();
    List<Integer> cuts = List.copyOf(edges);
    int next = 0;
    for (int i = 0; i + 1 < cuts.size(); i++) {
      int cut = cuts.get(i);
      covering.removeIf(one -> one.end() <= cut);
      while (next < placed.size() && placed.get(next).start() <= cut) {
        covering.add(placed.get(next++));
      }
      out.add(segment(text, cut, cuts.get(i + 1), covering));
    }
    return Html.join(out);
  }

  private static Html segment(String text, int from, int to, List<Placed> covering) {
    String words = text.substring(from, to);
    if (covering.isEmpty()) {
      return Html.of("{}", words);
    }
    // the shortest claim around the words is the one they are about
    Placed chosen =
        covering.stream()
            .min(
                Comparator.<Placed>comparingInt(p -> p.end() - p.start())
                    .thenComparingInt(Placed::number))
            .orElseThrow();
    var outcome = chosen.claim().verdict().outcome();
    boolean last = to == chosen.end();
    List<Html> begun =
        covering.stream()
            .filter(p -> p.start() == from)
            .map(p -> Html.of("<span id=\"at-{}\"></span>", p.claim().claim().id()))
            .toList();
    return Template.of(
            "{begun}<a class=\"claim {look}{on}\" href=\"#{id}\" title=\"{word}\">{text}{sign}</a>")
        .with("begun", begun)
        .with("look", Words.cssClass(outcome))
        .with("on", chosen.chosen() ? " on" : "")
        .with("id", chosen.claim().claim().id())
        .with("word", Words.of(outcome))
        .with("text", words)
        .with(
            "sign",
            Html.when(
                last,
                Html.of(
                    "<sup aria-hidden=\"true\">{}</sup><span class=\"aside\"> ({})</span>",
                    Words.sign(outcome),
                    Words.of(outcome))))
        .html();
  }
}
