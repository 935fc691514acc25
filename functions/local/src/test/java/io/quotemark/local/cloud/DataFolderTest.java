package io.quotemark.local.cloud;

import static io.quotemark.local.cloud.TestCloud.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Names and damage in the data folder: whatever lies there, the cloud starts and says what it is.
 */
@Execution(ExecutionMode.CONCURRENT) // each test has a cloud of its own, and mostly waits
class DataFolderTest {
  @TempDir Path folder;
  private final TestCloud functions = new TestCloud();
  private Path data;
  private Path inbox;

  @BeforeEach
  void inbox() throws IOException {
    data = folder.resolve("data");
    inbox = Files.createDirectories(data.resolve("bucket/inbox"));
  }

  private boolean parsed(String... parts) {
    return functions.events("parse").stream()
        .anyMatch(event -> Stream.of(parts).allMatch(event::contains));
  }

  private boolean told(String... parts) {
    return functions.notices().stream()
        .anyMatch(notice -> Stream.of(parts).allMatch(notice::contains));
  }

  @Test
  void nameWithLineFeedAndTabs_isTakenOnce_andTheFolderStartsAgain() throws IOException {
    try (Cloud cloud = functions.start(data)) {
      Files.writeString(inbox.resolve("one\ntwo.txt"), "x");
      Files.writeString(inbox.resolve("three\tfour\tfive\tsix\t%25 + ü.txt"), "x");
      await("the line feed", () -> parsed("ObjectCreated", "inbox/one%0Atwo.txt"));
      await("the tabs", () -> parsed("three%09four%09five%09six%09%2525+%2B+%C3%BC.txt"));
      try (S3Client s3 = Clients.s3(cloud.s3())) {
        assertThat(
                s3.getObjectAsBytes(r -> r.bucket("bucket").key("inbox/one\ntwo.txt"))
                    .asUtf8String())
            .isEqualTo("x");
      }
    }
    TestCloud again = new TestCloud();
    try (Cloud cloud = again.start(data);
        S3Client s3 = Clients.s3(cloud.s3())) {
      s3.putObject(r -> r.bucket("bucket").key("inbox/last.txt"), RequestBody.fromString("x"));
      await("the next one", () -> again.events("parse").stream().anyMatch(e -> e.contains("last")));
      assertThat(again.events("parse")).allMatch(event -> event.contains("inbox/last.txt"));
      assertThat(again.notices()).isEmpty();
    }
  }

  @Test
  void damagedLineOfTheLedger_isLeftOutAndTold_andItsFileNotifiedAgain() throws IOException {
    try (Cloud _ = functions.start(data)) {
      Files.writeString(inbox.resolve("kept.txt"), "x");
      Files.writeString(inbox.resolve("lost.txt"), "x");
      await("both", () -> parsed("kept.txt") && parsed("lost.txt"));
    }
    Path ledger = data.resolve("state/objects.log");
    List<String> lines =
        Files.readAllLines(ledger).stream().filter(line -> !line.contains("lost.txt")).toList();
    byte[] damage = {0, 0, (byte) 0xff, '\n', 'a', '\t', 'b', '\t', 'c', '\t', 'd', '\n', '\n'};
    Files.write(ledger, lines);
    Files.write(ledger, damage, StandardOpenOption.APPEND);
    Files.writeString(
        ledger,
        "99999999999999999999\t1\t1\tinbox/x\n1\t1\t1\t%zz\n17\t1\t9\tinbox/unfini",
        StandardOpenOption.APPEND);
    TestCloud again = new TestCloud();
    try (Cloud _ = again.start(data)) {
      await("the lost one", () -> again.events("parse").stream().anyMatch(e -> e.contains("lost")));
      assertThat(again.events("parse")).noneMatch(event -> event.contains("kept.txt"));
      assertThat(again.events("parse")).noneMatch(event -> event.contains("unfini"));
      assertThat(again.notices())
          .hasSize(5)
          .allSatisfy(notice -> assertThat(notice).contains("objects.log, line", "left out"));
    }
  }

