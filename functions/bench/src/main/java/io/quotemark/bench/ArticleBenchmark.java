package io.quotemark.bench;

import io.quotemark.checking.Checker;
import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.market.Judge;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.market.prices.PriceFiles;
import io.quotemark.reading.ArticleReader;
import io.quotemark.securities.Securities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One article, step by step, with the price files of {@code QUOTEMARK_PRICES} in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ArticleBenchmark {
  private static final Document.Hints NONE = new Document.Hints(null, null, List.of(), null);

  private final ArticleReader reader = new ArticleReader();
  private byte[] bytes = new byte[0];
  private Article article;
  private ClaimFinder finder;
  private Checker checker;

  @Setup
  public void prepare() throws IOException {
    Securities master = MasterFile.load();
    List<PriceSeries> series = prices(master);
    PriceHistory history =
        (wanted, from, to) ->
            new Tape(series.stream().filter(s -> wanted.contains(s.listing())).toList());
    bytes = Inputs.article();
    finder = new ClaimFinder(master);
    checker = new Checker(finder, new Judge(Calendars.load(), master), history);
    article = ((Reading.One) reading()).article();
  }

  private static List<PriceSeries> prices(Securities master) throws IOException {
    String folder = System.getenv("QUOTEMARK_PRICES");
    List<PriceSeries> series = new ArrayList<>();
    if (folder != null) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
          series.addAll(
              PriceFiles.parse(
                      file.getFileName().toString(),
                      Files.readAllBytes(file),
                      Instant.now(),
                      master)
                  .series());
        }
      }
    }
    return series;
  }

  @Benchmark
  public Reading reading() {
    return reader.read(new Document(bytes, "article.txt", "text/plain", NONE));
  }

  /** All of it: what one article costs, from its bytes to its verdicts. */
  @Benchmark
  public CheckedArticle bytesToVerdicts() {
    return checker.check(((Reading.One) reading()).article());
  }

  @Benchmark
  public Statements claims() {
    return finder.find(article);
  }

  /** Claims, verdicts and context; what it takes beyond {@link #claims} is the checking. */
  @Benchmark
  public CheckedArticle claimsAndChecks() {
    return checker.check(article);
  }
}
