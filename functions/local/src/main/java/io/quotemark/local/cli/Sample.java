package io.quotemark.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  private static List<SampleFile> files(String folder) {
    URL place = Sample.class.getResource(folder);
    if (place == null) {
      return List.of();
    }
    try {
      URI address = place.toURI();
      if (address.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(address, Map.of())) {
          return read(jar.getPath(folder));
        }
      }
      return read(Path.of(address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a resource without an address: " + place, e);
    }
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
