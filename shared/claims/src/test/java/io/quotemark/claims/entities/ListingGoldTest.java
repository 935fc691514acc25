package io.quotemark.claims.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.claim.Claim;
import io.quotemark.fixtures.TestArticle;
import io.quotemark.market.listings.MasterFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Sentences of our own with the listing they speak of, on the shipped securities master. */
final class ListingGoldTest {
  private static final ClaimFinder FINDER = new ClaimFinder(MasterFile.load());

  @Test
  void sentences_resolveToTheListingTheySpeakOf() throws IOException {
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    ListingGoldTest.class.getResourceAsStream("listing-gold.tsv")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows++;
          String[] row = line.split("\t", -1);
          String found = listing(row[0], row[2]);
          if (!found.equals(row[1])) {
            wrong.add(row[2] + " wants " + row[1] + " finds " + found);
          }
        }
      }
    }
    assertThat(rows).isGreaterThanOrEqualTo(40);
    assertThat(wrong).isEmpty();
  }

  @Test
  void gainThatOpensAGermanSentence_withItsLevel_isOfWhoStandsBehindTheVerb() {
    String text =
        "Die Aktie der Voestalpine AG gewann 2,16 Prozent auf 26,50 Euro. "
            + "Mit einem Plus von 4,1 Prozent auf 38,55 Euro setzten sich OMV an die Spitze.";

    assertThat(claims("de", text))
        .extracting(ListingGoldTest::listing)
        .containsExactly("XWBO:VOE", "XWBO:VOE", "XWBO:OMV", "XWBO:OMV");
  }

  private static String listing(String language, String text) {
    List<Claim> claims = claims(language, text);
    return claims.isEmpty() ? "no claim" : listing(claims.getFirst());
  }

  private static String listing(Claim claim) {
    return claim.listing() == null ? "none" : claim.listing().id().toString();
  }

  private static List<Claim> claims(String language, String text) {
    Article article = TestArticle.of(text).published("2023-05-16").language(language).article();
    return FINDER.find(article).claims();
  }
}
