package io.quotemark.local.cloud;

import io.quotemark.local.template.Specs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** The bucket: S3Proxy on {@code DATA/bucket}, with notifications however an object came there. */
final class Bucket implements Part {
  /** The bucket's name and its folder's. */
  static final String NAME = "bucket";

  private final S3Proxy server;
  private final FolderWatcher watcher;
  private final ObjectLedger ledger;

  private Bucket(S3Proxy server, FolderWatcher watcher, ObjectLedger ledger) {
    this.server = server;
    this.watcher = watcher;
    this.ledger = ledger;
  }

  /**
   * @param data its parent folder
   * @param port 0 for any
   * @param origins whose pages may put objects
   * @param send puts a body on a queue
   * @param notices is told of files that are not taken
   */
  static Bucket start(
      Path data,
      int port,
      List<Specs.Notification> notifications,
      List<String> origins,
      BiConsumer<String, String> send,
      Clock clock,
      Consumer<String> notices)
      throws IOException {
    Path root = data.resolve(NAME);
    Files.createDirectories(root);
    ObjectLedger ledger =
        new ObjectLedger(data.resolve("state").resolve("objects.log"), clock, notices);
    Notifier notifier = new Notifier(root, NAME, notifications, ledger, send, clock);
    List<Path> folders =
        notifications.stream().map(n -> root.resolve(n.prefix())).distinct().toList();
    FolderWatcher watcher = new FolderWatcher(notifier, ledger, folders, notices);
    try {
      S3Proxy server =
          S3Proxy.builder()
              .blobStore(
                  new OneBucketStore(
                      new NotifyingStore(
                          new FilesystemNio2BlobStore(data.toString()), NAME, notifier),
                      NAME,
                      new Links(root)))
              .endpoint(Loopback.http(port))
              .awsAuthentication(AuthenticationType.NONE, "", "")
              .ignoreUnknownHeaders(true)
              .corsRules(
                  new CrossOriginResourceSharing(
                      origins.stream().map(Bucket::pattern).toList(),
                      List.of("GET", "PUT"),
                      List.of("*"),
                      List.of("etag"),
                      "false"))
              .build();
      BucketGuard.install(server, new Guard(Guard.Door.OBJECTS, server::getPort, origins));
      server.start();
      watcher.start();
      return new Bucket(server, watcher, ledger);
    } catch (Exception e) {
      throw new IOException("S3Proxy did not start on port " + port + ": " + e, e);
    }
  }

  /** S3Proxy wants a pattern, of which {@code *} is its own. */
  private static String pattern(String origin) {
    return origin.equals("*") ? origin : Pattern.quote(origin);
  }

  URI endpoint() {
    return Loopback.http(server.getPort());
  }

  @Override
  public void stop() throws Exception {
    watcher.stop();
    server.stop();
    ledger.close();
  }
}
