package io.quotemark.checking;

import io.quotemark.claims.AnswerFinder;
import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.securities.Securities;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The answers of a file with the statements that they make, and what is found of them. */
final class AnswerCorpus {
  private static final PublicationTime AT =
      PublicationTime.at(
          OffsetDateTime.parse("2025-02-25T22:00:00Z"), PublicationTime.Quality.DECLARED);

  /** An answer. */
  record Answer(int number, String language, String shape, String text, List<String> expected) {}

  /** Statements expected, found and right, by shape and by language. */
  static final class Score {
    int expected;
    int found;
    int right;

    /** Labelled statements with their day, and how many of them are none that are made. */
    int plain;

    int plainWrong;
    final List<String> failures = new ArrayList<>();
    final Map<String, int[]> parts = new TreeMap<>();

    double recall() {
      return (double) right / expected;
    }

    double precision() {
      return (double) right / found;
    }

    @Override
    public String toString() {
      StringBuilder all =
          new StringBuilder(
              "%d expected, found %.3f, precision %.3f; labelled with their day %d, wrong %d"
                  .formatted(expected, recall(), precision(), plain, plainWrong));
      parts.forEach((name, n) ->
          all.append(
              "\n  %-8s %4d  %.3f  %.3f"
                  .formatted(name, n[0], (double) n[2] / n[0], (double) n[2] / Math.max(1, n[1]))));
      return all.toString();
    }
  }

  private static final Securities MASTER = MasterFile.load();
  private static final AnswerFinder FINDER = new AnswerFinder(MASTER, new ClaimFinder(MASTER));

  private AnswerCorpus() {}

  static List<Answer> read(String file) throws IOException {
    List<Answer> answers = new ArrayList<>();
    try (InputStream in = AnswerCorpus.class.getResourceAsStream("answers/" + file)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String[] head = null;
      StringBuilder text = new StringBuilder();
      List<String> expected = new ArrayList<>();
      for (String line : (all + "\n@ ").split("\n", -1)) {
        if (line.startsWith("@ ")) {
          if (head != null) {
            answers.add(
                new Answer(
                    answers.size() + 1,
                    head[1],
                    head[2],
                    text.toString().strip(),
                    List.copyOf(expected)));
          }
          head = line.length() > 2 ? line.split(" ") : null;
          text.setLength(0);
          expected.clear();
        } else if (line.startsWith("= ")) {
          expected.add(line.substring(2).strip());
        } else if (head != null) {
          text.append(line).append('\n');
        }
      }
    }
    return answers;
  }

  static Article article(Answer answer) {
    return new Article(
            "",
            List.of(),
            List.of(),
            AT,
            null,
            answer.language(),
            null,
            null,
            null,
            List.of(),
            answer.text(),
            List.of(),
            0,
            List.of())
        .as(SourceKind.GENERATED);
  }

  static Score score(List<Answer> answers) {
    Score score = new Score();
    for (Answer answer : answers) {
      List<Claim> claims =
          FINDER.find(article(answer), false).claims().stream()
              .filter(claim -> claim.kind().ofPrices() && claim.kind().checkable())
              .toList();
      List<String> open = new ArrayList<>(answer.expected());
      List<Claim> wrong = new ArrayList<>();
      for (Claim claim : claims) {
        String match = open.stream().filter(one -> matches(one, claim)).findFirst().orElse(null);
        boolean plain = claim.rule().equals("labelled") && claim.wording().times() > 0;
        score.plain += plain ? 1 : 0;
        if (match == null) {
          score.plainWrong += plain ? 1 : 0;
          wrong.add(claim);
        } else {
          open.remove(match);
        }
        check(claim, answer.text());
      }
      int right = claims.size() - wrong.size();
      add(score, answer, answer.expected().size(), claims.size(), right);
      String name = answer.number() + " " + answer.language() + " " + answer.shape();
      open.forEach(one -> score.failures.add(name + " missed: " + one));
      wrong.forEach(one -> score.failures.add(name + " wrong: " + told(one)));
    }
    return score;
  }

  private static void check(Claim claim, String text) {
    Span at = claim.at();
    if (at.in() == Span.Part.TEXT) {
      int start = text.offsetByCodePoints(0, at.start());
      int end = text.offsetByCodePoints(0, at.end());
      if (!text.substring(start, end).equals(at.text())) {
        throw new AssertionError("not where it stands: " + at);
      }
    }
  }

  private static void add(Score score, Answer answer, int expected, int found, int right) {
    score.expected += expected;
    score.found += found;
    score.right += right;
    for (String part : List.of(answer.language(), answer.shape())) {
      int[] counts = score.parts.computeIfAbsent(part, p -> new int[3]);
      counts[0] += expected;
      counts[1] += found;
      counts[2] += right;
    }
  }

  static String told(Claim claim) {
    return "%s %s %s %s %s [%s]"
        .formatted(
            claim.listing() == null ? claim.pair() : claim.listing().id(),
            what(claim),
            claim.value(),
            claim.session().written(),
            claim.rule(),
            claim.at().text());
  }

  private static boolean matches(String expected, Claim claim) {
    String[] parts = expected.split(" ", -1);
    ListingId id =
        claim.pair() != null ? claim.pair() : claim.listing() == null ? null : claim.listing().id();
    boolean figure =
        claim.value() != null && claim.value().compareTo(new BigDecimal(parts[2])) == 0;
    boolean day =
        parts.length < 4
            || (claim.session() instanceof SessionWords.OnDate on
                && on.date().toString().equals(parts[3]));
    String what = what(claim);
    boolean same =
        what.equals(parts[1])
            || (what.equals("last") && parts[1].equals("close"))
            || (what.equals("close") && parts[1].equals("last"));
    return id != null && figure && day && same && isOf(id, parts[0]);
  }

  /** Whether it is the listing, or another of the same company. */
  private static boolean isOf(ListingId id, String ticker) {
    if (plain(id.ticker()).equals(plain(ticker))) {
      return true;
    }
    for (Listing sister : MASTER.sisters(id)) {
      if (plain(sister.ticker()).equals(plain(ticker))) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String ticker) {
    return ticker.replaceFirst("^0+(?=.)", "");
  }

  private static String what(Claim claim) {
    return switch (claim.kind()) {
      case PRICE_LEVEL, INDEX_LEVEL -> level(claim);
      case MOVE_PCT, INDEX_MOVE_PCT -> "pct";
      case MOVE_ABS, INDEX_MOVE_PTS -> "abs";
      case PERIOD_RETURN -> "ret:" + claim.compared().window();
      case MARKET_CAP -> "cap";
      case FX_RATE -> "fx";
      default -> claim.kind().name();
    };
  }

  private static String level(Claim claim) {
    PriceField field = claim.field();
    if (claim.session() instanceof SessionWords.PreviousClose) {
      return "prev";
    }
    if (field == null) {
      return "last";
    }
    return switch (field) {
      case HIGH -> claim.compared().over() == null ? "high" : "hi:" + claim.compared().over();
      case LOW -> claim.compared().over() == null ? "low" : "lo:" + claim.compared().over();
      case CLOSE -> "close";
      case LAST -> "last";
      case OPEN -> "open";
      case PRE -> "pre";
      case POST -> "post";
    };
  }
}
