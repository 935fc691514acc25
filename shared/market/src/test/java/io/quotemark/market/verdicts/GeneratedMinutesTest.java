package io.quotemark.market.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.MinuteBars.Minute;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.fixtures.MinuteWalk;
import io.quotemark.market.Cases;
import io.quotemark.market.calendar.SessionClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Statements that are true or false by made-up minutes, printed to a tenth of a per cent. */
class GeneratedMinutesTest {
  private static final BigDecimal FRIDAY = new BigDecimal("107.50");
  private static final BigDecimal MONDAY = new BigDecimal("105.00");
  private static final BigDecimal STEP = new BigDecimal("0.1");
  private static final int ROUNDS = 150;

  /** A day within the range of the made-up share's bar, 104 to 110, and freely around it. */
  private static MinuteBars day(Random random) {
    MinuteWalk walk = MinuteWalk.of("XNAS:MADE", "2025-02-24", "America/New_York");
    walk.at("04:00", outside(random)).at("06:40", outside(random)).at("09:29", outside(random));
    walk.at("09:30", 107).at("11:00", 104 + 6 * random.nextDouble());
    walk.at("13:30", 104 + 6 * random.nextDouble()).at("15:59", 105);
    walk.at("16:30", outside(random)).at("18:10", outside(random)).at("19:59", outside(random));
    return walk.noise(0.001).bars(random);
  }

  private static double outside(Random random) {
    return 95 + 20 * random.nextDouble();
  }

  private record Case(SessionClass kind, Instant at, List<Minute> seen, BigDecimal close) {
    PublicationTime published() {
      return PublicationTime.at(
          OffsetDateTime.ofInstant(at, ZoneOffset.ofHours(-5)), PublicationTime.Quality.DECLARED);
    }

    Claim claim(ClaimKind kind, BigDecimal printed) {
      PriceField field =
          switch (this.kind) {
            case PRE -> PriceField.PRE;
            case POST -> PriceField.POST;
            case REGULAR -> null;
          };
      return MadeMarket.claim(kind, printed.toPlainString())
          .value(printed, STEP)
          .hedge(kind == ClaimKind.PEAK_MOVE_PCT ? Hedge.AS_MUCH_AS : null)
          .field(field)
          .build();
    }

    BigDecimal move(BigDecimal price) {
      return Percent.move(close, price).setScale(1, RoundingMode.HALF_EVEN);
    }
  }

  private static Case drawn(MinuteBars day, SessionClass kind, Random random) {
    var hours = Cases.CALENDARS.of("XNAS").hours(day.session(), kind).orElseThrow();
    List<Minute> all = day.between(hours.from(), hours.to());
    int last = 20 + random.nextInt(all.size() - 21);
    return new Case(
        kind,
        all.get(last).end(),
        all.subList(0, last + 1),
        kind == SessionClass.POST ? MONDAY : FRIDAY);
  }

  @Test
  void trueStatements_areVerified_andNoneIsEverHeldAgainst() {
    Random random = new Random(5);
    List<String> wrong = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      MinuteBars day = day(random);
      for (SessionClass kind : SessionClass.values()) {
        Case drawn = drawn(day, kind, random);
        Minute lately = drawn.seen().get(drawn.seen().size() - 1 - random.nextInt(10));
        Minute earlier = drawn.seen().get(random.nextInt(drawn.seen().size()));
        BigDecimal peak =
            drawn.seen().stream().map(Minute::high).max(Comparator.naturalOrder()).orElseThrow();
        check(
            day,
            drawn,
            ClaimKind.MOVE_PCT,
            drawn.move(lately.close()),
            List.of(Outcome.VERIFIED),
            wrong);
        check(
            day,
            drawn,
            ClaimKind.MOVE_PCT,
            drawn.move(earlier.close()),
            List.of(Outcome.VERIFIED, Outcome.VERIFIED_LOOSE),
            wrong);
        if (drawn.move(peak).signum() > 0) {
          check(
              day,
              drawn,
              ClaimKind.PEAK_MOVE_PCT,
              drawn.move(peak),
              List.of(Outcome.VERIFIED),
              wrong);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void falseStatements_areNeverVerified() {
    Random random = new Random(6);
    List<String> wrong = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      MinuteBars day = day(random);
      for (SessionClass kind : SessionClass.values()) {
        Case drawn = drawn(day, kind, random);
        BigDecimal highest =
            drawn.seen().stream().map(Minute::high).max(Comparator.naturalOrder()).orElseThrow();
        BigDecimal far = drawn.move(highest).add(new BigDecimal("3.0"));
        List<Outcome> refused =
            List.of(Outcome.CONTRADICTED, Outcome.DOUBTFUL, Outcome.UNVERIFIABLE);
        check(day, drawn, ClaimKind.MOVE_PCT, far, refused, wrong);
        if (far.signum() > 0) {
          check(day, drawn, ClaimKind.PEAK_MOVE_PCT, far, refused, wrong);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** What it says is also the same whatever came after publication. */
  private static void check(
      MinuteBars day,
      Case drawn,
      ClaimKind kind,
      BigDecimal printed,
      List<Outcome> expected,
      List<String> wrong) {
    Claim claim = drawn.claim(kind, printed);
    Verdict verdict =
        Cases.judgeOne(drawn.published(), MadeMarket.tape().with(List.of(day)), claim);
    Verdict seen =
        Cases.judgeOne(
            drawn.published(), MadeMarket.tape().with(List.of(day.until(drawn.at()))), claim);
    if (!expected.contains(verdict.outcome())) {
      wrong.add(drawn.kind() + " " + drawn.at() + " " + kind + " " + printed + ": " + verdict);
    }
    if (!verdict.equals(seen)) {
      wrong.add("looks ahead: " + drawn.kind() + " " + drawn.at() + " " + kind + " " + printed);
    }
  }
}
