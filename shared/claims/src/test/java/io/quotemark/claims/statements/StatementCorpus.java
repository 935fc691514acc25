package io.quotemark.claims.statements;

import io.quotemark.claims.ClaimFinder;
import io.quotemark.claims.rules.RuleBook;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Modality;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.fixtures.TestArticle;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.securities.Securities;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Sentences of our own with the claims in them, from the corpus of each language and the files
 * beside this class.
 */
final class StatementCorpus {
  private static final Securities MASTER = MasterFile.load();
  private static final ClaimFinder FINDER = new ClaimFinder(MASTER);

  /** A Tuesday; sentences without a year speak of the days before it. */
  private static final LocalDate PUBLISHED = LocalDate.of(2023, 5, 16);

  /**
   * A sentence and what it claims.
   *
   * @param miss whether it is known to fail
   * @param claims kind with value and currency, or with direction and stretch, sorted
   */
  record Sentence(String language, String text, boolean miss, List<String> claims) {}

  private StatementCorpus() {}

  /** Those of every language's folder. */
  static List<Sentence> all() {
    List<Sentence> all = new ArrayList<>();
    languages().forEach(language -> all.addAll(read("../language/" + language + "/corpus.tsv")));
    return all;
  }

  /** The languages with a corpus, by the names of their folders. */
  static List<String> languages() {
    try (Stream<Path> folders =
        Files.list(
            Path.of(resource("../language/en/corpus.tsv").toURI()).resolve("../..").normalize())) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(StatementCorpus.class.getResource(name), name);
  }

  /** Texts with the session and the price of it that each claim belongs to. */
  static List<Sentence> timed() {
    return read("corpus-sessions.tsv");
  }

  /** Texts with the listing each claim is about. */
  static List<Sentence> subjects() {
    return read("corpus-subjects.tsv");
  }

  /** A passage nobody tuned on, with the amounts and the claims in it. */
  record Passage(Sentence sentence, List<String> amounts) {}

  /** Passages set aside, in other words than any that rules were built on. */
  static List<Passage> heldOut() {
    List<Passage> passages = new ArrayList<>();
    for (List<String> row : rows("held-out.tsv")) {
      Sentence sentence =
          new Sentence(row.get(0), row.get(1), false, listed(row.get(3), row.get(1)));
      passages.add(new Passage(sentence, listed(row.get(2), row.get(1))));
    }
    return passages;
  }

  /** Money and percentages found in a passage, named as the file of passages names them. */
  static List<String> amounts(Sentence sentence) {
    return FINDER.find(article(sentence)).amounts().stream()
        .filter(amount -> amount.type() != Amount.Type.POINTS)
        .filter(amount -> amount.type() != Amount.Type.SHARES)
        .map(amount -> plain(amount.value().abs().toPlainString() + " " + unit(amount)))
        .sorted()
        .toList();
  }

  private static String unit(Amount amount) {
    return switch (amount.type()) {
      case PERCENT -> "%";
      case MONEY -> String.valueOf(amount.currency());
      default -> amount.type().code();
    };
  }

  private static List<Sentence> read(String file) {
    return rows(file).stream().map(StatementCorpus::sentence).toList();
  }

