package io.quotemark.cli;

import io.quotemark.sentences.Sentences;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which language a command says verdicts. */
final class Spoken {
  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description = "language of the verdicts: en or de (default: en)")
  private @Nullable String language;

  /**
   * @throws Exit.Failure where there are no sentences in that language
   */
  Sentences sentences() {
    if (language == null) {
      return Sentences.first();
    }
    if (!Sentences.languages().containsKey(language)) {
      throw new Exit.Failure(
          Exit.USAGE,
          "--lang must be one of "
              + String.join(", ", Sentences.languages().keySet())
              + ", not "
              + language);
    }
    return Sentences.of(language);
  }
}
