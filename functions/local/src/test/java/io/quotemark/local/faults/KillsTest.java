package io.quotemark.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.local.cloud.Stage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * {@code kill -9} of a function's JVM at a call of an upload, and another JVM that takes the
 * message again: what is stored is what is stored when nothing is killed.
 *
 * <p>{@code functions/local/proof kill} does so before every call and before each answer; the build
 * once.
 */
@Tag("proof")
class KillsTest {
  private static final boolean ALL = "all".equals(System.getProperty("quotemark.kill"));
  private static final int LIVES = -1;

  /** What a shell says of a process that ended by signal 9. */
  private static final int KILLED = 137;

  private static final Event EVENT =
      new Event("inbox/a.txt", Deliveries.sample("articles/brindlewick-slip.txt"), 1);

  @TempDir static Path data;

  @RegisterExtension static final OneCloud CLOUD = new OneCloud();

  private static Deliveries deliveries;

  @BeforeAll
  static void start() {
    deliveries = CLOUD.deliveries();
  }

  @Test
  void anUpload_whoseProcessIsKilledAtACall_storesTheSameBytes() throws Exception {
    deliveries.happen(EVENT);
    List<String> read = deliveries.read(EVENT);
    int reading = deliveries.wire().calls().size();
    deliveries.take(read.getFirst());
    int taking = deliveries.wire().calls().size() - reading;
    Snapshot expected = deliveries.snapshot();

    List<String> wrong = new ArrayList<>();
    for (int place : places(reading)) {
      compare(Functions.PARSE, place, LIVES, expected, wrong);
    }
    for (int place : ALL ? places(taking) : List.of(taking / 2)) {
      compare(Functions.ENRICH, LIVES, place, expected, wrong);
    }
    assertThat(wrong).as("%d calls to read, %d to take", reading, taking).isEmpty();
  }

  /** Before each of so many calls, and after the last. */
  private static List<Integer> places(int calls) {
    return ALL ? IntStream.rangeClosed(0, calls).boxed().toList() : List.of();
  }

  private static void compare(
      String function, int reading, int taking, Snapshot expected, List<String> wrong)
      throws IOException, InterruptedException {
    deliveries.clear();
    deliveries.happen(EVENT);
    run(Functions.PARSE, List.of(Stage.message("read", EVENT.notification())), reading);
    for (List<Message> batch = deliveries.waiting();
        !batch.isEmpty();
        batch = deliveries.waiting()) {
      run(Functions.ENRICH, batch, taking);
    }
    List<String> differences = deliveries.snapshot().differences(expected);
    if (!differences.isEmpty()) {
      wrong.add(
          "%s killed at %d%n%s"
              .formatted(function, Math.max(reading, taking), String.join("\n", differences)));
    }
  }

  /** In a process that is killed, if it is to be, and then in one that lives. */
  private static void run(String function, List<Message> messages, int place)
      throws IOException, InterruptedException {
    if (place != LIVES) {
      assertThat(exit(function, messages, place)).isEqualTo(KILLED);
    }
    assertThat(exit(function, messages, LIVES)).isZero();
  }

  private static int exit(String function, List<Message> messages, int place)
      throws IOException, InterruptedException {
    Path answer = data.resolve("answer");
    ProcessBuilder child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Mortal.class.getName(),
                function,
                Integer.toString(place),
                Event.AFTERWARDS.instant().toString())
            .redirectOutput(answer.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    child.environment().putAll(deliveries.stage().environment(function));
    Process process = child.start();
    try (OutputStream event = process.getOutputStream()) {
      event.write(Stage.batch(messages));
    }
    int exit = process.waitFor();
    if (exit == 0) {
      assertThat(Stage.failures(Files.readAllBytes(answer), messages)).isEmpty();
    }
    return exit;
  }
}
