package io.quotemark.serve.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.ListingEvidence;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.sentences.Sentences;
import io.quotemark.serve.about.AboutPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What answers may say is what API, pages and documents list. */
class PublishedWordsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");

  @Test
  void codesOfUnverifiable_areThoseOfApiPagesAndDocuments() throws IOException {
    List<String> codes =
        Arrays.stream(Verdict.Unverifiable.values()).map(PublishedWordsTest::code).toList();
    Node code = api().at("components").at("schemas").at("Claim").at("properties").at("code");
    assertThat(code.at("enum").elements().stream().map(Node::textOrNull).filter(Objects::nonNull))
        .containsExactlyElementsOf(codes);
    assertThat(codes)
        .allSatisfy(c -> assertThat(code.at("description").text()).contains("`" + c + "`: "));
    String verdicts = document();
    int from = verdicts.indexOf("| code |");
    assertThat(rows(verdicts.substring(from, verdicts.indexOf("\n\n", from)))).isEqualTo(codes);
    assertThat(AboutPage.of("r", "m"))
        .contains(codes.stream().map(c -> "title=\"" + c + "\"").toList());
  }

  private static String code(Verdict.Unverifiable code) {
    return code.name().toLowerCase(Locale.ROOT);
  }

  @Test
  void meaningOfACode_isTheSameOnPagesAndInDocuments() throws IOException {
    String verdicts = document();
    assertThat(Verdict.Unverifiable.values())
        .allSatisfy(c ->
            assertThat(verdicts)
                .contains("| `%s` | %s".formatted(code(c), Sentences.first().meaning(c))));
  }

  @Test
  void kindsOfClaims_areThoseOfTheFilter() throws IOException {
    assertThat(api().at("components").at("schemas").at("ClaimKind").at("enum").texts())
        .containsExactlyElementsOf(Arrays.stream(ClaimKind.values()).map(ClaimKind::name).toList());
  }

  @Test
  void evidenceForAListing_isThatOfTheApi() throws IOException {
    Node listing = api().at("components").at("schemas").at("Claim").at("properties").at("listing");
    Node choice = listing.at("anyOf").elements().getFirst().at("properties");
    Node by = choice.at("rejected").at("items").at("properties").at("by");
    List<String> kinds =
        Arrays.stream(ListingEvidence.Kind.values()).map(ListingEvidence.Kind::toString).toList();
    assertThat(by.at("enum").elements().stream().map(Node::textOrNull).filter(Objects::nonNull))
        .containsExactlyElementsOf(kinds);
    assertThat(kinds)
        .allSatisfy(kind -> assertThat(choice.at("why").at("description").text()).contains(kind));
  }

  private static List<String> rows(String table) {
    return ROW.matcher(table).results().map((MatchResult row) -> row.group(1)).toList();
  }

  private static Node api() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            AboutPage.class.getResourceAsStream("/io/quotemark/serve/openapi.json"))) {
      return Json.read(in.readAllBytes());
    }
  }

  private static String document() throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      folder = Objects.requireNonNull(folder.getParent(), "template.yaml is in no folder above");
    }
    return Files.readString(folder.resolve("docs/verdicts.md"), UTF_8);
  }
}
