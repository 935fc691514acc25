package io.quotemark.checking;

import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.price.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Sentences about one session that are false on every reading of theirs. */
final class FalseSentences {
  private final Share share;
  private final Facts facts;
  private final Words words;
  private final List<Said> said = new ArrayList<>();

  private FalseSentences(Share share, Facts facts, Random random) {
    this.share = share;
    this.facts = facts;
    this.words = new Words(share, facts, random);
  }

  /**
   * @param sister a price of another listing of the issuer in that session, printed in this one's
   *     currency
   */
  static List<Said> of(Share share, Facts facts, Random random, @Nullable Double sister) {
    FalseSentences made = new FalseSentences(share, facts, random);
    made.levels(sister);
    made.moves();
    made.extremes();
    made.stretches();
    return made.said;
  }

  private void add(String what, ClaimKind kind, String... wordings) {
    said.add(new Said("false " + what, kind, words.say(wordings)));
  }

  private void levels(@Nullable Double sister) {
    closed("above the range", facts.high * 1.04);
    closed("below the range", facts.low * 0.96);
    add("open", words.level(), "{S} opened at " + share.print(facts.high * 1.03) + " {on}.");
    add(
        "high",
        words.level(),
        "{S} touched an intraday high of " + share.print(facts.high * 1.05) + " {on}.");
    if (!share.id().isIndex()) {
      if (share.decimals() > 0) {
        closed("unit", share.perUnit() == 1 ? facts.close * 100 : facts.close / 100);
      }
      closed("scale", facts.close * 10);
    }
    Bar other = facts.series.bars().get(facts.here - 3);
    if (facts.splits(facts.here - 3, facts.here) == 1 && outside(other.close().doubleValue())) {
      closed("session", other.close().doubleValue());
    }
    if (sister != null && outside(sister)) {
      closed("listing", sister);
    }
    double later = facts.splits(facts.here, facts.series.bars().size() - 1);
    if (later != 1) {
      closed("split-adjusted", facts.close / later);
    }
    double inside = (facts.low + facts.high) / 2;
    if (Math.abs(inside / facts.close - 1) > 0.004) {
      closed("inside the range", inside);
    }
  }

  private boolean outside(double price) {
    return price > facts.high * 1.001 || price < facts.low * 0.999;
  }

  private void closed(String what, double price) {
    String figure = share.print(price);
    add(
        what,
        words.level(),
        "{S} closed at " + figure + " {on}.",
        "{S} ended at " + figure + " {on}.",
        "{S} finished at " + figure + " {on}.");
  }

  private void moves() {
    double move = facts.move();
    if (Math.abs(move) < 0.5) {
      return;
    }
    String figure = Share.figure(Math.abs(move), 1);
    add(
        "sign",
        words.move(),
        words.inDirection(-move, "{S} closed " + figure + "% {higher} {on}."),
        words.inDirection(-move, "{S} ended {up} " + figure + " percent {on}."));
    add(
        "size",
        words.move(),
        "{S} closed {up} " + Share.figure(Math.abs(move) * 10, 1) + "% {on}.",
        "{S} closed " + Share.figure(Math.abs(move) + 3, 1) + " percent {higher} {on}.");
    String money = share.print(Math.abs(facts.close - facts.before) * 3);
    add("move in money", words.absolute(), "{S} closed {up} " + money + words.points() + " {on}.");
    double peak = facts.percent(move > 0 ? facts.high : facts.low);
    add(
        "peak",
        ClaimKind.PEAK_MOVE_PCT,
        "{S} {rose} as much as " + Share.figure(Math.abs(peak) + 3, 1) + "% {on}.");
    double gap = facts.percent(facts.open);
    add("gap", words.move(), words.opened(gap > 0 ? gap + 8 : gap - 8));
    add(
        "streak",
        ClaimKind.STREAK,
        "{S} {rose} for a "
            + Words.ordinal(Math.min(facts.streak() + 2, 15))
            + " straight session {on}.");
    int larger = facts.lastAsLargeMove();
    if (larger > 0) {
      String month = Words.month(facts.session(larger).minusMonths(5));
      add(
          "biggest move",
          ClaimKind.EXTREME_MOVE,
          "{S} had their biggest one-day {gain} since " + month + " {on}.");
    }
  }

  private void extremes() {
    int beyond = facts.lastBeyond(true);
    if (beyond >= 0 && facts.here - beyond > 8) {
      String month = Words.month(facts.session(beyond).minusMonths(5));
      add(
          "since",
          ClaimKind.EXTREME,
          "{S} closed at "
              + share.print(facts.close)
              + " {on}, the highest close since "
              + month
              + ".",
          "{S} closed at their highest level since " + month + " {on}.");
    }
    if (facts.extreme(true, facts.day.minusWeeks(50)) > facts.high * 1.05
        && facts.extreme(true, facts.session(facts.here - 6)) < facts.high * 1.5) {
      add(
          "52 weeks",
          ClaimKind.EXTREME,
          "{S} hit a 52-week high of " + share.print(facts.high) + " {on}.",
          "{S} closed at a record high {on}.");
    }
  }

  private void stretches() {
    int year = facts.day.getYear();
    double value = facts.since(day -> day.getYear() < year);
    if (!Double.isNaN(value) && Math.abs(value) > 12) {
      stretch("this year's sign", -value, "this year");
      stretch("this year's size", value + Math.signum(value) * 40, "this year");
    }
    double months = facts.since(day -> !day.isAfter(facts.day.minusYears(1)));
    if (!Double.isNaN(months) && Math.abs(months) > 12) {
      stretch("twelve months", -months, "over the past 12 months");
    }
  }

  private void stretch(String what, double value, String when) {
    if (value > -99) {
      String figure = Share.figure(Math.abs(value), 1);
      add(
          what,
          ClaimKind.PERIOD_RETURN,
          words.inDirection(value, "{S} have {gained} " + figure + "% " + when + "."));
    }
  }
}
