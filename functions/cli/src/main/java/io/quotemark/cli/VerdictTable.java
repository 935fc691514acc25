package io.quotemark.cli;

import io.quotemark.domain.verdict.Verdict;
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
  private final Look look;

  private final PrintWriter out;
  private final boolean whole;
  private final io.quotemark.sentences.Sentences sentences;

  /**
   * @param whole whether a reason gets a line of its own, else it is cut at the line's end
   * @param sentences that name verdicts and flags
   */
  VerdictTable(PrintWriter out, boolean whole, io.quotemark.sentences.Sentences sentences) {
    this.out = out;
    this.look = out instanceof TerminalWriter terminal ? terminal.look() : Look.PLAIN;
    this.whole = whole;
    this.sentences = sentences;
  }

  /**
   * @param odds what is right, how likely the statement is false and why, a line each
   */
  private record Row(
      Verdict.Outcome outcome,
      String claim,
      String listing,
      String verdict,
      String reason,
      List<String> odds) {}

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
    int verdicts = width(rows.stream().map(Row::verdict).toList());
    int claims = width(rows.stream().map(Row::claim).toList());
    int listings = width(rows.stream().map(Row::listing).toList());
    for (Row row : rows) {
      String line =
          "  %-${c}s  %-${l}s"
              .replace("${c}", Integer.toString(claims))
              .replace("${l}", Integer.toString(listings))
              .formatted(row.claim(), row.listing());
      verdict(row, verdicts);
      if (whole) {
        out.println(line.stripTrailing());
        indented(row.reason(), verdicts + 4);
        row.odds().forEach(why -> indented(why, verdicts + 4));
      } else {
        out.println(cut(line + "  " + row.reason(), look.width() - verdicts - 2));
      }
    }
    if (whole) {
      checked.at("evidence_needed").elements().forEach(this::needed);
    }
    if (checked.at("sample_data").flag()) {
      out.println("  (rests on sample data)");
    }
  }

  /** On a terminal broken between words where it would not fit. */
  private void indented(String text, int columns) {
    String margin = " ".repeat(columns);
    int room = look.width() - columns;
    String rest = text;
    while (look.terminal() && rest.length() > room) {
      int at = rest.lastIndexOf(' ', room);
      int end = at > 0 ? at : room;
      out.println(margin + rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    out.println(margin + rest);
  }

  private void verdict(Row row, int width) {
    out.print("  ");
    String padded = row.verdict() + " ".repeat(Math.max(0, width - row.verdict().length()));
    if (out instanceof TerminalWriter terminal) {
      terminal.print(padded, colour(row.outcome()));
    } else {
      out.print(padded);
    }
  }

  /** Green, yellow, red, magenta, grey: the pages' colours as terminals have them. */
  private static int colour(Verdict.Outcome outcome) {
    return switch (outcome) {
      case VERIFIED -> 32;
      case VERIFIED_LOOSE -> 33;
      case CONTRADICTED -> 31;
      case DOUBTFUL -> 35;
      case UNVERIFIABLE, PENDING, NOT_CHECKABLE -> 90;
    };
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

  private Row row(Node claim) {
    Verdict.Outcome outcome = Verdict.Outcome.valueOf(upper(claim.at("verdict").text()));
    List<String> flags =
        claim.at("flags").texts().stream()
            .map(Verdict.Flag::valueOf)
            .filter(flag -> flag != Verdict.Flag.SAMPLE_DATA)
            .map(sentences::flag)
            .toList();
    List<String> reasons = claim.at("reasons").texts();
    String listing = claim.at("listing").at("id").textOr("-");
    String reason = reasons.isEmpty() ? sentences.meaning(outcome) : reasons.getFirst();
    return new Row(
        outcome,
        cut(claim.at("text").textOr("").replaceAll("\\s+", " "), WIDEST_CLAIM),
        listing,
        (outcome == Verdict.Outcome.DOUBTFUL ? "? " : "") + sentences.verdict(outcome),
        reason + (flags.isEmpty() ? "" : " [" + String.join(" · ", flags) + "]"),
        lines(claim, outcome));
  }

  /** What an editor can print instead, and how likely the statement is false and why. */
  private List<String> lines(Node claim, Verdict.Outcome outcome) {
    List<String> lines = new ArrayList<>();
    String correction = claim.at("correction").textOrNull();
    if (correction != null) {
      boolean doubtful = outcome == Verdict.Outcome.DOUBTFUL;
      lines.add(sentences.word(doubtful ? "correction_if" : "correction") + ": " + correction);
    }
    lines.addAll(odds(claim, claim.at("verdict").text()));
    return lines;
  }

  private static String upper(String code) {
    return code.toUpperCase(Locale.ROOT);
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
