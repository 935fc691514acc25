package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What {@code check} reads: files, folders, standard input, prices of one's own. */
@Isolated("replaces standard input")
class CheckInputsTest {
  private static final String ARTICLE =
      "Brindlewick\n\nMarch 11, 2025\n\nBrindlewick Lanterns (XXXX: BRWK) closed at %sp.\n";

  @TempDir Path folder;

  @Test
  void folder_isReadInOrderOfNames_withoutHiddenFiles() throws IOException {
    Files.createDirectories(folder.resolve("in/deeper"));
    Files.createDirectories(folder.resolve("in/.git"));
    Files.writeString(folder.resolve("in/a.txt"), ARTICLE.formatted("380"));
    Files.writeString(folder.resolve("in/deeper/b.txt"), ARTICLE.formatted("390"));
    Files.writeString(folder.resolve("in/.git/c.txt"), ARTICLE.formatted("400"));
    Ran ran = Ran.together("check", "--json", folder.resolve("in").toString());
    assertThat(ran.code()).as(ran.out()).isEqualTo(Exit.OK);
    assertThat(ran.out().lines()).hasSize(2);
    Files.createDirectories(folder.resolve("empty"));
    assertThat(Ran.together("check", folder.resolve("empty").toString()).out())
        .contains("holds no file");
  }

  @Test
  void dash_isStandardInput() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(ARTICLE.formatted("380").getBytes(UTF_8)));
    try {
      Ran ran = Ran.together("check", "-");
      assertThat(ran.code()).as(ran.out()).isEqualTo(Exit.OK);
      assertThat(ran.out()).contains("Verified");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void article_mayFollowItsPrices() throws IOException {
    Path prices = folder.resolve("XXXX_BRWK.csv");
    Files.writeString(
        prices,
        """
        # listing: XXXX:BRWK
        # basis: as_traded
        # unit: GBP
        date,open,high,low,close,volume
        2025-03-11,3.70,3.85,3.69,3.80,1000
        """);
    Path article = folder.resolve("article.txt");
    Files.writeString(article, ARTICLE.formatted("380"));
    Ran ran = Ran.together("check", "--prices", prices.toString(), article.toString());
    assertThat(ran.code()).as(ran.out()).isEqualTo(Exit.OK);
    assertThat(ran.out()).contains("closed at 380p");
  }

  @Test
  void brokenJson_isSaidToBeMalformed() throws IOException {
    Path broken = folder.resolve("broken.json");
    Files.writeString(broken, "{\"title\": ");
    Ran ran = Ran.together("check", broken.toString());
    assertThat(ran.code()).isEqualTo(Exit.FAILED_INPUT);
    assertThat(ran.out()).contains("MALFORMED", "JSON");
  }
}
