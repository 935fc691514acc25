package io.quotemark.serve.http;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list in the form that Accept asks for: one JSON document, one JSON value a line, or
 * CSV (RFC 4180). In every form the Link header leads to the next page (RFC 8288), relative to the
 * address asked for.
 *
 * @param name of the list in the JSON document
 * @param items of this page
 * @param json writes one item as an object
 * @param columns of the CSV form
 */
public record Rows<T>(
    String name, List<T> items, Item<T> json, List<Column<T>> columns, Meta meta) {
  /** Writes one item. */
  @FunctionalInterface
  public interface Item<T> {
    void write(T item, JsonGenerator out) throws IOException;
  }

  /** One column, empty where the value is null. */
  public record Column<T>(String name, Function<T, @Nullable String> value) {}

  /**
   * @param next cursor of the next page, null on the last
   * @param asOf time of the latest change that the list knows of, null where there is none
   * @param sample whether anything on the page rests on sample data
   */
  public record Meta(@Nullable String next, @Nullable String asOf, boolean sample) {}

  public Rows {
    items = List.copyOf(items);
    columns = List.copyOf(columns);
  }

  public HttpResponse answer(HttpRequest request) {
    MediaType type = MediaType.of(request.headers());
    byte[] body =
        switch (type) {
          case JSON -> document();
          case NDJSON -> lines();
          case CSV -> table(items, columns);
        };
    HttpResponse response = Answers.list(type.contentType(), body).with("vary", "accept");
    String next = meta.next();
    return next == null
        ? response
        : response.with("link", "<" + request.queryWith("cursor", next) + ">; rel=\"next\"");
  }

  private byte[] document() {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart(name);
      for (T item : items) {
        json.write(item, out);
      }
      out.writeEndArray();
      out.writeObjectFieldStart("meta");
      out.writeStringField("next_cursor", meta.next());
      out.writeStringField("data_as_of", meta.asOf());
      out.writeBooleanField("sample_data", meta.sample());
      out.writeEndObject();
      out.writeEndObject();
    });
  }

  private byte[] lines() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (T item : items) {
      out.writeBytes(Json.write(line -> json.write(item, line)));
      out.write('\n');
    }
    return out.toByteArray();
  }

  /** Rows that there is no other form of. */
  public static <T> HttpResponse csv(List<T> items, List<Column<T>> columns) {
    return Answers.list(MediaType.CSV.contentType(), table(items, columns));
  }

  private static <T> byte[] table(List<T> items, List<Column<T>> columns) {
    StringWriter out = new StringWriter();
    try (CsvWriter rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
      rows.writeRecord(columns.stream().map(Column::name).toList());
      for (T item : items) {
        rows.writeRecord(columns.stream().map(c -> guarded(c.value().apply(item))).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What a spreadsheet would take for a formula begins with an apostrophe: titles are third-party
   * text (https://owasp.org/www-community/attacks/CSV_Injection).
   */
  private static String guarded(@Nullable String value) {
    if (value == null) {
      return "";
    }
    boolean formula =
        !value.isEmpty()
            && "=+-@\t\r".indexOf(value.charAt(0)) >= 0
            && !value.matches("[+-]?[0-9]+([.][0-9]+)?");
    return formula ? "'" + value : value;
  }
}
