package io.quotemark.cli;

import io.quotemark.domain.article.SourceKind;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files, listings and other things named on the command line. */
final class Inputs {
  private Inputs() {}

  static String name(Path file) {
    return file.equals(STANDARD_INPUT) ? "" : Places.given(file).getFileName().toString();
  }

  /** Standard input. */
  private static final Path STANDARD_INPUT = Path.of("-");

  /**
   * The files that are meant: those of a folder in order of their names, with those of folders in
   * it, hidden ones apart.
   *
   * @throws Exit.Failure where one is not there, or a folder holds none
   */
  static List<Path> files(List<Path> named) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path name : named) {
      Path given = Places.given(name);
      if (name.equals(STANDARD_INPUT) || !Files.isDirectory(given)) {
        files.add(name);
        continue;
      }
      try (Stream<Path> inside = Files.walk(given)) {
        List<Path> found =
            inside
                .filter(Files::isRegularFile)
                .filter(file -> !isHidden(given.relativize(file)))
                .sorted()
                .toList();
        if (found.isEmpty()) {
          throw new Exit.Failure(Exit.FAILED_INPUT, name + " holds no file");
        }
        files.addAll(found);
      }
    }
    return files;
  }

  private static boolean isHidden(Path path) {
    for (Path part : path) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  static byte[] read(Path file) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return System.in.readAllBytes();
    }
    Path given = Places.given(file);
    if (!Files.isRegularFile(given)) {
      throw new Exit.Failure(Exit.FAILED_INPUT, file + " is not a file");
    }
    return Files.readAllBytes(given);
  }

  /**
   * @param text as the API writes it, in letters of any case; null where nothing was given
   */
  static @Nullable SourceKind sourceKind(@Nullable String text) {
    return text == null ? null : oneOf(SourceKind.class, "--source-kind", text);
  }

  /** What a file is read as. */
  private enum As {
    ARTICLE,
    ANSWER
  }

  /** Whether {@code --as} says that files are answers of an assistant. */
  static boolean isAnswer(String text) {
    return oneOf(As.class, "--as", text) == As.ANSWER;
  }

  /** As the API writes it. */
  static String verdict(String text) {
    return lower(oneOf(Verdict.Outcome.class, "--verdict", text));
  }

  private static <E extends Enum<E>> E oneOf(Class<E> type, String option, String text) {
    E[] all = type.getEnumConstants();
    return Arrays.stream(all)
        .filter(value -> lower(value).equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new Exit.Failure(
                Exit.USAGE,
                "%s %s: must be one of %s"
                    .formatted(
                        option,
                        text,
                        Arrays.stream(all).map(Inputs::lower).collect(Collectors.joining(", ")))));
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static ListingId listing(@Nullable String text) {
    try {
      return ListingId.parse(text == null ? "" : text);
    } catch (IllegalArgumentException e) {
      throw new Exit.Failure(
          Exit.USAGE, (text == null ? "nothing" : text) + " is not a listing; write XHKG:9988");
    }
  }
}
