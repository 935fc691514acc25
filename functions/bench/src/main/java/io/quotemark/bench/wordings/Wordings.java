package io.quotemark.bench.wordings;

import io.quotemark.checking.Checker;
import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.market.Judge;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.reading.ArticleReader;
import io.quotemark.securities.Securities;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures finder and judge on statements of known truth in everyday wordings, by language and
 * kind, the third of the wordings that is kept aside apart.
 *
 * <p>{@code functions/bench/wordings [EACH] [OUT]}: so many true and false statements of each
 * wording; OUT takes a line for every statement that was not read or judged as it should be.
 */
public final class Wordings {
  private final StatementMaker maker;
  private final Checker checker;
  private final ArticleReader reader = new ArticleReader();

  Wordings() {
    Securities master = MasterFile.load();
    Calendars calendars = Calendars.load();
    maker = new StatementMaker(master, calendars);
    Tape tape = maker.tape();
    checker =
        new Checker(
            new ClaimFinder(master),
            new Judge(calendars, master),
            (listings, from, to) -> new Tape(parts(tape, listings.stream().toList())));
  }

  private static List<PriceSeries> parts(Tape tape, List<ListingId> listings) {
    return listings.stream().flatMap(id -> tape.sources(id).stream()).toList();
  }

  public static void main(String[] args) throws IOException {
    int each = args.length > 0 ? Integer.parseInt(args[0]) : 4;
    Wordings wordings = new Wordings();
    List<String> misses = new ArrayList<>();
    Tally all = new Tally();
    for (String language : wordings.maker.languages()) {
      all.add(wordings.measured(language, each, misses));
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    all.lines().forEach(out::println);
    if (args.length > 1) {
      Files.write(Path.of(args[1]), misses);
    }
  }

  List<String> languages() {
    return maker.languages();
  }

  /** The tally of one language; what went wrong is added to the list. */
  Tally measured(String language, int each, List<String> misses) {
    Tally tally = new Tally();
    for (Statement statement : maker.of(language, each)) {
      tally.count(statement, checked(statement)).ifPresent(misses::add);
    }
    return tally;
  }

  /** Empty where the text is not taken for an article. */
  private Optional<CheckedArticle> checked(Statement statement) {
    return reader.read(statement.document()) instanceof Reading.One(var article)
        ? Optional.of(checker.check(article))
        : Optional.empty();
  }
}
