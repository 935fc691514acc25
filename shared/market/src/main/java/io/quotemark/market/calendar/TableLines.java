package io.quotemark.market.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The cells of a shipped tab-separated file: comment lines ({@code #}) and the header left out. */
public final class TableLines {
  private TableLines() {}

  public static List<String[]> of(Class<?> beside, String resource) {
    InputStream bytes =
        Objects.requireNonNull(
            beside.getResourceAsStream(resource), () -> "no resource " + resource);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
