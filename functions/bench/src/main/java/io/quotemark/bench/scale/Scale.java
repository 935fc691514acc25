package io.quotemark.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Plays the scenarios. {@code functions/bench/scale} prints their table; with {@code --write} it
 * also writes the tables of docs/scale.md and the charts beside them, with {@code --check} it ends
 * with 1 where they say anything else.
 */
public final class Scale {
  static final String BEGIN = "<!-- by functions/bench/scale -->\n";
  static final String END = "<!-- end -->\n";

  private Scale() {}

  /** What docs/scale.md and its charts should hold. */
  public record Pages(String document, List<Picture> pictures) {
    /** A chart, by its path from the project's folder. */
    public record Picture(String path, String svg) {}
  }

  /** The document with its figures put in anew, and every chart. */
  public static Pages pages(String document, boolean progress) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Scenario scenario : Scenarios.all()) {
      if (progress) {
        System.err.println(scenario.title() + " …");
      }
      outcomes.add(Run.of(scenario));
    }
    String figures =
        Report.table(outcomes)
            + "\n"
            + outcomes.stream().map(Report::section).collect(Collectors.joining("\n"));
    int from = document.indexOf(BEGIN) + BEGIN.length();
    int to = document.indexOf(END);
    List<Pages.Picture> pictures =
        outcomes.stream()
            .map(outcome ->
                new Pages.Picture(
                    "docs/images/scale-" + outcome.scenario().id() + ".svg", Chart.of(outcome)))
            .toList();
    return new Pages(document.substring(0, from) + figures + document.substring(to), pictures);
  }

  /**
   * What the scenarios take of template.yaml: its names, with the numbers that stand in them.
   *
   * @return of ParseUploads and then EnrichArticles: megabytes, batch size, batching window in
   *     seconds, calls at once; then of their queues: visibility timeout in seconds, deliveries
   */
  public static List<Integer> template() {
    Settings settings = Scenarios.settings();
    List<Integer> numbers = new ArrayList<>();
    for (Settings.Worker worker : List.of(settings.parse(), settings.enrich())) {
      numbers.add(worker.megabytes());
      numbers.add(worker.batch());
      numbers.add((int) (worker.window() / Timeline.SECOND));
      numbers.add(worker.concurrency());
    }
    for (Settings.Queue queue : List.of(settings.uploads(), settings.articles())) {
      numbers.add((int) (queue.visibility() / Timeline.SECOND));
      numbers.add(queue.receives());
    }
    return numbers;
  }

  public static void main(String[] arguments) throws IOException {
    String what = arguments.length > 0 ? arguments[0] : "";
    Path file = Path.of("docs/scale.md");
    String before = Files.readString(file);
    Pages pages = pages(before, true);
    boolean same = pages.document().equals(before);
    for (Pages.Picture picture : pages.pictures()) {
      Path path = Path.of(picture.path());
      same = same && Files.exists(path) && Files.readString(path).equals(picture.svg());
      if (what.equals("--write")) {
        Files.writeString(path, picture.svg());
      }
    }
    if (what.equals("--write")) {
      Files.writeString(file, pages.document());
    } else {
      String text = pages.document();
      System.out.print(text.substring(text.indexOf(BEGIN), text.indexOf("\n### ")));
    }
    if (what.equals("--check") && !same) {
      System.err.println(
          "docs/scale.md or its charts say something else: functions/bench/scale --write");
      System.exit(1);
    }
  }
}
