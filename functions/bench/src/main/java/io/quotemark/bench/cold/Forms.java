package io.quotemark.bench.cold;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The forms with an ahead-of-time cache in which a function can be deployed, as far as {@code
 * functions/bench/aot} has made them, measured in turns with the others of {@link Cold}.
 */
final class Forms {
  /** What a first answer with a cache may cost, in multiples of a hello without one. */
  private static final double MOST_CACHED = 4;

  private static final double KILOBYTES_OF_MB = 1000;
  private static final Path HERE = Start.here().home();

  /** The smallest runtime that jlink makes. */
  private static final Path RUNTIME = Path.of("functions/bench/target/runtime").toAbsolutePath();

  /**
   * @param name for the eye
   * @param barred whether it is the one that may not cost more than the bar
   */
  private record Form(String name, Start start, boolean barred) {}

  /**
   * @param start milliseconds until it asks for its first event
   * @param answer milliseconds until its first answer
   * @param times that, in multiples of a hello of the same round
   * @param peak megabytes
   */
  private record Cost(double start, double answer, double times, double peak) {}

  private final Map<String, List<Cost>> costs = new LinkedHashMap<>();
  private final Map<String, Boolean> barred = new LinkedHashMap<>();

  private static List<Form> of(Function function) {
    List<Form> forms = new ArrayList<>();
    Bundle aot = Bundle.of(function, "aot");
    if (aot.isMade()) {
      forms.add(new Form("plain", aot.start(HERE), false));
      forms.add(new Form("with its cache", aot.cached(HERE), true));
      forms.add(new Form("with its cache, in a zip", aot.wrapped(HERE), true));
    }
    Bundle image = Bundle.of(function, "image");
    if (image.isMade()) {
      forms.add(new Form("small runtime", image.start(RUNTIME), false));
      forms.add(new Form("image, small runtime and cache", image.cached(RUNTIME), true));
    }
    return forms;
  }

  /**
   * @param hello nanoseconds of the hello of this round
   */
  void measure(Function function, AwsAnswers aws, byte[] event, byte[] object, double hello) {
    for (Form form : of(function)) {
      aws.begin(object);
      RuntimeApi.Answer answer =
          Child.answer(
              form.start(),
              List.of(),
              function.handler(),
              Function.variables(aws.address().toString()),
              event,
              false);
      function.check(answer.body());
      String key = function.name() + "\t" + form.name();
      barred.put(key, form.barred());
      costs
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(
              new Cost(
                  answer.cpuAtEvent() / 1e6,
                  answer.cpuAtAnswer() / 1e6,
                  answer.cpuAtAnswer() / hello,
                  answer.peakKilobytes() / KILOBYTES_OF_MB));
    }
  }

  /**
   * @return whether all are within the bar
   */
  boolean print(PrintStream out) throws IOException {
    boolean within = true;
    for (Map.Entry<String, List<Cost>> entry : costs.entrySet()) {
      String[] name = entry.getKey().split("\t", -1);
      List<Cost> all = entry.getValue();
      double times = Cold.median(all.stream().map(Cost::times).toList());
      boolean above = barred.getOrDefault(entry.getKey(), false) && times > MOST_CACHED;
      out.printf(
          "%-16s %-31s %4.0f ms (%.0f at the start), × %.2f of hello, %3.0f MB of memory%s%n",
          name[0],
          name[1],
          Cold.median(all.stream().map(Cost::answer).toList()),
          Cold.median(all.stream().map(Cost::start).toList()),
          times,
          Cold.median(all.stream().map(Cost::peak).toList()),
          above ? "  ABOVE " + MOST_CACHED : "");
      within &= !above;
    }
    for (Function function : Function.ALL) {
      for (String form : List.of("aot", "image")) {
        Path cache = Bundle.of(function, form).cache();
        if (Files.exists(cache)) {
          out.printf("%s: %.1f MB%n", cache, Files.size(cache) / 1e6);
        }
      }
    }
    return within;
  }
}
