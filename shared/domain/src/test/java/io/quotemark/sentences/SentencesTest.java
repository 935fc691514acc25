package io.quotemark.sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Reason;
import io.quotemark.domain.verdict.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)");

  static Stream<String> languages() {
    return Sentences.languages().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguage_hasTheSentencesAndWordsOfTheFirst(String language) {
    Wordbook first = Sentences.first().book();
    Wordbook book = Sentences.of(language).book();
    assertThat(book.sentences().keySet()).isEqualTo(first.sentences().keySet());
    assertThat(book.keys()).isEqualTo(first.keys());
    for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
      assertThat(Sentences.of(language).verdict(outcome)).isNotBlank();
    }
    for (Verdict.Flag flag : Verdict.Flag.values()) {
      assertThat(Sentences.of(language).flag(flag)).isNotBlank();
    }
    for (Verdict.Unverifiable code : Verdict.Unverifiable.values()) {
      assertThat(Sentences.of(language).meaning(code)).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everySentence_namesThePlacesThatTheFirstLanguageDoes(String language) {
    Map<String, Wordbook.Sentence> first = Sentences.first().book().sentences();
    Sentences.of(language)
        .book()
        .sentences()
        .forEach((key, sentence) ->
            assertThat(places(sentence))
                .as(language + " " + key)
                .isSubsetOf(known(first.get(key))));
  }

  /** Also those that every claim has. */
  private static Set<String> known(Wordbook.@Nullable Sentence sentence) {
    Set<String> places =
        new TreeSet<>(
            List.of(
                "company",
                "quote",
                "printed",
                "claimed",
                "said",
                "day",
                "stretch",
                "rank",
                "instrument"));
    if (sentence != null) {
      places.addAll(places(sentence));
    }
    return places;
  }

  private static Set<String> places(Wordbook.Sentence sentence) {
    Set<String> places = new TreeSet<>();
    Matcher place = PLACE.matcher(sentence.why() + sentence.prices() + sentence.corrected());
    while (place.find()) {
      places.add(place.group(1));
    }
    return places;
  }

  private static CheckedClaim checked(@Nullable String currency, Reason reason) {
    ClaimBuilder claim =
        Claim.of(ClaimKind.MOVE_PCT, new Span(Span.Part.TEXT, 0, 6, "up 21%"))
            .subject("Orbital Mills")
            .value(new BigDecimal("21"), BigDecimal.ONE);
    return new CheckedClaim(
        claim.build(),
        new Verdict(
            Verdict.Outcome.CONTRADICTED,
            null,
            null,
            List.of(reason),
            Set.of(),
            new Verdict.Basis(PriceField.CLOSE, LocalDate.parse("2025-02-24")),
            List.of(),
            new Verdict.Evidence(null, List.of(), null, null, null).in(currency),
            null));
  }

  private static Reason fell(String to) {
    return Reason.of("move.fails")
        .code("field", "close")
        .price("price", new BigDecimal(to))
        .price("before", new BigDecimal("1375.5"))
        .percent("move", new BigDecimal("-16.97"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "USD; Orbital Mills did not rise by 21~% on 24~February 2025: it closed at $1,142.00, down 17.0~% from $1,375.50.",
        "EUR; Orbital Mills did not rise by 21~% on 24~February 2025: it closed at €1,142.00, down 17.0~% from €1,375.50.",
        "JPY; Orbital Mills did not rise by 21~% on 24~February 2025: it closed at ¥1,142, down 17.0~% from ¥1,375.5.",
        "GBP; Orbital Mills did not rise by 21~% on 24~February 2025: it closed at 114,200p, down 17.0~% from 137,550p.",
        "ZZZ; Orbital Mills did not rise by 21~% on 24~February 2025: it closed at 1,142.00~ZZZ, down 17.0~% from 1,375.50~ZZZ.",
        "; Orbital Mills did not rise by 21~% on 24~February 2025: it closed at 1,142.00, down 17.0~% from 1,375.50."
      })
  void prices_areWrittenInTheirCurrency_andMovesAsPreciselyAsTheArticle(
      @Nullable String currency, String sentence) {
    assertThat(Sentences.of("en").reason(checked(currency, fell("1142"))))
        .isEqualTo(sentence.replace('~', '\u00a0'));
  }

  @Test
  void otherLanguage_hasItsOwnWordsNumbersAndDates() {
    assertThat(Sentences.of("de").reason(checked("USD", fell("1142"))))
        .isEqualTo(
            "Orbital Mills stieg am 24.~Februar 2025 nicht um 21~%: der Schlusskurs war 1.142,00~US-Dollar, 17,0~% im Minus gegenüber 1.375,50~US-Dollar."
                .replace('~', '\u00a0'));
  }

  @Test
  void parts_areWhatWasClaimed_whatThePricesShow_whenAndWhy() {
    Sentences.Parts parts = Sentences.of("en").parts(checked("USD", fell("1142")));
    assertThat(parts.claimed()).isEqualTo("up 21%");
    assertThat(parts.prices()).isEqualTo("It closed at $1,142.00, down 17.0\u00a0% from $1,375.50");
    assertThat(parts.when()).isEqualTo("24\u00a0February 2025");
    assertThat(parts.why()).startsWith("Orbital Mills did not rise by 21\u00a0%");
  }

  @Test
  void correction_saysWhatTheArticleSaid_andWhatIsRight() {
    assertThat(Sentences.of("en").correction(checked("USD", fell("1142"))))
        .isEqualTo(
            "An earlier version said “up 21%”. Orbital Mills closed at $1,142.00 on 24\u00a0February 2025, down 17.0\u00a0% from $1,375.50.");
  }

  @Test
  void reasonOfAnotherBuild_saysWhatTheOutcomeMeans() {
    String meaning = Sentences.first().meaning(Verdict.Outcome.CONTRADICTED);
    assertThat(Sentences.first().reason(checked("USD", Reason.of("moon.full")))).isEqualTo(meaning);
    assertThat(Sentences.first().reason(checked("USD", Reason.of("move.fails"))))
        .isEqualTo(meaning);
  }

  @Test
  void sentenceStoredBeforeTheyWereData_staysAsItIs() {
    assertThat(Sentences.of("de").reason(checked("USD", Reason.said("close 3.80 is −3.80 %"))))
        .isEqualTo("Close 3.80 is −3.80 %.");
  }

  @Test
  void languageThatThereIsNot_isRefused() {
    assertThatThrownBy(() -> Sentences.of("xx")).isInstanceOf(IllegalStateException.class);
  }
}
