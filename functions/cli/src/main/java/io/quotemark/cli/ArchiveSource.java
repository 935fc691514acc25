package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Where archived articles come from: a folder, a file of NDJSON, or a prefix of a bucket. */
interface ArchiveSource {
  /** Articles of an NDJSON file that are put as one bundle, in one request. */
  int LINES_OF_A_BUNDLE = 100;

  /**
   * A document of the archive.
   *
   * @param name below the archive's own prefix; the same at every run
   * @param articles how many it holds, as far as the source tells
   */
  record Item(String name, long bytes, int articles, Put put) {}

  /** Puts a document under a key. */
  interface Put {
    void into(S3Client s3, String bucket, String key) throws IOException;
  }

  /** Documents in the order of their names, one after the other. */
  Iterator<Item> items() throws IOException;

  /** What the archive is called where the command does not say. */
  String name();

  /**
   * @throws Exit.Failure where there is none of that name
   */
  static ArchiveSource of(String from, Deployment deployment) throws IOException {
    if (from.startsWith("s3://")) {
      return BucketArchive.of(from, deployment);
    }
    Path path = Places.given(Path.of(from));
    if (Files.isDirectory(path)) {
      return new Folder(path);
    }
    String lower = from.toLowerCase(Locale.ROOT);
    if (Files.isRegularFile(path) && lower.matches(".*[.](ndjson|jsonl)([.]gz)?")) {
      return new Lines(path);
    }
    throw new Exit.Failure(
        Exit.FAILED_INPUT,
        from
            + " is no folder, no file of NDJSON (.ndjson, .jsonl, perhaps .gz) and no s3://BUCKET/PREFIX");
  }

  /** Files of a folder and those below it, hidden ones apart. */
  record Folder(Path folder) implements ArchiveSource {
    @Override
    public Iterator<Item> items() throws IOException {
      List<Item> items = new ArrayList<>();
      for (Path file : Inputs.files(List.of(folder))) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        items.add(
            new Item(
                name,
                Files.size(file),
                1,
                (s3, bucket, key) ->
                    s3.putObject(
                        r -> r.bucket(bucket).key(key),
                        RequestBody.fromBytes(Files.readAllBytes(file)))));
      }
      return items.iterator();
    }

    @Override
    public String name() {
      return folder.toAbsolutePath().normalize().getFileName().toString();
    }
  }

  /** A file of one JSON article a line, read as it goes and put in bundles. */
  record Lines(Path file) implements ArchiveSource {
    @Override
    public Iterator<Item> items() throws IOException {
      InputStream in = Files.newInputStream(file);
      boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(packed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
      return new Bundles(lines);
    }

    @Override
    public String name() {
      return file.getFileName().toString().replaceAll("(?i)[.](ndjson|jsonl)([.]gz)?$", "");
    }
  }

  /** Bundles of lines. */
  final class Bundles implements Iterator<Item> {
    private final BufferedReader lines;
    private int number;
    private @Nullable String next;

    private Bundles(BufferedReader lines) {
      this.lines = lines;
      this.next = line();
    }

    private @Nullable String line() {
      try {
        String line = lines.readLine();
        while (line != null && line.isBlank()) {
          line = lines.readLine();
        }
        if (line == null) {
          lines.close();
        }
        return line;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Item next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      StringBuilder bundle = new StringBuilder();
      int count = 0;
      while (next != null && count < LINES_OF_A_BUNDLE) {
        bundle.append(next).append('\n');
        count++;
        next = line();
      }
      byte[] bytes = bundle.toString().getBytes(StandardCharsets.UTF_8);
      return new Item(
          String.format(Locale.ROOT, "%08d.ndjson", number++),
          bytes.length,
          count,
          (s3, bucket, key) ->
              s3.putObject(
                  r -> r.bucket(bucket).key(key).contentType("application/x-ndjson"),
                  RequestBody.fromBytes(bytes)));
    }
  }
}
