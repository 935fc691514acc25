package io.quotemark.local.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One embedded cloud for all the test classes of a JVM that need empty tables and an empty bucket:
 * it starts with the first of them, is emptied before each, and ends with the JVM's tests.
 */
final class OneCloud implements BeforeAllCallback {
  private record Running(Path folder, Deliveries deliveries) implements AutoCloseable {
    static Running start() {
      try {
        Path folder = Files.createTempDirectory("one-cloud");
        return new Running(folder, new Deliveries(folder));
      } catch (IOException e) {
        throw new UncheckedIOException("the embedded cloud does not start", e);
      }
    }

    @Override
    public void close() throws IOException {
      deliveries.close();
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
                throws IOException {
              Files.delete(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }

  private @Nullable Running running;

  @Override
  public void beforeAll(ExtensionContext context) {
    Running started =
        context
            .getRoot()
            .getStore(Namespace.create(OneCloud.class))
            .computeIfAbsent(Running.class, key -> Running.start(), Running.class);
    started.deliveries().clear();
    started.deliveries().wire().begin(Map.of());
    running = started;
  }

  Deliveries deliveries() {
    Running started = running;
    if (started == null) {
      throw new IllegalStateException("only after the extension's beforeAll");
    }
    return started.deliveries();
  }
}
