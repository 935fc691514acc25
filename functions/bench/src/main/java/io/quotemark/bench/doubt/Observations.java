package io.quotemark.bench.doubt;

import io.quotemark.checking.Checker;
import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.market.Judge;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.odds.Scorecard;
import io.quotemark.market.odds.Weighing;
import io.quotemark.reading.ArticleReader;
import io.quotemark.securities.Securities;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks texts and keeps the signs of what failed. */
final class Observations {
  /** Letters around a slip that tell where it stands, blanks left out. */
  private static final int CONTEXT = 30;

  /** Letters before it, tried in turn: a title above the text was taken away. */
  private static final int[] BEFORE = {CONTEXT, 15, 5, 0};

  private final ArticleReader reader = new ArticleReader();
  private final Calendars calendars = Calendars.load();
  private final Scorecard scorecard = Scorecard.shipped();
  private final Securities securities;
  private final ClaimFinder finder;
  private final PriceHistory prices;

  Observations(Securities securities, PriceHistory prices) {
    this.securities = securities;
    this.finder = new ClaimFinder(securities);
    this.prices = prices;
  }

  /**
   * A claim that the tape does not bear out.
   *
   * @param doc the article, for splitting
   */
  record Failed(String doc, CheckedClaim claim, List<String> signs) {}

  /**
   * What was found in one text.
   *
   * @param claims all of them
   * @param failed those that the tape does not bear out
   * @param slip of a text with a slip, the claim that is false now, where it failed
   * @param decided claims with a verdict
   */
  record Observed(
      Material.Text text,
      List<CheckedClaim> claims,
      List<Failed> failed,
      @Nullable Failed slip,
      long decided) {}

  Observed of(Material.Text text) {
    Map<String, List<String>> signs = new HashMap<>();
    Weighing weighing = new Weighing(scorecard, (claim, names) -> signs.put(claim.id(), names));
    Checker checker = new Checker(finder, new Judge(calendars, securities, weighing), prices);
    if (!(reader.read(text.document()) instanceof Reading.One(var article))) {
      return new Observed(text, List.of(), List.of(), null, 0);
    }
    CheckedArticle checked = checker.check(article);
    List<Failed> failed =
        checked.claims().stream()
            .filter(c -> signs.containsKey(c.claim().id()))
            .map(c -> new Failed(text.doc(), c, signs.getOrDefault(c.claim().id(), List.of())))
            .toList();
    long decided = checked.claims().stream().filter(Observations::isDecided).count();
    return new Observed(
        text, checked.claims(), failed, slip(text, article.text(), failed), decided);
  }

  static boolean isDecided(CheckedClaim claim) {
    Outcome outcome = claim.verdict().outcome();
    return switch (outcome) {
      case VERIFIED, VERIFIED_LOOSE, CONTRADICTED, DOUBTFUL -> true;
      case UNVERIFIABLE, PENDING, NOT_CHECKABLE -> false;
    };
  }

  private static @Nullable Failed slip(Material.Text text, String read, List<Failed> failed) {
    Material.Slip slip = text.slip();
    int place = slip == null ? -1 : place(text, slip, read);
    if (slip == null || place < 0) {
      return null;
    }
    for (Failed one : failed) {
      Claim claim = one.claim().claim();
      for (Material.Target target : slip.targets()) {
        boolean hit =
            claim.at().in() == Span.Part.TEXT
                && claim.kind().name().equals(target.kind())
                && claim.at().start() < place + Math.max(target.to(), target.from() + 1)
                && claim.at().end() > place + target.from();
        if (hit) {
          return one;
        }
      }
    }
    return null;
  }

  /**
   * Where the changed words stand in the text as read, in code points; −1 where that is unclear.
   */
  private static int place(Material.Text text, Material.Slip slip, String read) {
    String raw = text.text();
    int start = raw.offsetByCodePoints(0, slip.at());
    int end = raw.offsetByCodePoints(start, slip.length());
    String before = raw.substring(0, start).replaceAll("\\s+", "");
    String words = raw.substring(start, end).replaceAll("\\s+", "");
    String after = raw.substring(end).replaceAll("\\s+", "");
    String behind = words + after.substring(0, Math.min(CONTEXT, after.length()));
    StringBuilder dense = new StringBuilder();
    int[] codePoints = new int[read.length()];
    for (int i = 0, at = 0; i < read.length(); at++) {
      int c = read.codePointAt(i);
      if (!Character.isWhitespace(c)) {
        for (int k = 0; k < Character.charCount(c); k++) {
          codePoints[dense.length() + k] = at;
        }
        dense.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    for (int letters : BEFORE) {
      String lead = before.substring(Math.max(0, before.length() - letters));
      int found = dense.indexOf(lead + behind);
      if (found >= 0) {
        boolean once = dense.indexOf(lead + behind, found + 1) < 0;
        return once ? codePoints[found + lead.length()] : -1;
      }
    }
    return -1;
  }
}
