package io.quotemark.bench.cold;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * CPU time of each function's jar from the start of its JVM to its first answer, on one core, in
 * turns with a hello handler and with a bare handler that makes the same kinds of call; and, with
 * the hooks of a snapshot run before, of the first answer alone. Ends with 1 above a bar. Where
 * {@code functions/bench/aot} has made ahead-of-time caches, also with them.
 *
 * <p>{@code functions/bench/cold [ROUNDS [PART OF A FUNCTION'S NAME]]}
 */
public final class Cold {
  /** A function may cost so many times what the bare handler with its calls costs. */
  private static final double MOST_OF_BARE = 1.15;

  /** What the first answer may cost after a restore, in multiples of a whole hello. */
  private static final double MOST_PRIMED = 0.3;

  private static final int HELLOS = 3;
  private static final Path OWN_CLASSES = Path.of("functions/bench/target/classes");

  private final AwsAnswers aws;
  private final Map<String, List<Double>> millis = new LinkedHashMap<>();
  private final Map<String, String> calls = new LinkedHashMap<>();
  private final Forms forms = new Forms();

  private Cold(AwsAnswers aws) {
    this.aws = aws;
  }

  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
    String part = arguments.length > 1 ? arguments[1] : "";
    List<Function> functions = Function.ALL.stream().filter(f -> f.name().contains(part)).toList();
    try (AwsAnswers aws = new AwsAnswers()) {
      Cold cold = new Cold(aws);
      for (int round = 0; round < rounds; round++) {
        for (Function function : functions) {
          cold.measure(function);
        }
      }
      System.exit(cold.print(functions, rounds, System.out) ? 0 : 1);
    }
  }

  /**
   * Beside each function, since the machine may be slower the next minute; the median of a few,
   * since one is a sixth more or less than the next.
   */
  private double hello(Function function) {
    List<Double> some = new ArrayList<>();
    for (int i = 0; i < HELLOS; i++) {
      some.add(
          (double)
              Child.answer(
                      List.of(OWN_CLASSES), Hello.class.getName(), Map.of(), bytes("{}"), false)
                  .cpuAtAnswer());
    }
    double hello = median(some);
    took("hello", hello);
    took(helloOf(function), hello);
    return hello;
  }

  private void measure(Function function) throws IOException {
    byte[] event = Files.readAllBytes(Path.of("events", function.events().getFirst()));
    byte[] object = Files.readAllBytes(Path.of(function.object()));
    Map<String, String> variables = Function.variables(aws.address().toString());
    double hello = hello(function);
    aws.begin(object);
    List<Path> jar = List.of(function.jar());
    RuntimeApi.Answer whole = Child.answer(jar, function.handler(), variables, event, false);
    function.check(whole.body());
    took(function.name(), whole.cpuAtAnswer());
    took(startOf(function.name()), whole.cpuAtEvent());
    calls.put(function.name(), aws.calls());
    aws.begin(object);
    RuntimeApi.Answer bare =
        Child.answer(
            List.of(OWN_CLASSES, function.jar()),
            function.bare().getName(),
            variables,
            event,
            false);
    took(bareOf(function), bare.cpuAtAnswer());
    took(startOf(bareOf(function)), bare.cpuAtEvent());
    calls.put(bareOf(function), aws.calls());
    aws.begin(object);
    RuntimeApi.Answer primed = Child.answer(jar, function.handler(), variables, event, true);
    function.check(primed.body());
    took(primedOf(function), primed.cpuAtAnswer() - primed.cpuAtEvent());
    forms.measure(function, aws, event, object, hello);
  }

  private void took(String what, double nanos) {
    millis.computeIfAbsent(what, w -> new ArrayList<>()).add(nanos / 1e6);
  }

  private static String helloOf(Function function) {
    return function.name() + " hello";
  }

  private static String bareOf(Function function) {
    return function.name() + " bare";
  }

  /** What is spent before the function asks for its first event. */
  private static String startOf(String what) {
    return what + " start";
  }

  private static String primedOf(Function function) {
    return function.name() + " primed";
  }

  private boolean print(List<Function> functions, int rounds, PrintStream out) throws IOException {
    double hello = median("hello");
    out.printf("CPU to the first answer, medians of %d, ratios within each round%n", rounds);
    out.printf("%-16s %6.0f ms%n", "hello", hello);
    boolean within = true;
    for (Function function : functions) {
      double whole = median(function.name());
      double bare = median(bareOf(function));
      double primed = median(primedOf(function));
      out.printf(
          "%-16s %6.0f ms (%.0f at the start), bare %.0f ms (%.0f); after priming %.0f ms%n",
          function.name(),
          whole,
          median(startOf(function.name())),
          bare,
          median(startOf(bareOf(function))),
          primed);
      within &= bar(out, "of bare", times(function.name(), bareOf(function)), MOST_OF_BARE);
      double ofHello = times(function.name(), helloOf(function));
      if (function.most() > 0) {
        within &= bar(out, "of hello", ofHello, function.most());
      } else {
        out.printf("%16s × %.2f of hello%n", "", ofHello);
      }
      within &=
          bar(out, "of hello, primed", times(primedOf(function), helloOf(function)), MOST_PRIMED);
      out.printf("%16s   calls %s%n", "", calls.get(function.name()));
      out.printf("%16s   bare  %s%n", "", calls.get(bareOf(function)));
    }
    return forms.print(out) && within;
  }

  private static boolean bar(PrintStream out, String what, double times, double most) {
    boolean within = times <= most;
    out.printf("%16s × %.2f %s, bar %.2f%s%n", "", times, what, most, within ? "" : "  ABOVE");
    return within;
  }

  /** The median of how many times the one cost what the other did in the same round. */
  private double times(String what, String other) {
    List<Double> some = millis.getOrDefault(what, List.of());
    List<Double> others = millis.getOrDefault(other, List.of());
    return median(
        IntStream.range(0, some.size()).mapToObj(i -> some.get(i) / others.get(i)).toList());
  }

  private double median(String what) {
    return median(millis.getOrDefault(what, List.of()));
  }

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(m -> m).sorted().toArray();
    return Arrays.stream(sorted)
        .skip((sorted.length - 1) / 2)
        .limit(2 - sorted.length % 2)
        .average()
        .orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
