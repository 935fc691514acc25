package io.quotemark.claims.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Languages are folders of data: no class of claims names one, or a word of one. */
class NoLanguageInJavaTest {
  private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"");
  private static final Pattern COMMENT = Pattern.compile("//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  /** Marks of terms, roles and traits are names of ours, though some read like English words. */
  private static final Pattern NAMES_OF_OURS =
      Pattern.compile(
          "(?:has|skippedHas|mark|hasTrait|of|get|equals|compares|group|file)\\(\\s*(?:match,"
              + " )?\"[^\"]*\"");

  /**
   * Literals that are no words of a language: letter in a future's code, Bloomberg's word for a
   * share, a reason that answers give, columns and groups of patterns.
   */
  private static final Set<String> ALLOWED =
      Set.of("plc", "p", "c", " Equity", "depositary", "post", "second", "lost", "value", "pre");

  private static Path sources() {
    Path module = Path.of("").toAbsolutePath();
    Path sources = module.resolve("src/main/java");
    return Files.isDirectory(sources)
        ? sources
        : module.resolve("shared/claims").resolve("src/main/java");
  }

  private static Path folders() throws Exception {
    Path file = Path.of(Objects.requireNonNull(Language.class.getResource("en/terms.tsv")).toURI());
    return file.resolve("../..").normalize();
  }

  /** Every phrase of every language, with a letter in it, and the codes of the languages. */
  private static Set<String> words() throws Exception {
    Set<String> words = new HashSet<>();
    try (Stream<Path> files = Files.walk(folders())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).toList()) {
        words.add(Objects.requireNonNull(file.getParent()).getFileName().toString());
        for (String line : Files.readAllLines(file)) {
          if (!line.startsWith("#")) {
            String last = line.substring(line.lastIndexOf('\t') + 1);
            Cells.phrases(last).forEach(phrase -> words.add(phrase.toLowerCase(Locale.ROOT)));
          }
        }
      }
    }
    words.removeIf(word -> word.chars().noneMatch(Character::isLetter));
    words.remove("common");
    return words;
  }

  private static List<String> literals(Path source) throws IOException {
    String code = COMMENT.matcher(Files.readString(source)).replaceAll("");
    code = NAMES_OF_OURS.matcher(code).replaceAll("");
    List<String> literals = new ArrayList<>();
    Matcher matcher = LITERAL.matcher(code);
    while (matcher.find()) {
      literals.add(matcher.group(1));
    }
    return literals;
  }

  @Test
  void classes_holdNoWordAndNoCodeOfALanguage() throws Exception {
    Set<String> words = words();
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        for (String literal : literals(file)) {
          boolean letters = literal.chars().anyMatch(c -> Character.isLetter(c) && c > 0xFF);
          boolean code = literal.equals(literal.toUpperCase(Locale.ROOT));
          boolean word = !code && words.contains(literal.strip().toLowerCase(Locale.ROOT));
          if ((word || letters) && !ALLOWED.contains(literal)) {
            found.add(file.getFileName() + ": \"" + literal + "\"");
          }
        }
      }
    }
    assertThat(words).contains("en", "gestiegen", "shares");
    assertThat(found)
        .as("words of languages in Java; put them into the language's folder")
        .isEmpty();
  }
}
