package io.quotemark.claims.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.text.ShippedLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kinds that are rare in print are found in all wordings of their corpus, and nowhere else in it.
 */
class KindCorpusTest {
  private record Row(ClaimKind kind, String language, String text, String claims) {
    boolean positive() {
      return !claims.equals("-");
    }
  }

  private static List<Row> rows() {
    return ShippedLines.cells(KindCorpusTest.class, "corpus-kinds.tsv").stream()
        .map(c -> new Row(ClaimKind.valueOf(c.get(0)), c.get(1), c.get(2), c.get(3)))
        .toList();
  }

  @Test
  void sentences_ofTheCorpus_areReadAsTheyStand() {
    List<String> wrong = new ArrayList<>();
    for (Row row : rows()) {
      List<String> found =
          StatementCorpus.claims(row.language(), row.text()).stream()
              .filter(claim -> claim.kind() == row.kind())
              .map(KindCorpusTest::said)
              .toList();
      List<String> wanted =
          row.positive() ? Arrays.asList(row.claims().split("; ", -1)) : List.of();
      if (!found.equals(wanted)) {
        wrong.add("%s%n   wants %s%n   finds %s".formatted(row.text(), wanted, found));
      }
    }
    assertThat(wrong).as("sentences read wrongly").isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"RANK", "RATIO_PARITY", "FORECAST", "LISTING_TAG", "SESSION_DATE"})
  void eachKind_hasWordingsOfTwoLanguages_andSentencesAlike(ClaimKind kind) {
    List<Row> rows = rows().stream().filter(row -> row.kind() == kind).toList();
    assertThat(rows).filteredOn(Row::positive).hasSizeGreaterThanOrEqualTo(12);
    assertThat(rows).filteredOn(row -> !row.positive()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(rows.stream().map(Row::language).distinct().count()).isGreaterThan(1);
  }

  private static String said(Claim claim) {
    String value =
        claim.value() == null ? "" : " " + claim.value().stripTrailingZeros().toPlainString();
    String currency = claim.currency() == null ? "" : " " + claim.currency();
    return claim.kind()
        + switch (claim.kind()) {
          case RANK -> value + " " + direction(claim) + " " + stretch(claim);
          case SESSION_DATE -> " " + session(claim);
          case LISTING_TAG -> " " + claim.tagged() + " of " + listing(claim);
          default -> value + currency;
        };
  }

  private static String direction(Claim claim) {
    return String.valueOf(claim.direction()).toLowerCase(Locale.ROOT);
  }

  private static String listing(Claim claim) {
    return claim.listing() == null ? "nobody" : claim.listing().id().toString();
  }

  private static String session(Claim claim) {
    return claim.session() instanceof SessionWords.OnDate on ? on.date().toString() : "none";
  }

  private static String stretch(Claim claim) {
    if (claim.compared().since() != null) {
      return "since:" + claim.compared().since();
    }
    return claim.compared().window() == null ? "all" : claim.compared().window().toString();
  }
}
