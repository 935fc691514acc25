package io.quotemark.local.faults;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.local.cloud.Stage;
import io.quotemark.storage.AwsClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * A function in a process of its own, with its variables in the environment, the event on standard
 * input and the answer on standard output. It is killed before one of its calls, or, where it makes
 * no more, before it answers.
 */
final class Mortal {
  private Mortal() {}

  /**
   * @param arguments name of the function, place of the call from 0 (-1 lives), time of its clock
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err); // log lines
    int place = Integer.parseInt(arguments[1]);
    Clock clock = Clock.fixed(Instant.parse(arguments[2]), ZoneOffset.UTC);
    Wire wire = new Wire();
    wire.meanwhile(place, Mortal::die);
    RequestStreamHandler function =
        function(arguments[0], region -> new AwsClients(region, wire.connections()), clock);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    function.handleRequest(System.in, answer, Stage.context(arguments[0]));
    if (wire.calls().size() == place) {
      die();
    }
    answers.write(answer.toByteArray());
    answers.flush();
  }

  private static RequestStreamHandler function(
      String name, Function<String, AwsClients> clients, Clock clock) {
    Map<String, String> variables = System.getenv();
    return name.equals(Functions.PARSE)
        ? new io.quotemark.parse.Handler(variables, clients)
        : new io.quotemark.enrich.Handler(variables, clients, clock);
  }

  private static void die() {
    try {
      new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
      new CountDownLatch(1).await();
    } catch (IOException e) {
      throw new UncheckedIOException("this process cannot kill itself", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted on the way out", e);
    }
  }
}
