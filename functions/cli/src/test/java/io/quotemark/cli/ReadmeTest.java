package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.reading.ArticleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * README prints what the program prints, and docs/architecture.md follows the same file. {@code
 * -Dquotemark.write=true} writes the output into README.
 */
class ReadmeTest {
  private static final Pattern TRY =
      Pattern.compile(
          "cat > article\\.txt <<'END'\\n(?<article>.*?)END\\n"
              + "\\./quotemark check article\\.txt\\n```\\n```\\n(?<output>.*?)```\\n",
          Pattern.DOTALL);
  private static final Pattern CHUNKS = Pattern.compile("sentence \\d+: (.+)");

  @TempDir private Path folder = Path.of("");

  @Test
  void readme_showsWhatTheProgramPrints() throws IOException {
    Path readme = Places.home().resolve("README.md");
    String text = Files.readString(readme);
    Matcher example = example(text);
    Path article = Files.writeString(folder.resolve("article.txt"), example.group("article"));

    Ran checked = Ran.on(folder, "check", article.toString());

    assertThat(checked.code()).as(checked.err()).isEqualTo(Exit.OK);
    String printed = checked.out().strip() + "\n";
    if (Boolean.getBoolean("quotemark.write")) {
      Files.writeString(
          readme,
          text.substring(0, example.start("output"))
              + printed
              + text.substring(example.end("output")));
      return;
    }
    assertThat(example.group("output"))
        .as("README.md; after a change: mvn test -Dtest=ReadmeTest -Dquotemark.write=true")
        .isEqualTo(printed);
  }

  @Test
  void architecture_followsTheSameFile_withTheDataOfEachStep() throws IOException {
    String article = example(Files.readString(Places.home().resolve("README.md"))).group("article");
    String walk = Files.readString(Places.home().resolve("docs/architecture.md"));
    assertThat(walk).contains(article, article.length() + " bytes");

    Path file = Files.writeString(folder.resolve("article.txt"), article);
    Document.Hints hints = new Document.Hints(null, null, List.of(), null, null);
    Reading reading =
        new ArticleReader()
            .read(new Document(Files.readAllBytes(file), "article.txt", null, hints));
    assertThat(reading).isInstanceOf(Reading.One.class);
    List<String> sentences =
        new ClaimFinder(MasterFile.load())
            .find(((Reading.One) reading).article(), true).trace().stream()
                .map(CHUNKS::matcher)
                .filter(Matcher::matches)
                .map(sentence -> sentence.group(1))
                .toList();
    assertThat(sentences).hasSize(3);
    assertThat(walk).contains(sentences.get(1));

    String json = Ran.on(folder, "check", "--json", file.toString()).out();
    assertThat(json)
        .contains(
            "\"kind\":\"MOVE_PCT\"",
            "\"rule\":\"move\"",
            "\"why\":[\"bracket:XXXX:BRWK\",\"currency:GBX\",\"primary\"]",
            "\"verdict\":\"contradicted\"",
            "\"flags\":[\"SIGN_SLIP\",\"SAMPLE_DATA\"]",
            "\"basis\":{\"field\":\"close\",\"session\":\"2025-03-11\"}");
  }

  private static Matcher example(String readme) {
    Matcher example = TRY.matcher(readme);
    assertThat(example.find()).as("the article and the output in README.md").isTrue();
    return example;
  }
}
