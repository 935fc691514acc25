package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quotemark.domain.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.WebDriverException;

/**
 * A browser in front of the local cloud with the sample, a hostile article, a copy, a failure, a
 * doubtful article and one that waits for prices.
 *
 * @param wrong id of the article whose figures are wrong
 * @param hostile id of {@link #HOSTILE}
 * @param waiting id of {@link #WAITING}
 */
record ReadersDesk(Pipeline pipeline, Browser browser, String wrong, String hostile, String waiting)
    implements AutoCloseable {
  /** Id of the article whose decided claims are doubtful. */
  static final String DOUBTFUL = "d0d0d0d0d0d0d0d0";

  /** Id of one whose decided claims are contradicted, with what speaks for and against that. */
  static final String SURE = "c0c0c0c0c0c0c0c0";

  /** An article that would like to be markup. */
  static final String HOSTILE =
      """
      {"title": "Brindlewick <script>window.hurt=1</script> <img src=x onerror=window.hurt=2>",
       "source": "\\"><svg onload=window.hurt=3>",
       "author": "<b onmouseover=window.hurt=4>Ann</b>",
       "published_at": "2025-03-11T18:15:00Z",
       "body": "Brindlewick Lanterns (XXXX: BRWK) shares rose 9.9% on Tuesday </p><script>window.hurt=5</script> &lt;script&gt;window.hurt=6&lt;/script&gt; {{7*7}} javascript:window.hurt=8 to 431p."}
      """;

  /** On a listing that the sample has no prices of. */
  static final String WAITING =
      EvidenceTest.ARTICLE
          .replace("Alibaba Group Holding Ltd. (HKG: 9988)", "Tencent Holdings Ltd. (HKG: 0700)")
          .replace("Alibaba", "Tencent");

  /** Skips the tests where this machine has no browser. */
  static ReadersDesk open(Path folder) throws IOException {
    Pipeline pipeline =
        new Pipeline(
            Files.createDirectory(folder.resolve("data")),
            null,
            Map.of("PriceUploads", "on", "EmbedOrigins", "https://news.example.com"));
    Optional<Browser> browser =
        Browser.open(pipeline.address(), Files.createDirectory(folder.resolve("profile")));
    if (browser.isEmpty()) {
      pipeline.close();
    }
    assumeTrue(
        browser.isPresent(), "no Chromium with its chromedriver on the path: pages not driven");
    for (Sample.SampleFile file : Sample.prices()) {
      pipeline.drop().put("prices/" + file.name(), file.bytes());
    }
    pipeline.settled();
    String wrong = "";
    for (Sample.SampleFile file : Sample.articles()) {
      String id = article(pipeline, file.name(), file.bytes());
      wrong = file.name().contains("slip") ? id : wrong;
    }
    String hostile = article(pipeline, "hostile.json", HOSTILE.getBytes(UTF_8));
    String waiting = article(pipeline, "slips.json", WAITING.getBytes(UTF_8));
    pipeline.upload("inbox/empty.txt", "");
    article(pipeline, "copy.txt", copyOfTheOrder().getBytes(UTF_8));
    pipeline.settled();
    judged(pipeline, wrong);
    return new ReadersDesk(pipeline, browser.orElseThrow(), wrong, hostile, waiting);
  }

  private static void judged(Pipeline pipeline, String of) throws IOException {
    try {
      JudgedArticle.store(
          pipeline, of, DOUBTFUL, Verdict.Outcome.DOUBTFUL, Verdict.Flag.DIGIT_SLIP);
      JudgedArticle.store(pipeline, of, SURE, Verdict.Outcome.CONTRADICTED, Verdict.Flag.SIGN_SLIP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String article(Pipeline pipeline, String name, byte[] bytes) {
    return pipeline.upload("inbox/" + name, bytes).at("articles").texts().getFirst();
  }

  /** A syndicated copy: the same story under another headline. */
  private static String copyOfTheOrder() {
    Sample.SampleFile order =
        Sample.articles().stream()
            .filter(f -> f.name().equals("brindlewick-order.txt"))
            .findFirst()
            .orElseThrow();
    return new String(order.bytes(), UTF_8).replaceFirst("^[^\n]*", "Lanterns again");
  }

  static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!holds(condition)) {
      assertThat(System.nanoTime()).as("20 s are over").isLessThan(deadline);
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }

  /** A page that is being left holds nothing yet. */
  private static boolean holds(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (WebDriverException | NoSuchElementException leaving) {
      return false;
    }
  }

  @Override
  public void close() {
    browser.close();
    pipeline.close();
  }
}
