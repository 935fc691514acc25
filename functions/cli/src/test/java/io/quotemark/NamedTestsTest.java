package io.quotemark;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.local.template.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents call a test is one, and no promise stands without. */
class NamedTestsTest {
  private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*Test)`");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test|[a-z]\\w*_\\w+)`");

  /** A check that is a command of its own. */
  private static final Pattern COMMAND = Pattern.compile("`(functions/\\w+/\\w+)`");

  @ParameterizedTest
  @ValueSource(strings = {"docs/reliability.md", "docs/security.md"})
  void test_thatADocumentNames_exists(String document) throws IOException {
    Set<String> missing = new TreeSet<>();
    CLASS
        .matcher(Files.readString(Checkout.home().resolve(document)))
        .results()
        .map(found -> found.group(1))
        .forEach(missing::add);
    for (String row : rows(document)) {
      NAMED.matcher(lastCell(row)).results().map(found -> found.group(1)).forEach(missing::add);
    }
    assertThat(missing).as("read from %s", document).hasSizeGreaterThan(10);
    missing.removeAll(tests());
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/reliability.md", "docs/security.md"})
  void row_ofAFaultOrAnAttack_namesItsTest(String document) throws IOException {
    assertThat(rows(document))
        .allSatisfy(row -> {
          String cell = lastCell(row);
          assertThat(NAMED.matcher(cell).find() || COMMAND.matcher(cell).find()).as(row).isTrue();
        });
  }

  @Test
  void rows_areThoseOfTheTablesWhoseLastColumnIsTests() throws IOException {
    assertThat(rows("docs/reliability.md")).anyMatch(row -> row.contains("zero bytes"));
    assertThat(rows("docs/security.md")).anyMatch(row -> row.contains("zip slip"));
  }

  /** Rows of the tables that end in a column of tests. */
  private static List<String> rows(String document) throws IOException {
    List<String> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(Checkout.home().resolve(document))) {
      if (line.startsWith("|") && line.endsWith("| test |")) {
        inside = true;
      } else if (!line.startsWith("|")) {
        inside = false;
      } else if (inside && !line.startsWith("|---")) {
        rows.add(line);
      }
    }
    return rows;
  }

  private static String lastCell(String row) {
    String[] cells = row.split("\\|", -1);
    return cells[cells.length - 2];
  }

  /** Names of test classes and of their methods, in every module. */
  private static Set<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(Checkout.home())) {
      return files
          .filter(file -> file.toString().contains("/src/test/java/"))
          .filter(file -> file.toString().endsWith("Test.java"))
          .flatMap(NamedTestsTest::names)
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> names(Path file) {
    try {
      String simple = file.getFileName().toString().replace(".java", "");
      return Stream.concat(
          Stream.of(simple),
          METHOD.matcher(Files.readString(file)).results().map(found -> found.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
