package io.quotemark.local.cloud;

import static io.quotemark.local.cloud.TestCloud.await;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.local.template.Checkout;
import io.quotemark.local.template.Specs;
import io.quotemark.local.template.Template;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Functions that compute for ever and heed no interruption. */
@Isolated("functions that never end hold the threads of the JVM's clouds")
class RunawayTest {
  private static final List<String> RUNAWAYS =
      List.of("inbox/runaway-1", "inbox/runaway-2", "inbox/runaway-3");

  private static final Pattern KEY_OR_COUNT =
      Pattern.compile("inbox/[a-z0-9-]+|ReceiveCount\":\"\\d+");

  @TempDir Path data;

  /** Ends the runaways with the test that made them. */
  private final AtomicBoolean over = new AtomicBoolean();

  @AfterEach
  void end() {
    over.set(true);
  }

  /** As good as computing, but other tests have the processor. */
  private String forever() {
    while (!over.get()) {
      Thread.interrupted(); // is not heeded, and would keep it from waiting
      LockSupport.parkNanos(5_000_000);
    }
    return "";
  }

  /**
   * The real template, but every function has one second, and what was handed out and not settled
   * comes back after ten: as many times the function's as there.
   */
  private static Template impatient(Path folder) throws IOException {
    String real = Files.readString(Checkout.home().resolve("template.yaml"));
    Path file = folder.resolve("template.yaml");
    Files.createDirectories(folder);
    Files.writeString(
        file,
        real.replaceAll("(?m)^(      Timeout): \\d+$", "$1: 1")
            .replaceAll("(?m)^(      VisibilityTimeout): \\d+", "$1: 10"));
    return Template.read(file);
  }

  private static void put(Cloud cloud, String key) {
    try (S3Client s3 = Clients.s3(cloud.s3())) {
      s3.putObject(r -> r.bucket("bucket").key(key), RequestBody.fromString("x"));
    }
  }

