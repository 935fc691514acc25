package io.quotemark;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.local.template.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents lead somewhere, stay short where they must, and leave nothing out. */
class DocumentsTest {
  private static final Path HOME = Checkout.home();
  private static final int MOST_LINES_OF_README = 112;
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$");

  @Test
  void links_leadToAFileAndAHeading() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      String text = CODE.matcher(Files.readString(document)).replaceAll("");
      for (String link : LINK.matcher(text).results().map(found -> found.group(1)).toList()) {
        if (!link.contains("://") && !leadsSomewhere(document, link)) {
          broken.add(HOME.relativize(document) + ": " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void readme_isReadInOneSitting() throws IOException {
    assertThat(Files.readAllLines(HOME.resolve("README.md")).size())
        .isLessThanOrEqualTo(MOST_LINES_OF_README);
  }

  @Test
  void readme_namesEveryLanguageOfClaims() throws IOException {
    String readme = Files.readString(HOME.resolve("README.md"));
    Path languages = HOME.resolve("shared/claims/src/main/resources/io/quotemark/claims/language");
    try (Stream<Path> folders = Files.list(languages)) {
      List<String> names =
          folders
              .filter(folder -> !folder.endsWith("common"))
              .filter(folder -> Files.exists(folder.resolve("terms.tsv")))
              .map(folder -> Locale.of(folder.getFileName().toString()))
              .map(language -> language.getDisplayLanguage(Locale.ENGLISH))
              .toList();
      assertThat(names).hasSizeGreaterThan(5);
      assertThat(readme).contains(names);
    }
  }

  @Test
  void readme_statesTheCostThatTheDeploymentGuideReckons() throws IOException {
    String guide = Files.readString(HOME.resolve("docs/deploy.md"));
    List<String> totals =
        Pattern.compile("\\| \\*\\*total\\*\\* \\| \\*\\*about ([0-9. to]+)\\*\\*")
            .matcher(guide)
            .results()
            .map(total -> total.group(1))
            .toList();
    assertThat(totals).hasSize(2);
    assertThat(Files.readString(HOME.resolve("README.md"))).contains(totals);
  }

  @Test
  void commands_areAllInTheirDocument() throws IOException {
    String document = Files.readString(HOME.resolve("docs/cli.md"));
    try (Stream<Path> pages = Files.list(HOME.resolve("docs/commands"))) {
      Set<String> missing =
          pages
              .map(page -> page.getFileName().toString().replace(".txt", ""))
              .filter(command -> !command.equals("quotemark"))
              .filter(command -> !document.contains("| `" + command))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(missing).isEmpty();
    }
  }

  private static boolean leadsSomewhere(Path document, String link) throws IOException {
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    Path target = file.isEmpty() ? document : document.resolveSibling(file).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return hash < 0
        || HEADING
            .matcher(CODE.matcher(Files.readString(target)).replaceAll(""))
            .results()
            .map(DocumentsTest::anchor)
            .anyMatch(link.substring(hash + 1)::equals);
  }

  /** The name under which a page of the repository has a heading. */
  private static String anchor(MatchResult heading) {
    return heading
        .group(1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(HOME)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !HOME.relativize(file).toString().contains("target"))
          .filter(file -> !HOME.relativize(file).startsWith("data"))
          .sorted()
          .toList();
    }
  }
}
