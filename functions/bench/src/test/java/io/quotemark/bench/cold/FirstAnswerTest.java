package io.quotemark.bench.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Java makes at run time for a function's first answer: a class for each lambda, method
 * reference and switch over types that it passes, 0.2 to 1 ms each, and more for the first record
 * that is compared. Times differ between machines and hours; these counts do not.
 */
@Tag("proof")
class FirstAnswerTest {
  /** Some more than there are, so that a change may add a few. */
  private static final Map<String, Integer> MOST =
      Map.of(
          "parse-uploads", 50,
          "enrich-articles", 49,
          "refresh-prices", 57,
          "serve-api", 101,
          "fetch-feeds", 25,
          "publish-changes", 27);

  /** A line of the log, for a class that one of ours has made: its name up to the sign for it. */
  private static final Pattern MADE =
      Pattern.compile("(?m) (io\\.quotemark\\.\\S+)\\$\\$(?:Lambda|TypeSwitch)/");

  @TempDir private Path folder = Path.of("");

  static Stream<Function> functions() {
    return Function.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void firstAnswer_hasFewClassesMade(Function function) throws IOException {
    String log = loaded(function);
    List<String> makers = new ArrayList<>();
    Matcher made = MADE.matcher(log);
    while (made.find()) {
      makers.add(made.group(1));
    }

    assertThat(makers)
        .as("classes that make others, once for each; a loop makes none")
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(MOST.getOrDefault(function.name(), 0));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void firstAnswer_comparesNoRecordByWhatJavaMakes(Function function) throws IOException {
    assertThat(loaded(function))
        .contains("java.lang.Record ")
        .as("equals and hashCode of records on the way, by hand")
        .doesNotContain("java.lang.runtime.ObjectMethods ");
  }

  /**
   * Comparators of the JDK's make a class each time a JVM runs, which no cache can hold. Lambda's
   * runtime client has one.
   */
  @ParameterizedTest
  @MethodSource("functions")
  void firstAnswer_sortsByComparatorsOfItsOwn(Function function) throws IOException {
    long made =
        loaded(function)
            .lines()
            .filter(line -> line.matches(".* java\\.util\\.(Comparator|Map\\$Entry)\\$\\$Lambda.*"))
            .count();

    assertThat(made).isLessThanOrEqualTo(1);
  }

  /** Where nobody signs in. */
  @ParameterizedTest
  @MethodSource("functions")
  void firstAnswer_loadsNothingOfTheLogin(Function function) throws IOException {
    assertThat(loaded(function))
        .contains("io.quotemark.")
        .doesNotContain(
            "io.quotemark.serve.login.", "io.quotemark.serve.LoginWiring", "org.jose4j.");
  }

  /** The JVM's log of the classes that it loads until the first answer. */
  private String loaded(Function function) throws IOException {
    assumeTrue(
        Files.exists(function.jar()),
        () -> function.jar() + " is not packaged yet; mvn verify does it");
    Path log = folder.resolve("loaded.log");
    try (AwsAnswers aws = new AwsAnswers()) {
      Map<String, String> variables = new HashMap<>(Function.variables(aws.address().toString()));
      variables.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log);
      aws.begin(Files.readAllBytes(Path.of(function.object())));
      byte[] event = Files.readAllBytes(Path.of("events", function.events().getFirst()));
      RuntimeApi.Answer answer =
          Child.answer(List.of(function.jar()), function.handler(), variables, event, false);
      function.check(answer.body());
    }
    return Files.readString(log);
  }
}