  private static Map<QueueAttributeName, String> messages(Cloud cloud, String queue) {
    return cloud
        .queues()
        .getQueueAttributes(r ->
            r.queueUrl(cloud.queueUrl(queue))
                .attributeNames(
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
        .attributes();
  }

  private static int waiting(Cloud cloud, String queue) {
    return messages(cloud, queue).values().stream().mapToInt(Integer::parseInt).sum();
  }

  /** Keys of the documents that became dead letters. */
  private static Set<String> deadLetters(Cloud cloud) {
    return cloud
        .queues()
        .receiveMessage(
            r -> r.queueUrl(cloud.queueUrl("UploadsDeadLetters")).maxNumberOfMessages(10))
        .messages()
        .stream()
        .flatMap(message -> KEY_OR_COUNT.matcher(message.body()).results())
        .map(MatchResult::group)
        .collect(toSet());
  }

  /** What a function was handed: keys, each with how often it was. */
  private static List<String> handed(TestCloud functions) {
    return functions.events("parse").stream()
        .map(event ->
            KEY_OR_COUNT.matcher(event).results().map(MatchResult::group).collect(joining(" ")))
        .toList();
  }

  private static HttpResponse<String> get(HttpClient http, Cloud cloud, String path)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(cloud.http().resolve(path)).timeout(Duration.ofSeconds(20)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private TestCloud runningAwayOn(String part) {
    return new TestCloud()
        .answering("parse", event -> event.contains(part) ? forever() : "")
        .answering("serve", event -> "{\"statusCode\":200,\"body\":\"served\"}");
  }

  @Test
  void messagesWhoseFunctionNeverEnds_areTheOnlyDeadLetters_whileEverythingElseAnswers()
      throws Exception {
    TestCloud functions = runningAwayOn("runaway");
    Template template = impatient(data.resolve("t"));
    Path folder = data.resolve("cloud");
    try (HttpClient http = HttpClient.newHttpClient();
        Cloud cloud = functions.start(template, folder)) {
      put(cloud, "inbox/good-1");
      for (String runaway : RUNAWAYS) {
        put(cloud, runaway);
      }
      put(cloud, "inbox/good-2");
      await(
          "the dead letters",
          () -> waiting(cloud, "UploadsDeadLetters") >= RUNAWAYS.size(),
          () ->
              "%s, dead %s; %s"
                  .formatted(
                      messages(cloud, "UploadsQueue"),
                      messages(cloud, "UploadsDeadLetters"),
                      handed(functions)));
      await("an empty queue", () -> waiting(cloud, "UploadsQueue") == 0);
      for (String runaway : RUNAWAYS) {
        assertThat(functions.events("parse"))
            .as("tries of %s: with its batch, and by itself", runaway)
            .filteredOn(event -> event.contains(runaway))
            .hasSizeBetween(1, 2);
      }

      put(cloud, "prices/X.csv");
      await("another function", () -> !functions.events("refresh").isEmpty());
      put(cloud, "inbox/later");
      await(
          "the same function",
          () -> functions.events("parse").stream().anyMatch(e -> e.contains("inbox/later")));
      assertThat(get(http, cloud, "/v1/articles").body()).isEqualTo("served");
    }
    // it stopped, with runaways at work; the next start begins without it
    int before = functions.events("parse").size();
    try (Cloud cloud = functions.start(template, folder)) {
      put(cloud, "inbox/next");
      await(
          "the next",
          () -> functions.events("parse").stream().anyMatch(e -> e.contains("inbox/next")));
      assertThat(functions.events("parse").subList(before, functions.events("parse").size()))
          .noneMatch(event -> event.contains("runaway"));
      assertThat(deadLetters(cloud)).containsExactlyInAnyOrderElementsOf(RUNAWAYS);
    }
  }

  @Test
  void function_thatRanAwayTooOften_isSaidByHealth_andRunsAgainOnceTheyEnd() throws Exception {
    TestCloud functions =
        runningAwayOn("none")
            .answering(
                "serve",
                event ->
                    event.contains("/v1/articles")
                        ? forever()
                        : "{\"statusCode\":200,\"body\":\"served\"}");
    try (HttpClient http = HttpClient.newHttpClient();
        ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
        Cloud cloud = functions.start(impatient(data.resolve("t")), data.resolve("cloud"))) {
      List<Future<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < FunctionHost.MOST_ABANDONED; i++) {
        answers.add(readers.submit(() -> get(http, cloud, "/v1/articles")));
      }
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(500);
      }
      HttpResponse<String> health = get(http, cloud, "/v1/health");
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body()).contains("ServeApi does not run any more: 8 invocations");
      int before = functions.events("serve").size();
      assertThat(get(http, cloud, "/v1/articles").statusCode()).isEqualTo(500);
      assertThat(functions.events("serve")).as("not invoked").hasSize(before);

      over.set(true);
      await("the runaways' end", () -> healthy(http, cloud));
    }
  }

  private static boolean healthy(HttpClient http, Cloud cloud) {
    try {
      return get(http, cloud, "/v1/health").statusCode() == 200;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void abandonedInvocations_areCountedAndBounded() throws Exception {
    Specs.Function spec = impatient(data).functions().getFirst();
    AtomicInteger started = new AtomicInteger();
    RequestStreamHandler handler =
        (in, out, context) -> {
          started.incrementAndGet();
          forever();
        };
    FunctionHost host = new FunctionHost(spec, handler);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<byte[]>> answers = new ArrayList<>();
      for (int i = 0; i < FunctionHost.MOST_ABANDONED; i++) {
        answers.add(callers.submit(() -> host.invoke(new byte[0])));
      }
      assertThat(answers)
          .allSatisfy(answer -> assertThatThrownBy(answer::get).hasMessageContaining("timed out"));
    }
    assertThat(host.abandoned()).isEqualTo(FunctionHost.MOST_ABANDONED);
    assertThatThrownBy(() -> host.invoke(new byte[0]))
        .isInstanceOf(FunctionHost.FunctionFailed.class)
        .hasMessageContaining("8 invocations of it ran past their timeout");
    assertThat(started).hasValue(FunctionHost.MOST_ABANDONED);
    over.set(true);
    await("their end", () -> host.abandoned() == 0);
    assertThat(host.invoke(new byte[0])).isEmpty();
  }
}
