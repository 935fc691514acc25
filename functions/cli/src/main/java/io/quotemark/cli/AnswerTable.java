package io.quotemark.cli;

import io.quotemark.runtime.json.Node;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A checked answer of the contract's JSON for the terminal: each price statement with what may be
 * cited in its place, then the corrected text where a figure is contradicted.
 */
final class AnswerTable {
  private static final String INDENT = " ".repeat(16);

  private final PrintWriter out;

  AnswerTable(PrintWriter out) {
    this.out = out;
  }

  void print(Node checked) {
    Node answer = checked.at("answer");
    Map<String, Node> claims = new HashMap<>();
    checked.at("claims").elements().forEach(claim -> claims.put(claim.at("id").text(), claim));
    if (answer.at("statements").elements().isEmpty()) {
      out.println("  no price statement found");
      return;
    }
    boolean corrected = false;
    for (Node statement : answer.at("statements").elements()) {
      Node claim = Objects.requireNonNull(claims.get(statement.at("claim").text()));
      corrected |= statement.at("correction").isObject();
      statement(statement, claim);
    }
    if (checked.at("sample_data").flag()) {
      out.println("  (rests on sample data)");
    }
    if (corrected) {
      out.println();
      out.println(answer.at("corrected_text").text());
    }
  }

  private void statement(Node statement, Node claim) {
    Node listing = claim.at("listing").at("id");
    out.println(
        "  %-12s  %s  %s"
            .formatted(
                statement.at("standing").text(),
                statement.at("text").text(),
                listing.textOr(claim.at("pair").textOr(""))));
    if (statement.at("cite").isObject()) {
      Node cite = statement.at("cite");
      out.println(
          INDENT
              + "cite %s%s: %s of %s (%s)"
                  .formatted(
                      cite.at("value").text(),
                      cite.at("percent").flag() ? " %" : unit(cite),
                      cite.at("field").textOr("value"),
                      cite.at("session").textOr("no one session"),
                      cite.at("source").textOr("computed")));
    } else if (!claim.at("reasons").elements().isEmpty()) {
      out.println(INDENT + claim.at("reasons").elements().getFirst().text());
    }
    if (statement.at("origin").isObject()) {
      out.println(INDENT + statement.at("origin").at("text").text());
    }
  }

  private static String unit(Node cite) {
    String currency = cite.at("currency").textOr("");
    return currency.isEmpty() ? "" : " " + currency;
  }
}
