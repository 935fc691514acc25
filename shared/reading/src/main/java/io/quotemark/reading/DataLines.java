package io.quotemark.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of a tab-separated data file, comments (#) and blank lines left out. */
public final class DataLines {
  private DataLines() {}

  /**
   * @param beside the class in whose package the file lies
   */
  public static List<List<String>> of(Class<?> beside, String name) {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(List.of(line.split("\t", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
    return rows;
  }

  /** Parts of a cell, parted by |. */
  public static List<String> parts(String cell) {
    return cell.isBlank() ? List.of() : List.of(cell.strip().split("\\s*\\|\\s*", -1));
  }
}
