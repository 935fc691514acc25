package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.runtime.json.Node;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code quotemark claims}: the claims of the latest articles, a line each. */
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the claims of the latest articles as tab-separated lines with a header,",
      "for a spreadsheet, cut or awk."
    })
final class ClaimsCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Where where = new Where();

  @Option(names = "--listing", paramLabel = "LISTING", description = "for instance XHKG:9988")
  private @Nullable String listing;

  @Option(
      names = "--verdict",
      paramLabel = "VERDICT",
      description = "only those: verified, verified_loose, contradicted, doubtful, unverifiable, …")
  private @Nullable String verdict;

  @Option(names = "--articles", description = "how many articles at most (${DEFAULT-VALUE})")
  private int most = 20;

  @Option(names = "--json", description = "the contract's JSON, one object a line")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    String wanted = verdict == null ? null : Inputs.verdict(verdict);
    Map<String, String> query = new LinkedHashMap<>();
    if (listing != null) {
      query.put("listing", Inputs.listing(listing).toString());
    }
    try (Deployment deployment = where.deployment();
        Api api = new Api(deployment)) {
      if (json) {
        if (wanted != null) {
          query.put("verdict", wanted);
        }
        api.claimRows(query, Math.max(1, most)).forEach(out::println);
        return Exit.OK;
      }
      out.println(
          "article\tclaim\tpublished_at\tlisting\tkind\ttext\tverdict\tconfidence\tflags\treason");
      for (Node summary : api.articles(query, Math.max(1, most))) {
        String id = summary.at("id").text();
        for (Node claim : api.article(id).at("claims").elements()) {
          String of = claim.at("listing").at("id").textOr("");
          if ((wanted == null || claim.at("verdict").text().equals(wanted))
              && (listing == null || of.equals(query.get("listing")))) {
            out.println(line(summary, claim, of));
          }
        }
      }
      return Exit.OK;
    }
  }

  private static String line(Node summary, Node claim, String listing) {
    List<String> reasons = claim.at("reasons").texts();
    return String.join(
        "\t",
        List.of(
            summary.at("id").text(),
            claim.at("id").text(),
            summary.at("published_at").textOr(""),
            listing,
            claim.at("kind").text(),
            cell(claim.at("text").textOr("")),
            claim.at("verdict").text(),
            claim.at("confidence").textOr(""),
            String.join(" ", claim.at("flags").texts()),
            cell(reasons.isEmpty() ? "" : reasons.getFirst())));
  }

  /** One cell: no tab, no line end, and nothing that a spreadsheet would take for a formula. */
  static String cell(String text) {
    String flat = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return flat.matches("[=+@-].*") ? "'" + flat : flat;
  }
}
