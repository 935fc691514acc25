package io.quotemark.bench.wordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Everyday wordings over made-up prices: none that is true is accused, nearly all are found, and
 * nearly all false ones are found out. The third that no rule was written for is held to less.
 */
class WordingsTest {
  /** One statement of each wording, true and false, or as many as are asked for. */
  @Tag("proof")
  @Test
  void check_statementsInEverydayWordings_tellsTrueFromFalse() {
    int each = Integer.getInteger("quotemark.sentences", 1);
    Wordings wordings = new Wordings();
    Tally all = new Tally();
    List<String> misses = new ArrayList<>();
    for (String language : wordings.languages()) {
      all.add(wordings.measured(language, each, misses));
    }
    Tally.Counts open = all.of("all open");
    Tally.Counts aside = all.of("all aside");

    assertThat(open.accused + aside.accused).as("true statements accused: %s", misses).isZero();
    assertThat(open.agreement()).as("borne out: %s", open).isGreaterThanOrEqualTo(0.97);
    assertThat(aside.agreement()).as("borne out: %s", aside).isGreaterThanOrEqualTo(0.97);
    assertThat(open.recall()).as("found: %s", open).isGreaterThanOrEqualTo(0.97);
    assertThat(aside.recall()).as("found: %s", aside).isGreaterThanOrEqualTo(0.93);
    assertThat(open.detection()).as("caught: %s", open).isGreaterThanOrEqualTo(0.95);
    assertThat(aside.detection()).as("caught: %s", aside).isGreaterThanOrEqualTo(0.90);
  }

  @Test
  void wordings_thatAnIndependentMeasureMayChoose_areTwelveOfEachKindInChineseAndJapanese() {
    for (String language : List.of("zh", "ja")) {
      Map<String, Long> kinds =
          Wording.of(language).stream()
              .collect(Collectors.groupingBy(Wording::kind, Collectors.counting()));
      assertThat(kinds.values()).as("%s: %s", language, kinds).allMatch(count -> count >= 12);
    }
  }

  @Test
  void wordings_ofEachLanguage_sayEveryKindMoreThanOnce() {
    for (String language : new Wordings().languages()) {
      List<Wording> all = Wording.of(language);
      assertThat(all).as(language).hasSizeGreaterThan(40).doesNotHaveDuplicates();
      assertThat(all.stream().filter(Wording::keptAside).count())
          .as(language)
          .isBetween((long) (all.size() * 0.2), (long) (all.size() * 0.5));
    }
  }

  @Test
  void wordings_ofThreeLanguages_sayEveryKindTwelveTimes() {
    for (String language : List.of("de", "en", "es")) {
      Map<String, Long> kinds =
          Wording.of(language).stream()
              .collect(Collectors.groupingBy(Wording::kind, Collectors.counting()));
      assertThat(kinds).as(language).hasSize(24);
      assertThat(kinds.values()).as("%s: %s", language, kinds).allMatch(n -> n >= 12);
    }
  }

  @Test
  void statement_thatIsFalse_differsFromTheTrueOne() {
    StatementMaker maker =
        new StatementMaker(
            io.quotemark.market.listings.MasterFile.load(),
            io.quotemark.market.calendar.Calendars.load());
    List<Statement> made = maker.of("en", 1);
    assertThat(made.stream().filter(Statement::truth).count()).isGreaterThan(150);
    assertThat(made.stream().filter(s -> !s.truth()).count()).isGreaterThan(140);
    assertThat(made).extracting(s -> s.published() + s.text()).doesNotHaveDuplicates();
  }
}
