package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.runtime.json.Node;
import io.quotemark.storage.Inbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quotemark put}: files into the inbox, followed to their verdicts. */
@Command(
    name = "put",
    mixinStandardHelpOptions = true,
    description = "Drops files into the inbox and follows them to their verdicts.")
final class PutCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "articles or bundles, or folders of them")
  private List<Path> files = List.of();

  @Mixin private Where where = new Where();

  @Option(
      names = "--source-kind",
      paramLabel = "KIND",
      description = "news or generated, by a language model; else as the source is set")
  private @Nullable String sourceKind;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    SourceKind kind = Inputs.sourceKind(sourceKind);
    Map<String, String> metadata =
        kind == null ? Map.of() : Map.of("source-kind", Inputs.lower(kind));
    Map<String, byte[]> objects = new LinkedHashMap<>();
    for (Path file : Inputs.files(files)) {
      objects.put(Inbox.ROOT + Inputs.name(file), Inputs.read(file));
    }
    try (Deployment deployment = where.deployment();
        Drop drop = new Drop(deployment)) {
      Map<String, Instant> put = new LinkedHashMap<>();
      objects.forEach((key, bytes) -> put.put(key, drop.put(key, bytes, metadata)));
      int code = Exit.OK;
      int done = 0;
      for (Map.Entry<String, Instant> one : put.entrySet()) {
        out.printf("[%d/%d] %s … ", ++done, put.size(), one.getKey());
        out.flush();
        Optional<Node> outcome = drop.outcome(one.getKey(), one.getValue());
        code = Math.max(code, report(out, drop, outcome));
      }
      return code;
    }
  }

  private static int report(PrintWriter out, Drop drop, Optional<Node> outcome) {
    if (outcome.isEmpty()) {
      out.println("no result yet");
      out.println(drop.standstill());
      return Exit.FAILED_INPUT;
    }
    Node upload = outcome.get();
    String status = upload.at("status").text();
    if (status.equals("processing")) {
      out.println("processing, but nothing works on it; ./quotemark failed says what went wrong");
      out.println(drop.standstill());
      return Exit.FAILED_INPUT;
    }
    String reason = upload.at("reason").textOrNull();
    out.println(status + (reason == null ? "" : ": " + reason));
    VerdictTable table = new VerdictTable(out, true, io.quotemark.sentences.Sentences.first());
    for (String id : upload.at("articles").texts()) {
      table.print(drop.api().article(id));
      out.println("  " + id + "  " + drop.api().page(id));
    }
    return status.equals("failed") ? Exit.FAILED_INPUT : Exit.OK;
  }
}
