package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Archives, on queues of their own and without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackfillArticlesTest {
  @TempDir static Path data;
  @TempDir static Path files;
  private Pipeline pipeline;

  @BeforeAll
  void start() throws IOException {
    pipeline = new Pipeline(data, null, Map.of("ArchiveConcurrency", "2"));
  }

  @AfterAll
  void stop() {
    pipeline.close();
  }

  private static String text(String of, int number) {
    return "Lamp makers of the %s, part %d\n\nMarch 3, 2025 9:00 GMT\n\nThe harbour master counted lamp number %d of the %s and wrote it down.\n"
        .formatted(of, number, number, of);
  }

  private static Path folder(String name, int count) throws IOException {
    Path folder = Files.createDirectories(files.resolve(name).resolve("1998"));
    for (int i = 0; i < count; i++) {
      Files.writeString(folder.resolve("%04d.txt".formatted(i)), text(name, i));
    }
    return files.resolve(name);
  }

  private int stored(String part) {
    return (int)
        pipeline.items(part).keySet().stream().filter(keys -> keys.contains("S=ALL)")).count();
  }

  @Test
  void folder_isPutOnce_andStored_andASecondRunPassesItOver() throws IOException {
    Path folder = folder("quay", 12);

    Ran first = Ran.on(data, "backfill-articles", folder.toString());
    assertThat(first.code()).as(first.out() + first.err()).isEqualTo(Exit.OK);
    assertThat(first.out())
        .contains("12 documents with about 12 articles are to be put")
        .contains("12 documents put, 0 passed over, 0 could not be put.");
    assertThat(stored("Lamp makers of the quay")).isEqualTo(12);
    assertThat(pipeline.drop().api().upload("inbox/archive/quay/1998/0003.txt")).isPresent();

    Ran second = Ran.on(data, "backfill-articles", folder.toString());
    assertThat(second.out()).contains("0 documents with about 0 articles").contains("12 lie there");
    Files.writeString(folder.resolve("1998/0003.txt"), text("quay", 1000));
    Ran third = Ran.on(data, "backfill-articles", folder.toString());
    assertThat(third.out()).contains("1 documents put, 11 passed over");
    assertThat(stored("Lamp makers of the quay")).isEqualTo(12);
  }

  @Test
  void news_isStored_whileAnArchiveStillWaits() throws IOException {
    for (int i = 0; i < 400; i++) {
      pipeline
          .drop()
          .put("inbox/archive/yard/%04d.txt".formatted(i), text("yard", i).getBytes(UTF_8));
    }
    Instant since = pipeline.drop().put("inbox/news.txt", text("news", 1).getBytes(UTF_8));
    Optional<Node> news =
        pipeline
            .drop()
            .until(() ->
                pipeline
                    .drop()
                    .api()
                    .upload("inbox/news.txt")
                    .filter(upload -> upload.at("status").text().equals("done")));
    assertThat(news).as("the record of what was put at %s", since).isPresent();
    assertThat(stored("Lamp makers of the yard")).as("archive").isLessThan(400);
    pipeline
        .drop()
        .drained(java.util.List.of("UploadsQueue", "ArchiveQueue", "ArchiveArticlesQueue"));
    assertThat(stored("Lamp makers of the yard")).isEqualTo(400);
    assertThat(pipeline.waiting("UploadsDeadLetters")).isZero();
    assertThat(pipeline.waiting("ArticlesDeadLetters")).isZero();
  }

  @Test
  void linesOfJson_arePutInBundles_packedOrNot() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 250; i++) {
      lines.append(
          "{\"title\":\"Lamp makers of the pier, part %d\",\"published_at\":\"2025-03-03T09:00:00Z\",\"text\":\"The harbour master counted lamp number %d of the pier and wrote it down.\"}\n"
              .formatted(i, i));
    }
    Path file = files.resolve("pier.ndjson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(lines.toString().getBytes(UTF_8));
    }
    Ran estimate = Ran.on(data, "backfill-articles", "--estimate", file.toString());
    assertThat(estimate.out()).contains("3 documents with about 250 articles");
    assertThat(stored("Lamp makers of the pier")).isZero();

    Ran ran = Ran.on(data, "backfill-articles", file.toString());
    assertThat(ran.out()).contains("3 documents put, 0 passed over, 0 could not be put.");
    assertThat(stored("Lamp makers of the pier")).isEqualTo(250);
  }

  @Test
  void prefixOfABucket_isCopied() {
    for (int i = 0; i < 3; i++) {
      pipeline.drop().put("old/dock/%d.txt".formatted(i), text("dock", i).getBytes(UTF_8));
    }
    Ran ran = Ran.on(data, "backfill-articles", "s3://" + pipeline.cloud().bucket() + "/old/dock/");
    assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(Exit.OK);
    assertThat(ran.out()).contains("3 documents put");
    assertThat(stored("Lamp makers of the dock")).isEqualTo(3);
  }

  @Test
  void whatIsNoArchive_isRefused() {
    Ran nothing = Ran.on(data, "backfill-articles", files.resolve("nowhere").toString());
    assertThat(nothing.code()).isEqualTo(Exit.FAILED_INPUT);
    assertThat(nothing.err()).contains("is no folder");
    Ran own =
        Ran.on(data, "backfill-articles", "s3://" + pipeline.cloud().bucket() + "/inbox/archive/");
    assertThat(own.code()).isEqualTo(Exit.USAGE);
    assertThat(own.err()).contains("own inbox");
    Ran name = Ran.on(data, "backfill-articles", "--name", "../up", files.toString());
    assertThat(name.code()).isEqualTo(Exit.USAGE);
  }
}
