package io.quotemark.local.cloud;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A {@link Stage} as a process of its own, for one that starts functions as processes too. It says
 * what each function's variables are, a line each of function, name and value with tabs between,
 * then {@code ready}, and ends when its input does.
 */
public final class StageProcess {
  private static final List<String> FUNCTIONS =
      List.of(
          "ParseUploads",
          "EnrichArticles",
          "FetchFeeds",
          "RefreshPrices",
          "PublishChanges",
          "ServeApi");

  private StageProcess() {}

  /**
   * @param arguments the folder of its data
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Stage stage = new Stage(Path.of(arguments[0]), Map.of("EventBus", "newsroom"))) {
      for (String function : FUNCTIONS) {
        stage
            .environment(function)
            .forEach((name, value) -> out.println(function + "\t" + name + "\t" + value));
      }
      out.println("ready");
      System.in.transferTo(PrintStream.nullOutputStream());
    }
    System.exit(0); // whatever threads the emulators left
  }
}
