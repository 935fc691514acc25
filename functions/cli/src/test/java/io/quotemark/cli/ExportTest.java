package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.rows.ClaimFiles;
import io.quotemark.runtime.rows.ClaimRow;
import io.quotemark.runtime.rows.Parquet;
import io.quotemark.runtime.rows.Parquet.Column;
import io.quotemark.sentences.Sentences;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exported files hold what the API serves, as DuckDB reads them. */
class ExportTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("words", Parquet.Type.TEXT),
          new Column("figure", Parquet.Type.DECIMAL),
          new Column("day", Parquet.Type.DAY));

  @TempDir Path data;

  @Test
  void parquet_ofAnyValues_isReadBack() throws Exception {
    List<List<@Nullable String>> rows = new ArrayList<>();
    rows.add(Arrays.asList("€ “quoted”\n", "-3.797468", "2025-03-11"));
    rows.add(Arrays.asList(null, null, null));
    rows.add(Arrays.asList("", "99999999999999999999999999.999999999999", "1970-01-01"));
    rows.add(Arrays.asList("円", "0", "1929-10-29"));
    for (int i = 0; i < 5_000; i++) {
      rows.add(Arrays.asList("row " + i, i % 3 == 0 ? null : "-" + i + ".5", "2026-12-01"));
    }
    Path file = data.resolve("any.parquet");
    Files.write(file, Parquet.write(COLUMNS, rows));

    try (DuckDb duck = new DuckDb()) {
      List<Map<String, @Nullable String>> read =
          duck.rows("select * from read_parquet('" + file + "')");
      assertThat(read).hasSize(rows.size());
      for (int i = 0; i < rows.size(); i++) {
        List<@Nullable String> row = rows.get(i);
        assertThat(read.get(i).get("words")).isEqualTo(row.get(0));
        assertThat(plain(read.get(i).get("figure"))).isEqualTo(plain(row.get(1)));
        assertThat(read.get(i).get("day")).isEqualTo(row.get(2));
      }
    }
  }

  @Test
  void parquet_withoutRows_isRead_andOfADecimalTooLarge_isRefused() throws Exception {
    Path file = data.resolve("none.parquet");
    Files.write(file, Parquet.write(COLUMNS, List.of()));
    try (DuckDb duck = new DuckDb()) {
      assertThat(duck.rows("select * from read_parquet('" + file + "')")).isEmpty();
    }
    List<List<@Nullable String>> large = List.of(Arrays.asList("", "1e40", null));
    assertThatThrownBy(() -> Parquet.write(COLUMNS, large))
        .isInstanceOf(NumberFormatException.class);
  }

  @Test
  void nightlyExport_andTheCommand_holdWhatTheApiServes() throws Exception {
    try (Pipeline pipeline = new Pipeline(data, null, Map.of("Exports", "on"))) {
      for (Sample.SampleFile file : Sample.prices()) {
        pipeline.drop().put("prices/" + file.name(), file.bytes());
      }
      for (Sample.SampleFile article : Sample.articles()) {
        pipeline.upload("inbox/" + article.name(), article.bytes());
      }
      pipeline.upload("inbox/gone.txt", Sample.articles().getFirst().bytes());
      pipeline.delete("inbox/gone.txt");
      pipeline.settled();
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      Map<String, ClaimRow> served = served(pipeline);
      assertThat(served).hasSizeGreaterThan(20);

      export(pipeline, data, today);

      Path bucket = data.resolve("bucket");
      String parquet = bucket.resolve(ClaimFiles.PARQUET) + "/*/*.parquet";
      String lines = bucket.resolve(ClaimFiles.NDJSON) + "/*/*.ndjson.gz";
      try (DuckDb duck = new DuckDb()) {
        same(duck.rows("select * from read_parquet('" + parquet + "')"), served, today);
        same(duck.rows(lines(lines)), served, today);
        String removed = bucket.resolve(ClaimFiles.REMOVED) + "/*/*.ndjson.gz";
        assertThat(duck.rows("select article_id from read_json_auto('" + removed + "')"))
            .hasSize(1);

        String folder = "--to-folder=" + data.resolve("out");
        run("export", today.toString(), today.toString(), folder, "--parquet");
        run("export", today.toString(), today.toString(), folder);
        Path out = data.resolve("out");
        same(
            duck.rows("select * from '" + out + "/exports/claims-parquet/*/*.parquet'"),
            served,
            today);
        same(duck.rows(lines(out + "/exports/claims/*/*.ndjson.gz")), served, today);
      }
    }
  }

  /** Lines of JSON with every column as it is written. */
  private static String lines(String files) {
    String columns =
        String.join(", ", ClaimRow.NAMES.stream().map(name -> name + ": 'VARCHAR'").toList());
    return "select * from read_json('%s', columns = {%s}, hive_partitioning = true)"
        .formatted(files, columns);
  }

  /** Has the day exported as a schedule would, and waits for its last file. */
  static void export(Pipeline pipeline, Path data, LocalDate day) throws InterruptedException {
    pipeline.send("OutgoingQueue", "{\"type\": \"export\", \"day\": \"" + day + "\"}");
    Path last = data.resolve("bucket").resolve(ClaimFiles.key(ClaimFiles.REMOVED, day, 1));
    for (int i = 0; i < 600 && !Files.exists(last); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(last).exists();
  }

  /** What the API serves of claims, by their ids. */
  static Map<String, ClaimRow> served(Pipeline pipeline) {
    Map<String, ClaimRow> rows = new TreeMap<>();
    for (Node listed : NewsroomDayTest.rows(pipeline, "/v1/claims", "claims")) {
      rows.put(listed.at("id").text(), ClaimRow.ofListed(listed, Sentences.first()));
    }
    return rows;
  }

  /** Every column of every row, and the day by which they lie apart. */
  static void same(
      List<Map<String, @Nullable String>> read, Map<String, ClaimRow> served, LocalDate day) {
    assertThat(read).hasSize(served.size());
    for (Map<String, @Nullable String> row : read) {
      ClaimRow expected = served.get(row.get("id"));
      assertThat(expected).as("%s is served", row.get("id")).isNotNull();
      for (String column : ClaimRow.NAMES) {
        boolean decimal = ClaimRow.DECIMALS.contains(column);
        String is = row.get(column);
        String should = expected.get(column);
        assertThat(decimal ? plain(is) : is)
            .as("%s of %s", column, row.get("id"))
            .isEqualTo(decimal ? plain(should) : should);
      }
      assertThat(row.get("date")).isEqualTo(day.toString());
    }
  }

  private static @Nullable String plain(@Nullable String decimal) {
    return decimal == null ? null : new BigDecimal(decimal).stripTrailingZeros().toPlainString();
  }

  private void run(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = data.toString();
    StringWriter said = new StringWriter();
    int exit = Quotemark.run(new PrintWriter(said), new PrintWriter(said), all);
    assertThat(exit).as(said.toString()).isZero();
  }
}
