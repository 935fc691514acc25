package io.quotemark;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.local.template.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule that code cites by its number stands in docs/verdicts.md. */
class RulesTest {
  /** "(rule 7)", "rules 3, 6, 9, 10", "rules 1 and 2", also over a line of a comment. */
  private static final Pattern CITED =
      Pattern.compile(
          "\\b[Rr]ules?[\\s*]+(\\d{1,2}(?!\\d)(?:(?:,[\\s*]+|[\\s*]+and[\\s*]+)\\d{1,2}(?!\\d))*)");

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern DEFINED = Pattern.compile("(?m)^(\\d+)\\. \\*\\*");

  private static Set<Integer> defined() throws IOException {
    String text = Files.readString(Checkout.home().resolve("docs/verdicts.md"));
    int start = text.indexOf("\n## The rules\n");
    int end = text.indexOf("\n## ", start + 1);
    Set<Integer> numbers = new TreeSet<>();
    DEFINED
        .matcher(text.substring(start, end))
        .results()
        .forEach(rule -> numbers.add(Integer.valueOf(rule.group(1))));
    return numbers;
  }

  /** Each number that Java of the project cites, with a file that does. */
  private static Map<Integer, String> cited() throws IOException {
    Map<Integer, String> cited = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Checkout.home())) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/target/"))
          .forEach(file -> cites(read(file)).forEach(n -> cited.put(n, file.toString())));
    }
    return cited;
  }

  private static Set<Integer> cites(String code) {
    Set<Integer> numbers = new TreeSet<>();
    Matcher citations = CITED.matcher(code);
    while (citations.find()) {
      NUMBER
          .matcher(citations.group(1))
          .results()
          .map(MatchResult::group)
          .map(Integer::valueOf)
          .forEach(numbers::add);
    }
    return numbers;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  @Test
  void rule_thatCodeCites_standsInTheDocument() throws IOException {
    Set<Integer> defined = defined();
    Map<Integer, String> cited = cited();
    assertThat(cited).hasSizeGreaterThan(10);
    assertThat(defined).as("numbered without a gap").hasSize(16).contains(1, 16);
    cited.keySet().removeAll(defined);
    assertThat(cited).as("rules cited that docs/verdicts.md does not have").isEmpty();
  }

  @Test
  void citation_isReadInAllItsForms_andNothingElseIs() {
    assertThat(cites("* (rule 7).")).containsExactly(7);
    assertThat(cites("rules 3, 6, 9, 10)")).containsExactly(3, 6, 9, 10);
    assertThat(cites("(rules 1 and\n   * 2)")).containsExactly(1, 2);
    assertThat(cites("SEC Rule 612 of the grid; the ruler 5; rules of 7")).isEmpty();
  }
}
