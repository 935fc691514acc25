package io.quotemark.runtime.rows;

import io.quotemark.runtime.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Exported files: where they lie, and what is in them. The same rows are the same bytes. */
public final class ClaimFiles {
  /** Folder of claims, an object a line. */
  public static final String NDJSON = "exports/claims";

  /** Folder of the same claims as Parquet: apart, since a table of Athena takes all of a folder. */
  public static final String PARQUET = "exports/claims-parquet";

  /** Folder of articles that went. */
  public static final String REMOVED = "exports/removed";

  /** Columns of the Parquet files, in order. */
  public static final List<Parquet.Column> COLUMNS =
      ClaimRow.NAMES.stream()
          .map(name ->
              new Parquet.Column(
                  name,
                  ClaimRow.DECIMALS.contains(name)
                      ? Parquet.Type.DECIMAL
                      : name.equals(ClaimRow.DAY) ? Parquet.Type.DAY : Parquet.Type.TEXT))
          .toList();

  private ClaimFiles() {}

  /** An article that went. */
  public record Gone(String id, String time, boolean takenDown) {}

  /** What the keys of a day begin with. */
  public static String folder(String folder, LocalDate day) {
    return folder + "/date=" + day + "/";
  }

  /**
   * @param part from 1
   */
  public static String key(String folder, LocalDate day, int part) {
    return folder(folder, day)
        + String.format(
            Locale.ROOT, "part-%04d%s", part, folder.equals(PARQUET) ? ".parquet" : ".ndjson.gz");
  }

  /** An object a line, under gzip. */
  public static byte[] ndjson(List<ClaimRow> rows) {
    return lines(rows.stream().map(row -> Json.write(row::write)).toList());
  }

  public static byte[] parquet(List<ClaimRow> rows) {
    List<List<@Nullable String>> values = new ArrayList<>();
    for (ClaimRow row : rows) {
      List<@Nullable String> cells = new ArrayList<>();
      ClaimRow.NAMES.forEach(name -> cells.add(row.get(name)));
      values.add(cells);
    }
    return Parquet.write(COLUMNS, values);
  }

  /** An object a line, under gzip. */
  public static byte[] removed(List<Gone> articles) {
    return lines(
        articles.stream()
            .map(gone ->
                Json.write(out -> {
                  out.writeStartObject();
                  out.writeStringField("article_id", gone.id());
                  out.writeStringField("removed_at", gone.time());
                  out.writeBooleanField("taken_down", gone.takenDown());
                  out.writeEndObject();
                }))
            .toList());
  }

  private static byte[] lines(List<byte[]> objects) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      for (byte[] object : objects) {
        out.write(object);
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }
}
