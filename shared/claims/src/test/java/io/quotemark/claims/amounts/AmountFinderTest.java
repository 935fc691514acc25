package io.quotemark.claims.amounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quotemark.domain.article.Offsets;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Hedge;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountFinderTest {
  private final AmountFinder finder = new AmountFinder();

  private List<FoundAmount> find(String text, AmountContext context) {
    return finder.find(text, context);
  }

  private List<FoundAmount> english(String text) {
    return find(text, AmountContext.ofLanguage("en"));
  }

  @Test
  void pair_of_currencies_links_the_second_to_the_first() {
    List<FoundAmount> found = english("The group set aside 12 billion yuan ($1.66 billion).");

    assertThat(found).extracting(FoundAmount::currency).containsExactly("CNY", "USD");
    assertThat(found.get(1).link()).isEqualTo(FoundAmount.Link.PAIR);
  }

  @Test
  void bare_dollar_behind_a_named_american_one_is_the_papers_own() {
    List<FoundAmount> found =
        english("It raised $US3 billion ($4.6 billion) and spent $2 million.");

    assertThat(found).extracting(FoundAmount::currency).containsExactly("USD", "AUD", "AUD");
  }

  @Test
  void bare_dollar_beside_a_written_out_local_one_is_american() {
    List<FoundAmount> found =
        find("A bid of A$3 million ($2 million).", AmountContext.UNKNOWN.withHome("AUD"));

    assertThat(found).extracting(FoundAmount::currency).containsExactly("AUD", "USD");
  }

  @Test
  void sign_that_nothing_resolves_keeps_its_candidates() {
    FoundAmount crowns = english("They paid 30 million crowns.").getFirst();

    assertThat(crowns.currency()).isNull();
    assertThat(crowns.candidates()).contains("SEK", "NOK", "DKK");
  }

  @Test
  void currency_that_the_euro_replaced_is_no_candidate_of_later_texts() {
    AmountContext later = new AmountContext("en", null, LocalDate.of(2011, 5, 3), List.of());

    assertThat(find("It costs 900 francs.", later).getFirst().currency()).isEqualTo("CHF");
  }

  @Test
  void range_leaves_unit_and_scale_to_both_ends() {
    List<FoundAmount> found = english("Sales of between $5 and $7 million, up 10-12 percent.");

    assertThat(found)
        .extracting(found1 -> found1.value().toPlainString())
        .containsExactly("5000000", "7000000", "10", "12");
    assertThat(found.get(3).link()).isEqualTo(FoundAmount.Link.RANGE);
  }

  @Test
  void step_is_one_unit_of_the_last_printed_digit() {
    assertThat(english("worth $53.20 billion").getFirst().step()).isEqualByComparingTo("10000000");
    assertThat(english("fell to 1,082p").getFirst().step()).isEqualByComparingTo("0.01");
  }

  @Test
  void amount_of_the_domain_carries_sign_unit_and_code_points() {
    String text = "\uD83D\uDE80 lost -3.5p";
    Amount amount = english(text).getFirst().toAmount(Span.Part.TEXT, new Offsets(text));

    assertThat(amount.at()).isEqualTo(new Span(Span.Part.TEXT, 8, 12, "3.5p"));
    assertThat(amount.value()).isEqualByComparingTo("-0.035");
    assertThat(amount.unit()).isEqualTo("GBX");
  }

  @Test
  void hedge_before_a_determiner_belongs_to_the_figure_behind_it() {
    assertThat(english("nearly a 20 percent drop").getFirst().hedge()).isEqualTo(Hedge.NEARLY);
    assertThat(english("a 20 percent drop").getFirst().hedge()).isNull();
  }

  @Test
  void publishers_host_tells_its_market() {
    assertThat(AmountContext.home("https://www.example.com.au/markets/1")).isEqualTo("AUD");
    assertThat(AmountContext.home("https://news.example.com/1")).isNull();
  }

  /** Quadratic cost would take minutes; the figure is far above what slow machines need. */
  @ParameterizedTest
  @ValueSource(
      strings = {"1", "1 ", "100 ", "1-", ")", "$", "one hundred and ", "三", "$5 to ", "word "})
  void endless_repetition_is_read_in_linear_time(String unit) {
    String text = unit.repeat(100_000 / unit.length());

    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> english(text));
  }

  @Test
  void price_tags_in_brackets_are_no_pair_of_currencies() {
    List<FoundAmount> found = english("It sells for $169.99 (originally $200).");

    assertThat(found).extracting(FoundAmount::currency).containsExactly("USD", "USD");
    assertThat(found).extracting(FoundAmount::link).containsOnly(FoundAmount.Link.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A boxer of 243 pounds with 1 FF to his name.",
        "The Nighthawk R6700 and Cinebench R20 have four RS-25 engines.",
        "See example.com/4p7SX and version 1.2.3 of 24/7.",
        "Series 3 costs nothing in Q4, on 10-11 May 2024.",
        "They have won 46 of 90 games in the euro zone.",
      })
  void figures_that_only_look_like_sums_are_none(String text) {
    assertThat(english(text)).isEmpty();
  }

  @Test
  void printed_signs_and_account_brackets_make_values_negative() {
    assertThat(english("Down -0.8%, margin (2.3)%, loss $(0.45), but (1.5%) and 10-12%."))
        .extracting(FoundAmount::sign)
        .containsExactly(-1, -1, -1, 0, 0, 0);
  }
}
