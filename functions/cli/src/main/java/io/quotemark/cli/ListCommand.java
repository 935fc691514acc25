package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.runtime.json.Node;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** {@code quotemark list}: stored articles, newest publication first. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists stored articles with what was found in them, the newest first.")
final class ListCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Where where = new Where();

  @Option(names = "--listing", paramLabel = "LISTING", description = "for instance XHKG:9988")
  private @Nullable String listing;

  @Option(
      names = "--verdict",
      paramLabel = "VERDICT",
      description = "with a claim that is so: contradicted, doubtful, …")
  private @Nullable String verdict;

  @Option(names = "--from", paramLabel = "DATE", description = "published on that day or later")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "published on that day or earlier")
  private @Nullable LocalDate to;

  @Option(names = "--limit", description = "how many at most (${DEFAULT-VALUE})")
  private int limit = 20;

  @Option(names = "--json", description = "the contract's JSON, one object a line")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (limit < 1) {
      throw new Exit.Failure(Exit.USAGE, "--limit must be 1 or more");
    }
    Map<String, String> query = new LinkedHashMap<>();
    if (listing != null) {
      query.put("listing", Inputs.listing(listing).toString());
    }
    if (verdict != null) {
      query.put("verdict", Inputs.verdict(verdict));
    }
    if (from != null) {
      query.put("published_after", from.toString());
    }
    if (to != null) {
      query.put("published_before", to.toString());
    }
    try (Deployment deployment = where.deployment();
        Api api = new Api(deployment)) {
      if (json) {
        api.articleRows(query, limit).forEach(out::println);
        return Exit.OK;
      }
      List<Node> articles = api.articles(query, limit);
      articles.forEach(article -> print(out, article));
      if (articles.isEmpty()) {
        out.println("No stored article is like that.");
      }
      return Exit.OK;
    }
  }

  private static void print(PrintWriter out, Node article) {
    List<String> facts = new ArrayList<>();
    facts.add(article.at("published_at").textOr("time unknown"));
    String source = article.at("source").textOrNull();
    if (source != null) {
      facts.add(source);
    }
    facts.addAll(article.at("listings").texts());
    if (article.at("sample_data").flag()) {
      facts.add("SAMPLE_DATA");
    }
    List<String> verdicts = new ArrayList<>();
    article
        .at("verdicts")
        .members()
        .forEach(
            (verdict, count) -> verdicts.add(count.number() + " " + verdict.replace('_', ' ')));
    out.println(article.at("id").text() + "  " + article.at("title").textOr("(no title)"));
    out.println("    " + String.join(" · ", facts));
    out.println(
        "    " + (verdicts.isEmpty() ? "no share-price claim" : String.join(", ", verdicts)));
  }
}
