package io.quotemark.serve.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Reason;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Versions;
import io.quotemark.fixtures.TestArticle;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of very many claims are shown in a time in step with their length. */
class ManyClaimsTest {
  private static final int CLAIMS = 6_000;
  private static final String CLAIM = "Shares of Alder rose 2% on Monday. ";
  private static final String FIGURE = "2%";

  /** Takes a second; it took hours, since each claim was looked for in each paragraph. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\n"})
  void page_ofManyClaims_isMade(String between) {
    String text = (CLAIM + between).repeat(CLAIMS);
    List<CheckedClaim> claims = claims(text);
    String html =
        assertTimeoutPreemptively(
            PATIENCE, () -> MarkedText.paragraphs(text, claims, null).toString());
    assertThat(html.split("class=\"claim ", -1)).hasSize(CLAIMS + 1);
    assertThat(html.split("id=\"at-", -1)).hasSize(CLAIMS + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\n"})
  void excerpts_ofManyClaims_areMade(String between) {
    String text = (CLAIM + between).repeat(CLAIMS);
    CheckedArticle checked = checked(text, claims(text));
    CheckedArticle excerpts = assertTimeoutPreemptively(PATIENCE, () -> Excerpts.of(checked));
    String shown = excerpts.article().text();
    assertThat(excerpts.claims())
        .hasSize(CLAIMS)
        .allSatisfy(claim -> {
          Span at = claim.claim().at();
          assertThat(shown.substring(at.start(), at.end())).isEqualTo(FIGURE);
        });
  }

  private static List<CheckedClaim> claims(String text) {
    int every = text.length() / CLAIMS;
    return IntStream.range(0, CLAIMS)
        .mapToObj(i -> {
          int start = i * every + CLAIM.indexOf(FIGURE);
          Span at = new Span(Span.Part.TEXT, start, start + FIGURE.length(), FIGURE);
          return new CheckedClaim(
              Claim.of(ClaimKind.MOVE_PCT, at).id("c" + i).build(),
              Verdict.unverifiable(Verdict.Unverifiable.NO_PRICE_DATA, Reason.of("prices.none")));
        })
        .toList();
  }

  private static CheckedArticle checked(String text, List<CheckedClaim> claims) {
    return new CheckedArticle(
        TestArticle.of(text).title("Alder").article(),
        List.of(),
        List.of(),
        claims,
        List.of(),
        List.of(),
        new Versions("1", "1", "1"),
        false,
        List.of());
  }
}
