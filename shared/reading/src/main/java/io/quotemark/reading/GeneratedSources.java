package io.quotemark.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sources whose texts a language model writes, as the operator names them.
 *
 * @param names in lower case, with single spaces
 */
public record GeneratedSources(Set<String> names) {
  public static final GeneratedSources NONE = new GeneratedSources(Set.of());

  public GeneratedSources {
    names = Set.copyOf(names);
  }

  /**
   * @param setting names separated by semicolons, null or blank for none
   */
  public static GeneratedSources of(@Nullable String setting) {
    return setting == null
        ? NONE
        : new GeneratedSources(
            Arrays.stream(setting.split(";", -1))
                .map(GeneratedSources::key)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet()));
  }

  /** A source is the same however its letters and spaces are written. */
  boolean contains(@Nullable String source) {
    return source != null && names.contains(key(source));
  }

  private static String key(String source) {
    return source.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
