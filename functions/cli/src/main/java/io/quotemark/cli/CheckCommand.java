package io.quotemark.cli;

import io.quotemark.checking.AnswerChecker;
import io.quotemark.checking.Checker;
import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.market.Judge;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.evidence.Whereabouts;
import io.quotemark.market.prices.PriceFile;
import io.quotemark.market.prices.PriceFiles;
import io.quotemark.market.prices.RowProblem;
import io.quotemark.reading.AnswerReader;
import io.quotemark.reading.ArticleReader;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.Json;
import io.quotemark.securities.Securities;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quotemark check}: claims and verdicts of files, without storing and without a cloud. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the claims and verdicts of files. Nothing is stored and nothing needs to run.",
      "Prices: --prices, else the price files of --data, else the shipped sample's."
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "articles or bundles, folders of them, or - for standard input")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "the contract's JSON, one object a line")
  private boolean json;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      split = ",",
      description = "price files to check against; several by commas, or the option again")
  private List<Path> prices = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder whose bucket/prices is used (${DEFAULT-VALUE})")
  private Path data = Path.of("data");

  @Option(names = "--listings", paramLabel = "FILE", description = "listings of your own")
  private @Nullable Path listings;

  @Option(
      names = "--as",
      paramLabel = "KIND",
      description =
          "article (the default), or answer: what an assistant wrote, with its tables, cards and"
              + " lists; says what may be cited")
  private String as = "article";

  @Option(names = "--published-at", paramLabel = "TIME", description = "RFC 3339 time, or a date")
  private @Nullable String publishedAt;

  @Option(names = "--language", paramLabel = "TAG", description = "BCP 47 tag")
  private @Nullable String language;

  @Option(names = "--tickers", split = ",", paramLabel = "TICKER", description = "by commas")
  private List<String> tickers = List.of();

  @Option(names = "--source", paramLabel = "NAME", description = "who published it")
  private @Nullable String source;

  @Option(
      names = "--source-kind",
      paramLabel = "KIND",
      description = "news (the default) or generated, by a language model")
  private @Nullable String sourceKind;

  @Mixin private Spoken spoken = new Spoken();

  private final Whereabouts where = Whereabouts.ofFiles(Calendars.load());

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    Logs.silence();
    Securities securities = OwnListings.master(listings);
    PriceHistory history = history(err, securities);
    Checker checker =
        new Checker(new ClaimFinder(securities), new Judge(Calendars.load(), securities), history);
    boolean answers = Inputs.isAnswer(as);
    AnswerChecker answerChecker = new AnswerChecker(checker, securities);
    ArticleReader reader = new ArticleReader();
    Document.Hints hints =
        new Document.Hints(publishedAt, language, tickers, source, Inputs.sourceKind(sourceKind));
    int code = Exit.OK;
    for (Path file : Inputs.files(files)) {
      String name = Inputs.name(file);
      Document document =
          new Document(Inputs.read(file), name.isEmpty() ? null : name, null, hints);
      code =
          Math.max(
              code,
              answers
                  ? answer(out, err, answerChecker, file.toString(), AnswerReader.read(document))
                  : report(out, err, checker, file.toString(), reader.read(document)));
    }
    if (history instanceof FilePrices given) {
      given.kept().forEach(err::println);
    }
    return code;
  }

  private int report(
      PrintWriter out, PrintWriter err, Checker checker, String name, Reading reading) {
    return switch (reading) {
      case Reading.One one -> {
        print(out, checker, one.article());
        yield Exit.OK;
      }
      case Reading.Bundle bundle -> {
        int code = Exit.OK;
        for (Reading.Entry entry : bundle.entries()) {
          code =
              Math.max(code, report(out, err, checker, name + "#" + entry.name(), entry.reading()));
        }
        yield code;
      }
      case Reading.Rejected rejected -> {
        err.println(name + ": " + rejected.message() + " (" + rejected.code() + ")");
        yield Exit.FAILED_INPUT;
      }
    };
  }

  /** What an assistant answered is of now, unless the sender says otherwise. */
  private int answer(
      PrintWriter out, PrintWriter err, AnswerChecker checker, String name, Reading reading) {
    if (!(reading instanceof Reading.One(Article article))) {
      Reading.Rejected rejected = (Reading.Rejected) reading;
      err.println(name + ": " + rejected.message() + " (" + rejected.code() + ")");
      return Exit.FAILED_INPUT;
    }
    Article answer =
        article.published() != null
            ? article
            : article.publishedAt(
                PublicationTime.at(
                    Instant.now().atOffset(ZoneOffset.UTC), PublicationTime.Quality.DECLARED));
    byte[] contract =
        CheckedArticleJson.write(checker.check(answer, false), where::of, spoken.sentences());
    if (json) {
      out.println(new String(contract, StandardCharsets.UTF_8));
    } else {
      new AnswerTable(out).print(Json.read(contract));
    }
    return Exit.OK;
  }

  private void print(PrintWriter out, Checker checker, Article article) {
    CheckedArticle checked = checker.check(article);
    byte[] contract = CheckedArticleJson.write(checked, null, where::of, spoken.sentences());
    if (json) {
      out.println(new String(contract, StandardCharsets.UTF_8));
    } else {
      new VerdictTable(out, true, spoken.sentences()).print(Json.read(contract));
    }
  }

  private PriceHistory history(PrintWriter err, Securities securities) throws IOException {
    Instant now = Instant.now();
    List<Path> given = prices.isEmpty() ? stored() : prices;
    if (given.isEmpty()) {
      return new SamplePrices(securities, now);
    }
    List<PriceSeries> series = new ArrayList<>();
    List<MinuteBars> minutes = new ArrayList<>();
    for (Path file : given) {
      PriceFile read = PriceFiles.parse(Inputs.name(file), Inputs.read(file), now, securities);
      series.addAll(read.series());
      minutes.addAll(read.minutes());
      read.problems().stream()
          .filter(problem -> problem.effect() != RowProblem.Effect.NOTE)
          .forEach(err::println);
    }
    return new FilePrices(series, minutes);
  }

  private List<Path> stored() throws IOException {
    Path folder = Places.given(data).resolve("bucket").resolve("prices");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
