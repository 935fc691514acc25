package io.quotemark.checking;

import io.quotemark.domain.claim.ClaimKind;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Fills the blanks of a wording: subject, day, and words of the direction of the day's move. */
final class Words {
  private static final List<String> ORDINALS =
      List.of(
          "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
          "ninth", "tenth", "11th", "12th", "13th", "14th", "15th");

  private final Share share;
  private final Facts facts;
  private final Random random;

  Words(Share share, Facts facts, Random random) {
    this.share = share;
    this.facts = facts;
    this.random = random;
  }

  String say(String... wordings) {
    String wording = inDirection(facts.move(), wordings[random.nextInt(wordings.length)]);
    String plain =
        wording.replace("{S}", share.name()).replace("{on}", on()).replace("{traded}", "traded");
    return share.id().isIndex()
        ? plain.replace(" have ", " has ").replace(" are ", " is ").replace(" their ", " its ")
        : plain;
  }

  /** Words of rising or falling. */
  String inDirection(double move, String wording) {
    boolean up = move > 0;
    return wording
        .replace(
            "{rose}",
            one(
                up
                    ? List.of("rose", "gained", "climbed", "advanced")
                    : List.of("fell", "lost", "dropped", "slid", "declined")))
        .replace("{higher}", up ? "higher" : "lower")
        .replace("{up}", up ? "up" : "down")
        .replace("{gained}", one(up ? List.of("gained", "risen") : List.of("lost", "fallen")))
        .replace("{gain}", up ? "gain" : "drop");
  }

  String opened(double gap) {
    return inDirection(
        gap, "{S} opened " + Share.figure(Math.abs(gap), 1) + " percent {higher} {on}.");
  }

  private String one(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private String on() {
    String weekday = facts.day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return random.nextBoolean()
        ? "on " + weekday
        : "on "
            + weekday
            + ", "
            + facts.day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
            + " "
            + facts.day.getDayOfMonth();
  }

  static String month(LocalDate day) {
    return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + day.getYear();
  }

  static String ordinal(int n) {
    return ORDINALS.get(n);
  }

  ClaimKind level() {
    return share.id().isIndex() ? ClaimKind.INDEX_LEVEL : ClaimKind.PRICE_LEVEL;
  }

  ClaimKind move() {
    return share.id().isIndex() ? ClaimKind.INDEX_MOVE_PCT : ClaimKind.MOVE_PCT;
  }

  ClaimKind absolute() {
    return share.id().isIndex() ? ClaimKind.INDEX_MOVE_PTS : ClaimKind.MOVE_ABS;
  }

  String points() {
    return share.id().isIndex() ? " points" : "";
  }
}