  @Test
  void ledgerOfAnOlderBuild_isRead() throws IOException {
    try (Cloud _ = functions.start(data)) {
      Files.writeString(inbox.resolve("a b+c.txt"), "x");
      await("the file", () -> parsed("inbox/a+b%2Bc.txt"));
    }
    Path ledger = data.resolve("state/objects.log");
    Files.writeString(
        ledger,
        Files.readString(ledger)
            .replaceFirst("#.*\n", "")
            .replace("inbox/a+b%2Bc.txt", "inbox/a b+c.txt"));
    TestCloud again = new TestCloud();
    try (Cloud cloud = again.start(data);
        S3Client s3 = Clients.s3(cloud.s3())) {
      s3.putObject(r -> r.bucket("bucket").key("inbox/last.txt"), RequestBody.fromString("x"));
      await("the next one", () -> again.events("parse").stream().anyMatch(e -> e.contains("last")));
      assertThat(again.events("parse")).allMatch(event -> event.contains("inbox/last.txt"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2",
        "2\t1\t1\t0\t0\t\t\t5\nfour",
        "2\tx\t1\t0\t0\t\t\t4\nfour",
        "9\t1\t1\t0\t0\t\t\nfour",
        "\0\0\0\0"
      })
  void damagedMessage_isSetAsideAndTold_andTheOthersAreDelivered(String damage) throws IOException {
    Path queue = Files.createDirectories(data.resolve("queues/UploadsQueue"));
    Path damaged = Files.writeString(queue.resolve("11111111-2222-4333-8444-555555555555"), damage);
    // as a build before wrote it, without the body's length
    Files.writeString(
        queue.resolve("11111111-2222-4333-8444-666666666666"), "1\t1\t1\t0\t0\t\t\nthe other");
    try (Cloud _ = functions.start(data)) {
      await("the other", () -> parsed("the other"));
      assertThat(told("UploadsQueue", ".damaged-1111", "quotemark sweep")).isTrue();
      assertThat(damaged).doesNotExist();
      assertThat(queue.resolve(".damaged-11111111-2222-4333-8444-555555555555")).hasContent(damage);
    }
  }

  @Test
  void nameWithBackslash_isTakenUnderItself() throws IOException {
    assumeTrue(inbox.getFileSystem().getSeparator().equals("/"), "a separator here");
    try (Cloud cloud = functions.start(data)) {
      Files.writeString(inbox.resolve("C:\\news\\a.txt"), "x");
      await("the file", () -> parsed("inbox/C%3A%5Cnews%5Ca.txt"));
      try (S3Client s3 = Clients.s3(cloud.s3())) {
        assertThat(
                s3.getObjectAsBytes(r -> r.bucket("bucket").key("inbox/C:\\news\\a.txt"))
                    .asUtf8String())
            .isEqualTo("x");
      }
    }
  }

  @Test
  void nameThatEndsInAnIdentifier_isToldOfAFile_andTakenOfAnObject() throws IOException {
    String name = "report-0f8fad5b-d9cb-469f-a165-70867728950e";
    Files.writeString(inbox.resolve("before-" + name), "x");
    try (Cloud cloud = functions.start(data);
        S3Client s3 = Clients.s3(cloud.s3())) {
      await("the file that was there", () -> told("before-" + name, "rename it"));
      Files.writeString(inbox.resolve("file-" + name), "x");
      await("the file", () -> told("file-" + name, "rename it"));
      s3.putObject(
          r -> r.bucket("bucket").key("inbox/object-" + name), RequestBody.fromString("x"));
      await("the object", () -> parsed("inbox/object-" + name));
      Files.move(inbox.resolve("file-" + name), inbox.resolve("file.txt"));
      await("the renamed", () -> parsed("inbox/file.txt"));
      assertThat(told("object-")).isFalse();
      assertThat(functions.notices()).hasSize(2);
    }
  }

  @Test
  void nameThatIsNotUtf8_isTold() throws Exception {
    Process made =
        new ProcessBuilder("sh", "-c", "printf x > \"$(printf 'caf\\351.txt')\"")
            .directory(inbox.toFile())
            .start();
    assumeTrue(made.waitFor() == 0, "this file system takes no such name");
    try (Cloud _ = functions.start(data)) {
      await("the notice", () -> told("Not taken: ", "caf", "not UTF-8; rename it"));
    }
  }

  @Test
  void link_isNotFollowed_butTold_whicheverWayItIsAskedFor() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(inbox.resolve("folder"), outside);
    try (Cloud cloud = functions.start(data);
        S3Client s3 = Clients.s3(cloud.s3())) {
      Files.createSymbolicLink(inbox.resolve("file.txt"), outside.resolve("secret.txt"));
      Files.createSymbolicLink(inbox.resolve("other"), inbox.resolve("no-such-file"));
      Files.writeString(inbox.resolve("plain.txt"), "x");
      await("the plain file", () -> parsed("inbox/plain.txt"));
      for (String link : List.of("folder", "file.txt", "other")) {
        await(
            link, () -> told("Not taken: " + inbox.resolve(link) + ":", "links are not followed"));
      }
      for (String key : List.of("inbox/file.txt", "inbox/folder/secret.txt", "inbox/other")) {
        assertThatThrownBy(() -> s3.getObjectAsBytes(r -> r.bucket("bucket").key(key)))
            .isInstanceOfSatisfying(
                S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
        assertThatThrownBy(
                () -> s3.putObject(r -> r.bucket("bucket").key(key), RequestBody.fromString("x")))
            .isInstanceOf(S3Exception.class);
        assertThatThrownBy(() ->
                s3.copyObject(r ->
                    r.sourceBucket("bucket")
                        .sourceKey(key)
                        .destinationBucket("bucket")
                        .destinationKey("work/x")))
            .isInstanceOf(S3Exception.class);
      }
      assertThat(s3.listObjectsV2(r -> r.bucket("bucket").prefix("inbox/")).contents())
          .extracting(S3Object::key)
          .containsExactly("inbox/plain.txt");
      assertThat(functions.events("parse")).allMatch(event -> event.contains("plain.txt"));
      assertThat(outside.resolve("secret.txt")).hasContent("secret");
    }
  }

  @Test
  void linkThatLeadsInACircle_isNamedByAListing() throws IOException {
    try (Cloud cloud = functions.start(data);
        S3Client s3 = Clients.s3(cloud.s3())) {
      Files.createSymbolicLink(inbox.resolve("loop"), inbox);
      await("the notice", () -> told("loop: it is a link"));
      assertThatThrownBy(() -> s3.listObjectsV2(r -> r.bucket("bucket").prefix("inbox/")))
          .isInstanceOf(S3Exception.class)
          .hasMessageContaining("inbox/loop is a link that leads in a circle; delete it");
      Files.delete(inbox.resolve("loop"));
      assertThat(s3.listObjectsV2(r -> r.bucket("bucket").prefix("inbox/")).contents()).isEmpty();
    }
  }

  @Test
  void fileThatBecomesALink_isRemoved() throws IOException {
    Path outside = Files.writeString(folder.resolve("secret.txt"), "secret");
    Path file = Files.writeString(inbox.resolve("a.txt"), "x");
    try (Cloud _ = functions.start(data)) {
      await("the file", () -> parsed("ObjectCreated", "inbox/a.txt"));
      Files.delete(file);
      Files.createSymbolicLink(file, outside);
      await("its removal", () -> parsed("ObjectRemoved", "inbox/a.txt"));
      await("the notice", () -> told("a.txt: it is a link"));
    }
  }

  @Test
  void hiddenFile_isNotTaken_butTold_thereAlreadyOrNew() throws Exception {
    Files.writeString(inbox.resolve(".before.txt"), "Northwind rose 2% to $100.");
    try (Cloud cloud = functions.start(data)) {
      await("the notice", () -> told(".before.txt: its name begins with a dot"));
      Files.writeString(inbox.resolve(".new.txt"), "Northwind rose 2% to $100.");
      await("the notice", () -> told(".new.txt: its name begins with a dot"));
      Files.writeString(inbox.resolve("seen.txt"), "Northwind rose 2% to $100.");
      await("the file", () -> parsed("ObjectCreated", "inbox/seen.txt"));

      assertThat(parsed("ObjectCreated", "inbox/.new.txt")).isFalse();
      assertThat(parsed("ObjectCreated", "inbox/.before.txt")).isFalse();
      assertThat(cloud.bucket()).isEqualTo("bucket");
    }
  }

  @Test
  void whatIsNoPlainFile_isTold() throws Exception {
    Process made =
        new ProcessBuilder("mkfifo", "pipe\u001b[31m.txt").directory(inbox.toFile()).start();
    assumeTrue(made.waitFor() == 0, "no named pipes here");
    try (Cloud cloud = functions.start(data);
        SqsClient sqs = Clients.sqs(cloud.sqs())) {
      await("the notice", () -> told("pipe\\x1b[31m.txt: it is not a plain file"));
      assertThat(sqs.listQueues().queueUrls()).isNotEmpty();
    }
  }
}
