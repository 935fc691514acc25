package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.local.template.Checkout;
import io.quotemark.local.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** The cloud of the real template with functions of the test's. */
final class TestCloud {
  /** Answers an invocation: event in, answer out. */
  interface Answer {
    String to(String event) throws IOException;
  }

  private final Map<String, List<String>> events = new ConcurrentHashMap<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> notices = new CopyOnWriteArrayList<>();

  static Template template() {
    try {
      return Template.read(Checkout.home().resolve("template.yaml"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  Cloud start(Path data) throws IOException {
    return start(template(), data);
  }

  Cloud start(Template template, Path data) throws IOException {
    return start(template, data, count -> 0);
  }

  Cloud start(Template template, Path data, IntUnaryOperator retryDelay) throws IOException {
    return Cloud.start(
        new Cloud.Options(
            template,
            data,
            Cloud.Ports.ANY,
            null,
            this::handler,
            retryDelay,
            Clock.systemUTC(),
            notices::add));
  }

  /**
   * @param handler the package of the function, {@code parse}
   */
  TestCloud answering(String handler, Answer answer) {
    answers.put(handler, answer);
    return this;
  }

  /** What a function was given so far. */
  List<String> events(String handler) {
    return events.computeIfAbsent(handler, name -> new CopyOnWriteArrayList<>());
  }

  /** What the operator was told so far. */
  List<String> notices() {
    return notices;
  }

  private RequestStreamHandler handler(String handler, Map<String, String> environment) {
    String name = handler.split("\\.", -1)[2];
    return (in, out, context) -> {
      String event = new String(in.readAllBytes(), UTF_8);
      events(name).add(event);
      out.write(answers.getOrDefault(name, ignored -> "").to(event).getBytes(UTF_8));
    };
  }

  static void await(String what, BooleanSupplier condition) {
    await(what, condition, () -> "");
  }

  static void await(String what, BooleanSupplier condition, Supplier<String> state) {
    long deadline = System.nanoTime() + Duration.ofSeconds(180).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited 180 s for " + what + " " + state.get());
      }
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }
}