  private static List<List<String>> rows(String file) {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = resource(file).openStream()) {
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(List.of(line.split("\t", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    return rows;
  }

  /** A row: state, language, sentence, claims. */
  static Sentence sentence(List<String> row) {
    boolean miss = row.getFirst().equals("miss");
    return new Sentence(row.get(1), row.get(2), miss, listed(row.get(3), row.get(2)));
  }

  private static List<String> listed(String field, String line) {
    if (field.isBlank()) {
      throw new IllegalArgumentException("no claims column: " + line);
    }
    return field.equals("-")
        ? List.of()
        : java.util.Arrays.stream(field.split("; ", -1))
            .map(StatementCorpus::plain)
            .sorted()
            .toList();
  }

  /** The claims found, named as the corpus names them. */
  static List<String> found(Sentence sentence) {
    return FINDER.find(article(sentence)).claims().stream()
        .filter(claim -> checkable(claim))
        .map(StatementCorpus::key)
        .sorted()
        .toList();
  }

  /** The same with the price field and the session words of each: "PRICE_LEVEL 44.2 USD post -". */
  static List<String> foundTimed(Sentence sentence) {
    return FINDER.find(article(sentence)).claims().stream()
        .filter(claim -> checkable(claim))
        .map(claim -> key(claim) + " " + field(claim) + " " + session(claim))
        .sorted()
        .toList();
  }

  /** The same with the listing of each: "MOVE_PCT 2 of XNYS:PFE". */
  static List<String> foundOf(Sentence sentence) {
    return FINDER.find(article(sentence)).claims().stream()
        .filter(claim -> checkable(claim))
        .map(claim ->
            key(claim)
                + " of "
                + (claim.listing() == null ? "nobody" : claim.listing().id().toString()))
        .sorted()
        .toList();
  }

  private static String field(Claim claim) {
    return claim.field() == null ? "-" : claim.field().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String session(Claim claim) {
    return switch (claim.session()) {
      case SessionWords.OnDate(LocalDate date) -> date.toString();
      case SessionWords.PreviousClose previous -> String.valueOf(previous.written());
      case SessionWords.OnWeekday day -> day.day().name().toLowerCase(java.util.Locale.ROOT);
      case SessionWords.DaysFromPublication(int days) -> "days" + days;
      case SessionWords.SessionsFromPublication(int sessions) -> "sessions" + sessions;
      case SessionWords.Period(LocalDate from, LocalDate to) -> from + "/" + to;
      case SessionWords.Unstated unstated ->
          claim.compared().over() == null ? "-" : "some day of " + claim.compared().over();
    };
  }

  /** The rules that explain something in the sentence. */
  static List<String> fired(Sentence sentence) {
    return FINDER.find(article(sentence), true).trace().stream()
        .map(line -> List.of(line.split(" ", 3)))
        .filter(words -> words.get(1).equals("fired:"))
        .map(List::getFirst)
        .toList();
  }

  /** The claims that a book of rules finds, without the names of the rules that made them. */
  static List<String> nameless(RuleBook rules, Sentence sentence) {
    return new ClaimFinder(MASTER, rules)
        .find(article(sentence)).claims().stream()
            .map(claim -> claim.toString().replaceAll("rule=[^,\\]]*", ""))
            .toList();
  }

  /** The rules that claims of the sentence are made by. */
  static List<String> madeBy(Sentence sentence) {
    return FINDER.find(article(sentence)).claims().stream().map(Claim::rule).toList();
  }

  /** All claims of a text. */
  static List<Claim> claims(String language, String text) {
    return FINDER.find(article(new Sentence(language, text, false, List.of()))).claims();
  }

  private static Article article(Sentence sentence) {
    return TestArticle.of(sentence.text())
        .published(PublicationTime.on(PUBLISHED))
        .language(sentence.language())
        .article();
  }

  private static boolean checkable(Claim claim) {
    return switch (claim.kind()) {
      case TARGET, DEAL_PRICE, EPS, DIVIDEND, YIELD, COMMODITY, FLOW, FORECAST -> false;
      // told beside the claims of a sentence: see corpus-kinds.tsv
      case LISTING_TAG, SESSION_DATE -> false;
      default -> claim.modality() != Modality.FORECAST;
    };
  }

  private static String key(Claim claim) {
    String direction =
        claim.direction() == null
            ? ""
            : " " + claim.direction().name().toLowerCase(java.util.Locale.ROOT);
    String value = claim.value() == null ? " -" : " " + claim.value().toPlainString();
    return switch (claim.kind()) {
      case EXTREME, EXTREME_MOVE -> {
        String since = claim.compared().since() == null ? "" : claim.compared().since().toString();
        yield claim.kind()
            + direction
            + " "
            + (claim.compared().since() == null
                ? String.valueOf(claim.compared().window())
                : since.substring(0, Math.min(7, since.length())))
            + (claim.kind() == ClaimKind.EXTREME || claim.compared().over() == null
                ? ""
                : " over " + claim.compared().over());
      }
      case RELATIVE -> claim.kind() + direction;
      case STREAK -> plain(claim.kind() + value) + direction;
      case PRICE_LEVEL, MOVE_ABS, MARKET_CAP, CAP_CHANGE, FX_PAIR, THRESHOLD ->
          plain(claim.kind() + value + (claim.currency() == null ? "" : " " + claim.currency()));
      default -> plain(claim.kind() + value);
    };
  }

  /** The key with its number in one form: 1.10 is 1.1. */
  private static String plain(String key) {
    String[] words = key.strip().split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      if (words[i].matches("-?[0-9]+(\\.[0-9]+)?")) {
        words[i] = new java.math.BigDecimal(words[i]).stripTrailingZeros().toPlainString();
      }
    }
    return String.join(" ", words);
  }
}
