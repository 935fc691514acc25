package io.quotemark.market.listings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines of a tab-separated file under a header; lines that start with # are comments. */
final class Table {
  /**
   * @param line counted from 1, as an editor shows it
   */
  record Row(String file, int line, Map<String, Integer> columns, List<String> cells) {
    String get(String column) {
      Integer at = columns.get(column);
      if (at == null) {
        throw new IllegalArgumentException(file + " has no column " + column);
      }
      return at < cells.size() ? cells.get(at).strip() : "";
    }

    /** The cell of a column the file may leave out; empty then. */
    String optional(String column) {
      return columns.containsKey(column) ? get(column) : "";
    }

    List<String> list(String column) {
      String cell = optional(column);
      if (cell.isEmpty()) {
        return List.of();
      }
      List<String> parts = new ArrayList<>(4);
      for (String part : split(cell, '|')) {
        if (!part.isBlank()) {
          parts.add(part.strip());
        }
      }
      return List.copyOf(parts);
    }

    IllegalArgumentException wrong(String why) {
      return new IllegalArgumentException(file + " line " + line + ": " + why);
    }
  }

  private Table() {}

  /** All parts, empty ones too. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>(20);
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }

  static List<Row> resource(String name) {
    InputStream in = Table.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("the jar lacks " + name);
    }
    return read(name, new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** Reads to the end and closes. */
  static List<Row> read(String name, Reader reader) {
    List<Row> rows = new ArrayList<>(6000);
    Map<String, Integer> columns = new HashMap<>();
    try (BufferedReader in = new BufferedReader(reader)) {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        List<String> cells = split(line, '\t');
        if (columns.isEmpty()) {
          for (int i = 0; i < cells.size(); i++) {
            columns.put(cells.get(i).strip(), i);
          }
        } else {
          rows.add(new Row(name, number, columns, cells));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
    return rows;
  }
}
