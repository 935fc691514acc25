package io.quotemark.market.sentences;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Fact;
import io.quotemark.domain.verdict.Reason;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.market.sentences.NewsCases.Case;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that a sentence about a claim may have, written as they are printed: those of the
 * article, of the prices, of days and times, counts, rates, and moves between two prices to one
 * decimal more than the article gives.
 */
final class PrintedNumbers {
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

  private final Set<String> known = new HashSet<>();

  private PrintedNumbers() {}

  static Set<String> of(Case one, CheckedClaim claim) {
    PrintedNumbers all = new PrintedNumbers();
    one.claims().forEach(c -> all.texts(c.at().text()));
    for (PriceSeries series : series(one)) {
      series.bars().forEach(bar -> all.bar(bar));
    }
    for (MinuteBars minutes : one.tape().minutes()) {
      minutes
          .minutes()
          .forEach(m -> List.of(m.open(), m.high(), m.low(), m.close()).forEach(all::price));
    }
    Verdict verdict = claim.verdict();
    List<Reason> reasons = new ArrayList<>(verdict.reasons());
    if (verdict.repair() != null) {
      reasons.add(verdict.repair());
    }
    BigDecimal step = claim.claim().step();
    int decimals = step == null ? 0 : Math.max(0, step.stripTrailingZeros().scale());
    reasons.forEach(reason -> reason.facts().values().forEach(fact -> all.fact(fact, decimals)));
    if (verdict.basis() != null && verdict.basis().session() != null) {
      all.day(verdict.basis().session());
    }
    all.texts(String.valueOf(claim.claim().compared().window()));
    all.texts(String.valueOf(claim.claim().compared().since()));
    all.texts(claim.claim().subject());
    return all.known;
  }

  private static List<PriceSeries> series(Case one) {
    List<PriceSeries> series = new ArrayList<>();
    for (var id : List.of(MadeNews.MILLS, MadeNews.LANTERNS, MadeNews.INDEX, MadeNews.MILLS_ADS)) {
      series.addAll(one.tape().sources(id));
    }
    return series;
  }

  private void texts(String text) {
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      known.add(number.group().replaceAll(",$", ""));
      known.add(number.group().replace(",", "").replaceFirst("^0", ""));
    }
  }

  private void bar(Bar bar) {
    List.of(bar.open(), bar.high(), bar.low(), bar.close()).forEach(this::price);
  }

  private void price(BigDecimal price) {
    known.add("%,.2f".formatted(price));
    known.add(price.movePointRight(2).stripTrailingZeros().toPlainString());
  }

  private void day(LocalDate day) {
    known.add(String.valueOf(day.getDayOfMonth()));
    known.add(String.valueOf(day.getYear()));
  }

  private void fact(Fact fact, int decimals) {
    switch (fact.kind()) {
      case DAY -> day(LocalDate.parse(fact.text()));
      case TIME, NAME -> texts(fact.text());
      case NUMBER -> known.add("%s".formatted(grouped(fact.amount())));
      case MINUTES -> {
        known.add(fact.text());
        known.add(String.valueOf(Math.round(fact.amount().doubleValue() / 60)));
      }
      case PERCENT -> {
        for (int i = 0; i <= Math.max(1, decimals + 1); i++) {
          known.add(fact.amount().abs().setScale(i, RoundingMode.HALF_UP).toPlainString());
        }
      }
      case PRICE, MOVE -> amount(fact.amount().abs());
      case LISTING, CODE -> {}
    }
  }

  /** Sums to three digits; what a split or a rate makes of a price, as a price. */
  private void amount(BigDecimal amount) {
    price(amount);
    for (int power : new int[] {6, 9, 12}) {
      known.add(amount.movePointLeft(power).stripTrailingZeros().toPlainString());
    }
    known.add(grouped(amount));
  }

  private static String grouped(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.compareTo(BigDecimal.valueOf(1_000_000)) >= 0) {
      int power = plain.compareTo(BigDecimal.valueOf(1_000_000_000)) >= 0 ? 9 : 6;
      return plain.movePointLeft(power).stripTrailingZeros().toPlainString();
    }
    return ("%,." + Math.max(0, plain.scale()) + "f").formatted(plain);
  }
}
