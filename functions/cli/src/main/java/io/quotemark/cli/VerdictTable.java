package io.quotemark.cli;

import io.quotemark.runtime.json.Node;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A checked article of the contract's JSON as a table for the terminal: the verdict, the claim's
 * words, the listing, and the deciding reason.
 */
final class VerdictTable {
  private static final int WIDEST_CLAIM = 44;
  private static final int LINE = 118;

  private final PrintWriter out;
  private final boolean whole;

  /**
   * @param whole whether a reason gets a line of its own, else it is cut at the line's end
   */
  VerdictTable(PrintWriter out, boolean whole) {
    this.out = out;
    this.whole = whole;
  }

  /**
   * @param odds how likely the statement is false and why, a line each
   */
  private record Row(
      String claim, String listing, String verdict, String reason, List<String> odds) {}

  void print(Node checked) {
    Node article = checked.at("article");
    out.println();
    out.println(article.at("title").textOr("(no title)"));
    out.println("  " + String.join(" · ", facts(article)));
    List<Row> rows = new ArrayList<>();
    for (Node claim : checked.at("claims").elements()) {
      rows.add(row(claim));
    }
    if (rows.isEmpty()) {
      out.println("  no share-price claim found");
      return;
    }
    int claims = width(rows.stream().map(Row::claim).toList());
    int listings = width(rows.stream().map(Row::listing).toList());
    for (Row row : rows) {
      String line =
          "  %-14s  %-${c}s  %-${l}s"
              .replace("${c}", Integer.toString(claims))
              .replace("${l}", Integer.toString(listings))
              .formatted(row.verdict(), row.claim(), row.listing());
      if (whole) {
        out.println(line.stripTrailing());
        out.println(" ".repeat(18) + row.reason());
        row.odds().forEach(why -> out.println(" ".repeat(18) + why));
      } else {
        out.println(cut(line + "  " + row.reason(), LINE));
      }
    }
    if (whole) {
      checked.at("evidence_needed").elements().forEach(this::needed);
    }
    if (checked.at("sample_data").flag()) {
      out.println("  (rests on sample data)");
    }
  }

  /** Which prices would decide, and the first place that has them; minutes come from elsewhere. */
  private void needed(Node needed) {
    List<Node> where = needed.at("where").elements();
    out.println(
        "  waits for prices of %s, %s"
            .formatted(needed.at("listing").text(), MissingPrices.wanted(needed)));
    offer(where.getFirst());
    if (hasMinutes(needed)) {
      where.stream().skip(1).filter(VerdictTable::hasMinutes).findFirst().ifPresent(this::offer);
    }
  }

  private void offer(Node offer) {
    out.println("    " + offer.at("name").text() + ": " + offer.at("todo").text());
    offer.at("files").elements().forEach(file -> out.println("    " + file.at("url").text()));
  }

  private static boolean hasMinutes(Node of) {
    return of.at("fields").texts().contains("minutes");
  }

  private static List<String> facts(Node article) {
    List<String> facts = new ArrayList<>();
    for (String name : List.of("published_at", "source", "language")) {
      String value = article.at(name).textOrNull();
      if (value != null) {
        facts.add(value);
      }
    }
    return facts;
  }

  private static Row row(Node claim) {
    String verdict = claim.at("verdict").textOr("?");
    List<String> flags =
        claim.at("flags").texts().stream().filter(flag -> !flag.equals("SAMPLE_DATA")).toList();
    List<String> reasons = claim.at("reasons").texts();
    String code = claim.at("code").textOrNull();
    String listing = claim.at("listing").at("id").textOr("-");
    String reason = reasons.isEmpty() ? (code == null ? "" : code) : reasons.getFirst();
    return new Row(
        cut(claim.at("text").textOr("").replaceAll("\\s+", " "), WIDEST_CLAIM),
        listing,
        (verdict.equals("doubtful") ? "? " : "")
            + verdict.toUpperCase(Locale.ROOT).replace("_", " "),
        reason + (flags.isEmpty() ? "" : " [" + String.join(" ", flags) + "]"),
        odds(claim, verdict));
  }

  private static List<String> odds(Node claim, String verdict) {
    String confidence = claim.at("confidence").textOrNull();
    if (confidence == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        (verdict.equals("doubtful") ? "look yourself: " : "")
            + "false with probability "
            + confidence);
    claim.at("doubts").texts().forEach(doubt -> lines.add("against that: " + doubt));
    claim.at("supports").texts().forEach(support -> lines.add("for it: " + support));
    return lines;
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(1);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
