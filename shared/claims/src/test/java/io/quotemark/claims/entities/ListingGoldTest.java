package io.quotemark.claims.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.StatementFinder;
import io.quotemark.domain.Article;
import io.quotemark.domain.Claim;
import io.quotemark.domain.PublicationTime;
import io.quotemark.market.listings.MasterFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Sentences of our own with the listing they speak of, on the shipped securities master. */
final class ListingGoldTest {
  private static final StatementFinder FINDER = new StatementFinder(MasterFile.load());

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

  private static String listing(String language, String text) {
    Article article =
        new Article(
            "",
            List.of(),
            List.of(),
            PublicationTime.on(LocalDate.of(2023, 5, 16)),
            null,
            language,
            null,
            null,
            null,
            List.of(),
            text,
            List.of(),
            0,
            List.of());
    List<Claim> claims = FINDER.find(article).claims();
    if (claims.isEmpty()) {
      return "no claim";
    }
    return claims.getFirst().listing() == null
        ? "none"
        : Objects.requireNonNull(claims.getFirst().listing()).id().toString();
  }
}
