package io.quotemark.storage.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys and attributes have their names in the schema, and nowhere else. */
class SchemaTest {
  private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\\n])*)\"");
  private static final Path SOURCES = Path.of("src/main/java/io/quotemark/storage");

  /** Verdicts that are written like an attribute. */
  private static final Set<String> VERDICTS = Set.of("pending");

  @Test
  void nameOfTheSchema_isALiteralInItAlone() throws Exception {
    Set<String> names = new TreeSet<>();
    List<String> prefixes = new ArrayList<>();
    for (Class<?> part :
        List.of(Schema.class, Schema.Articles.class, Schema.Prices.class, Attributes.class)) {
      for (Field field : part.getFields()) {
        switch (field.get(null)) {
          case String name -> names.add(name);
          case Schema.Family family -> prefixes.add(family.prefix());
          case Schema.Index index -> names.addAll(List.of(index.name(), index.pk(), index.sk()));
          default -> throw new IllegalStateException(field.toString());
        }
      }
    }
    assertThat(names).hasSizeGreaterThan(60);
    assertThat(prefixes).hasSizeGreaterThan(12).doesNotHaveDuplicates();
    List<String> strays = new ArrayList<>();
    for (Path file : sources()) {
      LITERAL
          .matcher(Files.readString(file))
          .results()
          .map(found -> found.group(1))
          .filter(text ->
              (names.contains(text) && !VERDICTS.contains(text))
                  || prefixes.stream().anyMatch(text::startsWith))
          .forEach(text -> strays.add(file.getFileName() + ": " + text));
    }
    assertThat(strays).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.getFileName().toString().matches("Schema.java|Attributes.java"))
          .toList();
    }
  }
}
