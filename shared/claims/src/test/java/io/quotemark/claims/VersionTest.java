package io.quotemark.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.verdict.Versions;
import io.quotemark.text.ShippedLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules and words change only with the version that stored articles are checked anew by. */
class VersionTest {
  private static final String ROWS = "versions.tsv";

  /** Of the sources: a build may leave files behind that are no longer there. */
  private static final Path DATA = Path.of("src/main/resources/io/quotemark/claims");

  /** Of all lines that can change what is found: no comments, no examples of rules. */
  private static String digest() throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> walk = Files.walk(DATA)) {
      List<String> files =
          walk.map(file -> DATA.relativize(file).toString().replace('\\', '/'))
              .filter(file -> file.endsWith(".tsv"))
              .sorted()
              .toList();
      for (String file : files) {
        sha.update(file.getBytes(StandardCharsets.UTF_8));
        for (String line : ShippedLines.of(ClaimFinder.class, file)) {
          boolean example =
              file.startsWith("rules/") && (line.startsWith("+\t") || line.startsWith("-\t"));
          if (!example) {
            sha.update((line + "\n").getBytes(StandardCharsets.UTF_8));
          }
        }
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  @Test
  void rulesAndWords_areThoseOfTheirVersion() throws Exception {
    List<List<String>> rows = ShippedLines.cells(VersionTest.class, ROWS);
    assertThat(rows).extracting(List::getFirst).doesNotHaveDuplicates();
    assertThat(rows.getLast())
        .as(
            "Rules or words of claims changed. Raise CLAIM_RULES in shared/domain's Versions, so that"
                + " stored articles are checked anew, and append to shared/claims/src/test/resources/"
                + "io/quotemark/claims/%s the row: new version, tab, %s",
            ROWS, digest())
        .containsExactly(Versions.CLAIM_RULES, digest());
  }
}
