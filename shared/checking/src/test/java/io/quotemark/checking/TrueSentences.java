package io.quotemark.checking;

import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.price.Bar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** True sentences about one session, worded and rounded as reporters do. */
final class TrueSentences {
  private final Share share;
  private final Facts facts;
  private final Words words;
  private final List<Said> said = new ArrayList<>();

  private TrueSentences(Share share, Facts facts, Random random) {
    this.share = share;
    this.facts = facts;
    this.words = new Words(share, facts, random);
  }

  static List<Said> of(Share share, Facts facts, Random random) {
    TrueSentences made = new TrueSentences(share, facts, random);
    made.levels();
    made.moves();
    made.extremes();
    made.stretches();
    return made.said;
  }

  private void add(String what, ClaimKind kind, String... wordings) {
    said.add(new Said("true " + what, kind, words.say(wordings)));
  }

  private void levels() {
    ClaimKind level = words.level();
    String close = share.print(facts.close);
    add(
        "close",
        level,
        "{S} closed at " + close + " {on}.",
        "{S} ended at " + close + " {on}.",
        "{S} finished at " + close + " {on}.",
        "{S} settled at " + close + " {on}.");
    add(
        "high",
        level,
        "{S} touched an intraday high of " + share.print(facts.high) + " {on}.",
        "{S} hit a session high of " + share.print(facts.high) + " {on}.",
        "{S} traded as high as " + share.print(facts.high) + " {on}.");
    add(
        "low",
        level,
        "{S} sank to an intraday low of " + share.print(facts.low) + " {on}.",
        "{S} traded as low as " + share.print(facts.low) + " {on}.");
    add("open", level, "{S} opened at " + share.print(facts.open) + " {on}.");
    add(
        "price of the day",
        level,
        "{S} traded at " + share.print((facts.high + facts.low) / 2) + " {on}.");
    if (share.decimals() > 0 && facts.close * share.perUnit() > 50) {
      add(
          "rounded close",
          level,
          "{S} closed at about " + share.print(facts.close, 0) + " {on}.",
          "{S} closed at around " + share.print(facts.close, 0) + " {on}.");
    }
  }

  private void moves() {
    double move = facts.move();
    if (Math.abs(move) < 0.06) {
      return;
    }
    ClaimKind kind = words.move();
    String one = Share.figure(Math.abs(move), 1);
    String two = Share.figure(Math.abs(move), 2);
    String close = share.print(facts.close);
    add(
        "move",
        kind,
        "{S} {rose} " + one + " percent {on}.",
        "{S} closed " + one + "% {higher} {on}.",
        "{S} ended {on} {up} " + one + " per cent.",
        "{S} {rose} " + two + "% {on}.");
    add(
        "move and close",
        kind,
        "{S} {rose} " + one + "% to " + close + " {on}.",
        "{S} closed {up} " + two + "% at " + close + " {on}.",
        "{S} finished " + one + " percent {higher} at " + close + " {on}.");
    if (Math.abs(move) >= 1.05) {
      add(
          "over",
          kind,
          "{S} {rose} more than " + (long) Math.abs(move) + " percent {on}.",
          "{S} {rose} over " + (long) Math.abs(move) + "% {on}.");
    }
    String money = share.print(Math.abs(facts.close - facts.before));
    add(
        "move in money",
        words.absolute(),
        "{S} {rose} " + money + words.points() + " to " + close + " {on}.",
        "{S} closed {up} " + money + words.points() + " at " + close + " {on}.");
    double peak = facts.percent(move > 0 ? facts.high : facts.low);
    if (Math.abs(peak) > 0.2 && Math.signum(peak) == Math.signum(move)) {
      add(
          "peak",
          ClaimKind.PEAK_MOVE_PCT,
          "{S} {rose} as much as " + Share.figure(Math.abs(peak), 1) + "% {on}.",
          "{S} {rose} by as much as " + Share.figure(Math.abs(peak), 1) + " percent {on}.");
    }
    double gap = facts.percent(facts.open);
    if (Math.abs(gap) > 0.1) {
      add("gap", kind, words.opened(gap));
    }
    if (facts.streak() >= 2 && facts.streak() < 10) {
      add(
          "streak",
          ClaimKind.STREAK,
          "{S} {rose} for a " + Words.ordinal(facts.streak()) + " straight session {on}.",
          "{S} {rose} for the " + Words.ordinal(facts.streak()) + " day in a row {on}.");
    }
    int larger = facts.lastAsLargeMove();
    if (Math.abs(move) > 2 && larger > 0) {
      String month = Words.month(facts.session(larger));
      add(
          "biggest move",
          ClaimKind.EXTREME_MOVE,
          "{S} had their biggest one-day {gain} since " + month + " {on}.",
          "{S} {rose} " + one + "% {on}, their biggest daily {gain} since " + month + ".");
    }
  }

  private void extremes() {
    for (boolean up : new boolean[] {true, false}) {
      int beyond = facts.lastBeyond(up);
      String highest = up ? "highest" : "lowest";
      if (beyond >= 0 && facts.here - beyond > 30) {
        String month = Words.month(facts.session(beyond));
        add(
            "since",
            ClaimKind.EXTREME,
            "{S} closed at "
                + share.print(facts.close)
                + " {on}, the "
                + highest
                + " close since "
                + month
                + ".",
            "{S} closed at their " + highest + " level since " + month + " {on}.");
      }
      LocalDate yearAgo = facts.day.minusWeeks(52).minusDays(3);
      double extreme = facts.extreme(up, yearAgo);
      if (facts.session(0).isBefore(yearAgo) && (up ? facts.high > extreme : facts.low < extreme)) {
        String price = share.print(up ? facts.high : facts.low);
        String word = up ? "high" : "low";
        add(
            "52 weeks",
            ClaimKind.EXTREME,
            "{S} hit a 52-week " + word + " of " + price + " {on}.",
            "{S} touched a one-year " + word + " of " + price + " {on}.");
      }
      int recent = facts.lastBeyond(up, up ? facts.high : facts.low, up ? Bar::high : Bar::low);
      if (recent >= 0 && facts.session(recent).isBefore(facts.day.minusMonths(3))) {
        add(
            "three months",
            ClaimKind.EXTREME,
            "{S} {traded} at a three-month " + (up ? "high" : "low") + " {on}.");
      }
    }
  }

  private void stretches() {
    int year = facts.day.getYear();
    stretch("this year", facts.since(day -> day.getYear() < year), "this year");
    LocalDate month = facts.day.withDayOfMonth(1);
    stretch("this month", facts.since(day -> day.isBefore(month)), "so far this month");
    stretch(
        "twelve months",
        facts.since(day -> !day.isAfter(facts.day.minusYears(1))),
        "over the past 12 months");
    if (facts.here > 5) {
      double five = (facts.close / facts.close(facts.here - 5) - 1) * 100;
      stretch("five sessions", five, "over the past five sessions");
    }
    stretch(
        "last year's end",
        facts.since(day -> day.getYear() < year),
        "since the end of " + (year - 1));
  }

  private void stretch(String what, double value, String when) {
    if (!Double.isNaN(value) && Math.abs(value) > 0.5) {
      String figure = Share.figure(Math.abs(value), 1);
      add(
          what,
          ClaimKind.PERIOD_RETURN,
          words.inDirection(value, "{S} have {gained} " + figure + "% " + when + "."),
          words.inDirection(value, "{S} are {up} " + figure + " percent " + when + "."));
    }
  }
}
