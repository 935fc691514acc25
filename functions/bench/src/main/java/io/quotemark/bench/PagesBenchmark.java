package io.quotemark.bench;

import io.quotemark.domain.article.Document;
import io.quotemark.reading.ArticleReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
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
import org.openjdk.jmh.infra.Blackhole;

/** All pages once: our reader, readability4j, and a parse that extracts nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 12, time = 5) // on one core the compiler needs its share first
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class PagesBenchmark {
  private final ArticleReader reader = new ArticleReader();
  private List<byte[]> pages = List.of();

  @Setup
  public void read() throws IOException {
    pages = Inputs.pages();
  }

  @Benchmark
  public void quotemark(Blackhole out) {
    Document.Hints none = new Document.Hints(null, null, List.of(), null);
    for (byte[] page : pages) {
      out.consume(reader.read(new Document(page, "page.html", "text/html", none)));
    }
  }

  @Benchmark
  public void readability4j(Blackhole out) {
    for (byte[] page : pages) {
      String html = new String(page, StandardCharsets.UTF_8);
      out.consume(new Readability4J("https://example.test/", html).parse());
    }
  }

  @Benchmark
  public void jsoupParse(Blackhole out) throws IOException {
    for (byte[] page : pages) {
      out.consume(Jsoup.parse(new ByteArrayInputStream(page), null, "https://example.test/"));
    }
  }
}
