package io.quotemark.market.odds;

import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.claim.ListingEvidence;
import io.quotemark.domain.claim.Wording;
import io.quotemark.domain.verdict.Verdict.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The features of a claim as the signs that have points, each a name. */
final class Signs {
  private static final double[] LEVEL_CUTS = {.002, .005, .01, .02, .05, .1, .2, .5, 1.5};
  private static final double[] MOVE_CUTS = {.2, .5, 1, 2, 4, 8, 15, 30};
  private static final double[] NAMES = {1.5, 2.5, 4.5};
  private static final double[] FIGURES = {1.5, 2.5, 4.5, 7.5};
  private static final double[] WORDS = {15, 25, 40, 60};
  private static final double[] BETWEEN = {1.5, 3.5, 6.5, 12.5};
  private static final double[] COUNTS = {.5, 1.5};
  private static final double[] MANY = {.5, 2.5, 8.5};
  private static final double[] AGO = {-.5, .5, 1.5, 5.5};
  private static final double[] BEATEN = {-.5, 5.5, 20.5, 60.5, 250.5};
  private static final double[] SCORES = {.91, .95, .98};

  private final List<String> names = new ArrayList<>();

  private Signs() {}

  static List<String> of(Features f) {
    Signs signs = new Signs();
    signs.figure(f);
    signs.readings(f);
    signs.wording(f);
    signs.listing(f);
    signs.session(f);
    signs.beside(f);
    return List.copyOf(signs.names);
  }

  private void figure(Features f) {
    String group = lower(f.group());
    add("kind", lower(f.claim().kind()));
    boolean scale = f.shape() == Shape.SCALE;
    if (scale) {
      add("shape", "scale"); // of a price as of a sum
    } else {
      add("shape", lower(f.shape()), group);
    }
    if (f.shape() == Shape.DIGIT || f.shape() == Shape.SWAP) {
      add("shape of digits", bin(f.digits(), 1.5, 2.5, 3.5));
    }
    if (f.claim().value() != null) {
      add("digits", bin(f.digits(), 1.5, 2.5, 3.5), group);
    }
    if (!Double.isNaN(f.distance()) && !scale) {
      double[] cuts = f.group() == Group.LEVEL || f.group() == Group.RATE ? LEVEL_CUTS : MOVE_CUTS;
      add("distance", bin(Math.abs(f.distance()), cuts), group);
    }
    if (f.beaten() >= 0) {
      add("beaten", bin(f.beaten(), BEATEN));
    }
    addIf(f.claim().hedge() != null, "hedged");
    addIf(f.claim().compared().window() != null && f.group() != Group.RETURN, "window");
    addIf(f.verdict().strength() != null, "internal");
    for (Flag flag : f.verdict().flags()) {
      if (flag == Flag.WRONG_SESSION_DATE
          || flag == Flag.WRONG_LISTING
          || flag == Flag.WRONG_CURRENCY
          || flag == Flag.ADJUSTMENT_SENSITIVE
          || flag == Flag.INTERNAL_INCONSISTENT) {
        add("flag", lower(flag));
      }
    }
  }

  private void readings(Features f) {
    boolean rare = false;
    for (OtherReading other : f.others()) {
      add("other", lower(other.kind()), other.rare() ? "rare" : "easy");
      rare |= other.rare();
    }
    String group = lower(f.group());
    boolean slip = f.shape() != Shape.NONE;
    addIf(rare, "other rare", group);
    addIf(!f.others().isEmpty() && !rare, "other easy", group);
    addIf(slip && f.others().isEmpty(), "slip and no other reading");
    addIf(slip && rare, "slip and other reading");
    addIf(PlainReadings.allow(f), "plainly allowed reading");
    addIf(!slip && f.others().isEmpty(), "neither slip nor other reading", group);
  }

  private void wording(Features f) {
    Wording w = f.claim().wording();
    add("naming", lower(w.naming()));
    add("names", bin(w.names(), NAMES));
    add("figures", bin(w.figures(), FIGURES));
    add("words", bin(w.words(), WORDS));
    add("between", bin(w.between(), BETWEEN));
    add("times", bin(w.times(), .5, 1.5, 2.5));
    add("stretches", bin(w.stretches(), .5, 1.5), lower(f.group()));
    add("statements", bin(w.statements(), 1.5, 2.5, 4.5));
    addIf(w.offHours(), "off hours");
    addIf(w.supposed(), "supposed");
    addIf(f.claim().at().in() == Span.Part.TITLE, "title");
  }

  private void listing(Features f) {
    ListingChoice listing = f.claim().listing();
    if (listing == null) {
      return;
    }
    add("score", bin(listing.score().doubleValue(), SCORES));
    add("rejected", bin(listing.rejected().size(), .5, 1.5, 3.5));
    for (ListingEvidence why : listing.why()) {
      add("why", lower(why.kind()));
    }
  }

  private void session(Features f) {
    add(
        "session",
        f.stated()
            ? "stated"
            : f.anchored() ? "anchored" : f.close() ? "close" : f.clear() ? "any" : "guessed");
    addIf(f.stated() && f.anchored(), "session stated and anchored");
    add("ago", bin(f.ago(), AGO), f.stated() ? "stated" : "not stated");
    addIf(
        f.claim().field() != null,
        "field",
        f.claim().field() == null ? "" : lower(f.claim().field()));
  }

  private void beside(Features f) {
    Beside b = f.beside();
    add("together", bin(b.together(), COUNTS));
    addIf(b.pinned(), "pinned", lower(f.group()));
    addIf(b.pinned() && f.shape() != Shape.NONE, "pinned slip");
    add("verified", bin(b.verified(), COUNTS));
    add("failed", bin(b.failed(), COUNTS));
    add("open", bin(b.open(), COUNTS));
    add("verified of listing", bin(b.verifiedOfListing(), COUNTS));
    add("failed of listing", bin(b.failedOfListing(), COUNTS));
    add("verified of article", bin(b.verifiedOfArticle(), MANY));
    add("failed of article", bin(b.failedOfArticle(), COUNTS));
    addIf(
        f.claim().wording().naming() == Wording.Naming.TICKER && b.verified() > 0,
        "ticker and verified");
  }

  private void add(String... parts) {
    names.add(String.join(":", parts));
  }

  private void addIf(boolean condition, String... parts) {
    if (condition) {
      add(parts);
    }
  }

  /** How many of the cuts lie below. */
  private static String bin(double value, double... cuts) {
    int bin = 0;
    while (bin < cuts.length && value > cuts[bin]) {
      bin++;
    }
    return Integer.toString(bin);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
