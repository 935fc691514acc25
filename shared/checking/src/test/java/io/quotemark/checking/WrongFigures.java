package io.quotemark.checking;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.verdict.Origin;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * False closes with a known origin: the price of another day, another price of the day, the sister
 * listing, an adjusted series, another company; and some of none, with a wrong digit or made up.
 */
final class WrongFigures {
  private static final int YEAR = 260;

  /**
   * A false close.
   *
   * @param of the listing that the answer speaks of
   * @param from the listing that the figure is of; the same but for sisters and other companies
   * @param origin null where it comes from nowhere
   * @param unique whether no other price that may be taken for the right one equals it
   */
  record Wrong(
      PriceSeries of,
      PriceSeries from,
      LocalDate session,
      BigDecimal figure,
      Origin.@Nullable Kind origin,
      @Nullable LocalDate source,
      boolean unique) {}

  private record Candidate(Origin.Kind kind, PriceSeries of, LocalDate session, BigDecimal price) {}

  private final Random random;
  private final int decimals;

  WrongFigures(Random random, int decimals) {
    this.random = random;
    this.decimals = decimals;
  }

  /**
   * @param sister another listing of the company, itself where there is none
   * @param other another company
   * @param published days after the session that the answer is given
   */
  Wrong next(PriceSeries of, PriceSeries sister, PriceSeries other, int published) {
    while (true) {
      int at = YEAR + random.nextInt(of.bars().size() - YEAR - 10);
      LocalDate last = of.bars().get(at).session().plusDays(published);
      List<Candidate> all = candidates(of.until(last), sister.until(last), other.until(last), at);
      Bar bar = of.bars().get(at);
      @Nullable Candidate chosen = random.nextInt(5) == 0 ? null : chosen(all);
      BigDecimal figure = chosen == null ? slip(bar.close()) : rounded(chosen.price());
      if (figure.compareTo(rounded(bar.close())) == 0 || figure.signum() <= 0) {
        continue;
      }
      long same = all.stream().filter(c -> rounded(c.price()).compareTo(figure) == 0).count();
      if (chosen == null && same > 0) {
        continue;
      }
      return new Wrong(
          of,
          chosen == null ? of : chosen.of(),
          bar.session(),
          figure,
          chosen == null ? null : chosen.kind(),
          chosen == null ? null : chosen.session(),
          same == 1);
    }
  }

  /** Each kind is as likely as another, however many prices it has. */
  private Candidate chosen(List<Candidate> all) {
    Origin.Kind[] kinds = all.stream().map(Candidate::kind).distinct().toArray(Origin.Kind[]::new);
    Origin.Kind kind = kinds[random.nextInt(kinds.length)];
    List<Candidate> of = all.stream().filter(c -> c.kind() == kind).toList();
    return of.get(random.nextInt(of.size()));
  }

  private List<Candidate> candidates(
      PriceSeries of, PriceSeries sister, PriceSeries other, int at) {
    List<Candidate> all = new ArrayList<>();
    Bar bar = of.bars().get(at);
    LocalDate day = bar.session();
    for (BigDecimal price : List.of(bar.open(), bar.high(), bar.low())) {
      all.add(new Candidate(Origin.Kind.OTHER_FIELD, of, day, price));
    }
    for (int apart = -5; apart <= 5; apart++) {
      if (apart != 0 && at + apart < of.bars().size()) {
        Bar near = of.bars().get(at + apart);
        all.add(new Candidate(Origin.Kind.OTHER_SESSION, of, near.session(), near.close()));
      }
    }
    for (Bar before : of.bars()) {
      long apart = Math.abs(before.session().toEpochDay() - day.minusYears(1).toEpochDay());
      if (apart <= 1) {
        all.add(new Candidate(Origin.Kind.OTHER_SESSION, of, before.session(), before.close()));
      }
    }
    add(all, Origin.Kind.SISTER_LISTING, sister, of, day);
    add(all, Origin.Kind.OTHER_COMPANY, other, of, day);
    BigDecimal split = BigDecimal.ONE;
    LocalDate last = of.bars().getLast().session();
    for (PriceSeries.Split one : of.splits()) {
      if (one.firstSession().isAfter(day) && !one.firstSession().isAfter(last)) {
        split = split.divide(one.ratio(), MathContext.DECIMAL64);
      }
    }
    BigDecimal paid = BigDecimal.ONE;
    for (PriceSeries.Dividend one : of.dividends()) {
      if (one.exDate().isAfter(day) && !one.exDate().isAfter(last)) {
        paid = paid.multiply(left(of, one));
      }
    }
    if (split.compareTo(BigDecimal.ONE) != 0) {
      all.add(new Candidate(Origin.Kind.SPLIT_ADJUSTED, of, day, bar.close().multiply(split)));
    }
    if (paid.compareTo(BigDecimal.ONE) != 0) {
      all.add(
          new Candidate(
              Origin.Kind.DIVIDEND_ADJUSTED, of, day, bar.close().multiply(paid).multiply(split)));
    }
    return all;
  }

  private static BigDecimal left(PriceSeries of, PriceSeries.Dividend dividend) {
    Bar before = null;
    for (Bar bar : of.bars()) {
      before = bar.session().isBefore(dividend.exDate()) ? bar : before;
    }
    return before == null
        ? BigDecimal.ONE
        : BigDecimal.ONE.subtract(dividend.amount().divide(before.close(), MathContext.DECIMAL64));
  }

  private static void add(
      List<Candidate> all, Origin.Kind kind, PriceSeries from, PriceSeries of, LocalDate day) {
    if (from.listing().equals(of.listing())) {
      return;
    }
    from.bars().stream()
        .filter(bar -> bar.session().equals(day))
        .forEach(bar -> all.add(new Candidate(kind, from, day, bar.close())));
  }

  /** A wrong digit, or a figure made up near the right one. */
  private BigDecimal slip(BigDecimal close) {
    if (random.nextBoolean()) {
      return rounded(close.multiply(BigDecimal.valueOf(1 + .04 * random.nextGaussian())));
    }
    String digits = rounded(close).toPlainString();
    int at = random.nextInt(digits.length());
    if (!Character.isDigit(digits.charAt(at))) {
      at++;
    }
    int digit = (digits.charAt(at) - '0' + 1 + random.nextInt(8)) % 10;
    return new BigDecimal(digits.substring(0, at) + digit + digits.substring(at + 1));
  }

  BigDecimal rounded(BigDecimal price) {
    return price.setScale(decimals, RoundingMode.HALF_UP);
  }
}
