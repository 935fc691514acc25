package io.quotemark.claims.statements.lattice;

import io.quotemark.claims.text.Cells;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of a commented data file: fields parted by tabs, {@code #} starts a comment line. */
public final class DataLines {
  private DataLines() {}

  /**
   * @throws IllegalArgumentException where a row has not {@code fields} fields
   */
  public static List<List<String>> read(Class<?> beside, String resource, int fields) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<List<String>> rows = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        List<String> row = new ArrayList<>(Cells.parts(line.strip(), "\t"));
        row.removeIf(String::isEmpty); // more than one tab may stand between two
        if (row.size() != fields) {
          throw new IllegalArgumentException(
              resource + ": " + row.size() + " fields in place of " + fields + ": " + line);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** The phrases of a field, parted by a bar between blanks. */
  public static List<String> phrases(String field) {
    return Cells.phrases(field);
  }
}
