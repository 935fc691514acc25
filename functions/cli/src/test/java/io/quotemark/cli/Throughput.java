package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many articles a second this machine takes from the bucket to the table, and where their time
 * goes by the functions' own log lines. No test of the build: {@code functions/bench/throughput
 * [ARTICLES]} runs it.
 */
class Throughput {
  /** Long enough for the slowest machine; without progress for so long, it is stuck. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path data;

  /** Sums of what log lines say, by line and figure. */
  private final Map<String, LongAdder> sums = new ConcurrentHashMap<>();

  @Test
  void articles_ofAThousandFiles_areAllTaken() throws Exception {
    int articles = Integer.getInteger("quotemark.articles", 1000);
    PrintStream console = System.out;
    try (PrintStream lines = new PrintStream(new Lines(this::line), true, UTF_8)) {
      System.setOut(lines);
      try (Pipeline pipeline = new Pipeline(data)) {
        console.print(measured(pipeline, articles));
      } finally {
        System.setOut(console);
      }
    }
  }

  private String measured(Pipeline pipeline, int articles) throws Exception {
    String text =
        Files.readString(
            Places.home()
                .resolve(
                    "functions/local/src/main/resources/sample/articles/alibaba-own-words.txt"));
    pipeline.upload("inbox/warm-up.txt", text);
    sums.clear();
    Instant began = Instant.now();
    for (int i = 0; i < articles; i++) {
      // each is an article of its own: another title, another opening
      String own =
          "No. %d: %s"
              .formatted(
                  i, text.replaceFirst("Alibaba Group", "Alibaba Group, in report " + i + ","));
      pipeline.drop().put("inbox/%05d.txt".formatted(i), own.getBytes(UTF_8));
    }
    double put = seconds(began);
    long known = -1;
    Instant progress = Instant.now();
    while (count("article_taken") < articles) {
      long now = count("article_taken");
      if (now != known) {
        known = now;
        progress = Instant.now();
      }
      assertThat(Duration.between(progress, Instant.now()))
          .as("no article for minutes, %d of %d taken", now, articles)
          .isLessThan(PATIENCE);
      pipeline.settled();
    }
    double all = seconds(began);
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%d articles in %.1f s, %.1f a second (all put after %.1f s)%n",
            articles,
            all,
            articles / all,
            put));
    out.append("milliseconds an article, waits for the emulators among them:\n");
    Map<String, String> stages = new LinkedHashMap<>();
    stages.put("upload_parsed millis", "object read, article read, message sent");
    stages.put("article_taken millis", "claims found, checked, stored, listed");
    stages.put("article_checked CheckTime", "  of it claims found and checked");
    stages.forEach((name, what) ->
        out.append(
            String.format(
                Locale.ROOT,
                "%8.1f  %s%n",
                (double) sums.getOrDefault(name, new LongAdder()).sum() / articles,
                what)));
    return out.toString();
  }

  private static double seconds(Instant began) {
    return Duration.between(began, Instant.now()).toMillis() / 1000.0;
  }

  private long count(String event) {
    return sums.getOrDefault(event, new LongAdder()).sum();
  }

  private void line(String line) {
    if (!line.startsWith("{\"level\"")) {
      return;
    }
    Node node = Json.read(line.getBytes(UTF_8));
    String event = node.at("event").text();
    add(event, 1);
    for (String figure : new String[] {"millis", "CheckTime"}) {
      if (node.at(figure).isPresent()) {
        add(event + " " + figure, node.at(figure).number());
      }
    }
  }

  private void add(String name, long value) {
    sums.computeIfAbsent(name, n -> new LongAdder()).add(value);
  }

  /** Takes a log apart by lines. */
  private static final class Lines extends OutputStream {
    private final Consumer<String> to;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Lines(Consumer<String> to) {
      this.to = to;
    }

    @Override
    public synchronized void write(int b) {
      if (b == '\n') {
        to.accept(line.toString(UTF_8));
        line.reset();
      } else {
        line.write(b);
      }
    }
  }
}
