package io.quotemark.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines of the commented data files that are shipped beside the classes that read them. */
public final class ShippedLines {
  private ShippedLines() {}

  /**
   * Lines of a file beside a class, without blank ones and comments ({@code #}).
   *
   * @throws IllegalStateException where the jar lacks the file
   */
  public static List<String> of(Class<?> beside, String resource) {
    byte[] text;
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + resource);
      }
      text = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + resource, e);
    }
    List<String> lines = new ArrayList<>();
    // line by line: one letter beyond Latin 1 would make the whole text a wide one
    for (int from = 0; from < text.length; from++) {
      int start = from;
      while (from < text.length && text[from] != '\n') {
        from++;
      }
      if (from > start && text[start] != '#') {
        String line = new String(text, start, from - start, StandardCharsets.UTF_8);
        if (!line.isBlank()) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  /** Tab-separated cells of those lines. */
  public static List<List<String>> cells(Class<?> beside, String resource) {
    List<List<String>> cells = new ArrayList<>();
    for (String line : of(beside, resource)) {
      cells.add(List.of(line.split("\t", -1)));
    }
    return cells;
  }

  /** Tab-separated cells of those lines but the first, which names the columns. */
  public static List<List<String>> rows(Class<?> beside, String resource) {
    List<List<String>> all = cells(beside, resource);
    return all.subList(1, all.size());
  }
}
