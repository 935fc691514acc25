package io.quotemark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The sample that ships with the program. */
final class Sample {
  /**
   * @param name file name
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record SampleFile(String name, byte[] bytes) {}

  private Sample() {}

  static List<SampleFile> prices() {
    return files("/sample/prices");
  }

  static List<SampleFile> articles() {
    return files("/sample/articles");
  }

  /**
   * Hands it in, unless that was done before: prices first, so that the articles' first verdicts
   * are their last.
   *
   * @param queues that are to be empty in between
   * @param marker file that says it is done
   */
  static void process(PrintWriter out, Drop drop, List<String> queues, Path marker)
      throws IOException {
    if (Files.exists(marker)) {
      return;
    }
    out.println();
    out.print("The sample: ");
    if (handIn(out, drop, "prices", "prices/", prices(), queues)
        && handIn(out, drop, "articles", "inbox/sample/", articles(), queues)) {
      out.println("done.");
      out.flush();
      Files.writeString(marker, "processed\n");
    }
  }

  /** Whether all of them were processed in time. */
  private static boolean handIn(
      PrintWriter out,
      Drop drop,
      String what,
      String folder,
      List<SampleFile> files,
      List<String> queues) {
    out.print(what + " … ");
    out.flush();
    for (SampleFile file : files) {
      drop.put(folder + file.name(), file.bytes());
    }
    return drop.drained(out, queues);
  }

  private static List<SampleFile> files(String folder) {
    URL place = Sample.class.getResource(folder);
    if (place == null) {
      return List.of();
    }
    try {
      // not as a file system: to find who makes one, Java opens every jar of the class path
      return place.openConnection() instanceof JarURLConnection jar
          ? read(jar.getJarFile(), folder.substring(1) + "/")
          : read(Path.of(place.toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a resource without an address: " + place, e);
    }
  }

  private static List<SampleFile> read(JarFile jar, String folder) throws IOException {
    List<SampleFile> files = new ArrayList<>();
    for (JarEntry entry : Collections.list(jar.entries())) {
      if (entry.getName().startsWith(folder) && !entry.isDirectory()) {
        try (InputStream in = jar.getInputStream(entry)) {
          String name = entry.getName().substring(folder.length());
          files.add(new SampleFile(name, in.readAllBytes()));
        }
      }
    }
    files.sort(Comparator.comparing(SampleFile::name));
    return files;
  }

  private static List<SampleFile> read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(Sample::file).toList();
    }
  }

  private static SampleFile file(Path file) {
    try {
      return new SampleFile(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
