package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.rows.ClaimFiles;
import io.quotemark.runtime.rows.ClaimRow;
import io.quotemark.sentences.Sentences;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quotemark export}: the claims of what changed on some days, a file a day. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the claims of the articles that last changed on these days (UTC) to files,",
      "a line of JSON each: exports/claims/date=DAY/part-0001.ndjson.gz (docs/flow.md)."
    })
final class ExportCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Where where = new Where();

  @Parameters(index = "0", paramLabel = "FROM", description = "first day, 2026-11-01 for instance")
  private @Nullable LocalDate from;

  @Parameters(index = "1", paramLabel = "TO", description = "last day")
  private @Nullable LocalDate to;

  @Option(names = "--parquet", description = "Parquet instead: exports/claims-parquet/…")
  private boolean parquet;

  @Option(
      names = "--to-folder",
      paramLabel = "DIR",
      description = "where the files go (${DEFAULT-VALUE})")
  private Path folder = Path.of(".");

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    LocalDate first = Objects.requireNonNull(from);
    LocalDate last = Objects.requireNonNull(to);
    if (last.isBefore(first)) {
      throw new Exit.Failure(Exit.USAGE, "TO is before FROM");
    }
    Map<LocalDate, List<ClaimRow>> days = new TreeMap<>();
    try (Deployment deployment = where.deployment();
        Api api = new Api(deployment)) {
      Map<String, String> query = new LinkedHashMap<>();
      query.put("updated_since", first + "T00:00:00Z");
      query.put("sort", "updated_at");
      query.put("order", "asc");
      api.claims(
          query,
          line -> {
            Node listed = Json.read(line.getBytes(StandardCharsets.UTF_8));
            LocalDate day = day(listed);
            if (day.isAfter(last)) {
              return false;
            }
            days.computeIfAbsent(day, one -> new ArrayList<>())
                .add(ClaimRow.ofListed(listed, Sentences.first()));
            return true;
          });
    }
    for (Map.Entry<LocalDate, List<ClaimRow>> day : days.entrySet()) {
      write(out, day.getKey(), day.getValue());
    }
    if (days.isEmpty()) {
      out.println("No claim's article last changed on these days.");
    }
    return Exit.OK;
  }

  private static LocalDate day(Node listed) {
    return LocalDate.ofInstant(
        Instant.parse(listed.at("article").at("updated_at").text()), ZoneOffset.UTC);
  }

  private void write(PrintWriter out, LocalDate day, List<ClaimRow> rows) throws IOException {
    String key = ClaimFiles.key(parquet ? ClaimFiles.PARQUET : ClaimFiles.NDJSON, day, 1);
    Path file = Places.given(folder).resolve(key);
    Files.createDirectories(file.getParent());
    Files.write(file, parquet ? ClaimFiles.parquet(rows) : ClaimFiles.ndjson(rows));
    out.println(file + ": " + rows.size() + (rows.size() == 1 ? " claim" : " claims"));
  }
}
