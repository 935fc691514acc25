package io.quotemark.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.fixtures.NewsHosts.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault at every call of a run over feeds, to AWS and to publishers: after the redeliveries
 * and the next runs the inbox holds what it holds when nothing happens, and no page was asked for
 * that robots.txt forbids.
 *
 * <p>{@code functions/local/proof feeds} does all of it, the build a sample.
 */
@Tag("proof")
class FeedFaultsTest {
  private static final String FEED = "http://ledger.example/rss";

  @TempDir static Path data;

  private static FeedStage stage;

  @BeforeAll
  static void start() throws IOException {
    stage = new FeedStage(data);
    Map<String, Answer> answers =
        Map.of(
            "/robots.txt", Answer.text("User-agent: *\nDisallow: /2"),
            "/rss",
                Answer.feed(
                    FeedRunsTest.rss(
                        FeedRunsTest.item("1", "One"),
                        FeedRunsTest.item("2", "Two"),
                        FeedRunsTest.item("3", "Three"))),
            "/1", Answer.html(FeedRunsTest.page("One")),
            "/2", Answer.html(FeedRunsTest.page("Two")),
            "/3", Answer.html(FeedRunsTest.page("Three")));
    stage.hosts().host("ledger.example", path -> answers.getOrDefault(path, Answer.of(404)));
  }

  @AfterAll
  static void stop() throws IOException {
    stage.close();
  }

  @Test
  void runOverFeeds_disturbedAtAnyCall_endsInTheSameState() throws IOException {
    Map<String, String> expected = run(Map.of());
    List<Call> calls = stage.wire().calls();
    assertThat(expected).hasSize(2);

    List<String> wrong = new ArrayList<>();
    List<Map<Integer, Fault>> plans = Fault.some(Fault.singles(calls.size()), Fault.MOST);
    for (Map<Integer, Fault> plan : plans) {
      run(plan);
      stage.wire().begin(Map.of());
      for (int next = 0; next < 3; next++) {
        stage.pass(Duration.ofMinutes(20));
        stage.run();
      }
      Map<String, String> pages = stage.pages();
      if (!pages.equals(expected) || stage.state(FEED).waiting() > 0) {
        wrong.add(Fault.told(plan, calls) + ": " + pages.keySet() + stage.state(FEED).outcome());
      }
    }
    assertThat(wrong).as("of %d runs; %d calls: %s", plans.size(), calls.size(), calls).isEmpty();
    assertThat(stage.hosts().asked()).noneMatch(asked -> asked.contains("/2 "));
  }

  @Test
  void pageThatIsAskedFor_disturbedAtAnyCall_isStoredOrToldOf() throws IOException {
    request(Map.of());
    List<Call> calls = stage.wire().calls();
    assertThat(stage.pages()).hasSize(1);

    List<String> wrong = new ArrayList<>();
    for (Map<Integer, Fault> plan : Fault.some(Fault.singles(calls.size()), Fault.MOST)) {
      request(plan);
      stage.wire().begin(Map.of());
      boolean told = stage.messages().stream().anyMatch(m -> m.contains("fetch_failed"));
      if (stage.pages().isEmpty() && !told) {
        wrong.add(Fault.told(plan, calls));
      }
    }
    assertThat(wrong).as("%s", calls).isEmpty();
  }

  private static Map<String, String> run(Map<Integer, Fault> faults) throws IOException {
    stage.clear();
    stage.pass(Duration.ofDays(2));
    stage.list(FEED);
    stage.wire().begin(new HashMap<>(faults));
    stage.run();
    return stage.pages();
  }

  private static void request(Map<Integer, Fault> faults) throws IOException {
    stage.clear();
    stage.pass(Duration.ofDays(2));
    stage.wire().begin(new HashMap<>(faults));
    stage.request("fetch/a.json", "{\"url\": \"http://ledger.example/1\", \"metadata\": {}}");
  }
}
