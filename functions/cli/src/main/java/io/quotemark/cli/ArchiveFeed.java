package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.storage.Inbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Puts the documents of an archive below {@code inbox/archive/NAME/}. A document that lies there
 * with the same size was put by an earlier run. No more are put while many wait.
 */
final class ArchiveFeed {
  /**
   * As docs/deploy.md reckons: the dollars of a million articles in bundles, which take more than
   * documents of their own, and of a million PUT requests.
   */
  private static final double ARTICLES_MILLION = 11;

  private static final double PUTS_MILLION = 5;

  /** Documents between two looks at the queues, and two lines of progress. */
  private static final int STEP = 100;

  private final Deployment deployment;
  private final Drop drop;
  private final ArchiveSource source;
  private final String prefix;
  private final int waiting;
  private final PrintWriter out;
  private final Map<String, Long> there = new TreeMap<>();

  ArchiveFeed(
      Deployment deployment,
      Drop drop,
      ArchiveSource source,
      String name,
      int waiting,
      PrintWriter out) {
    this.deployment = deployment;
    this.drop = drop;
    this.source = source;
    this.prefix = Inbox.ARCHIVE + name + "/";
    this.waiting = waiting;
    this.out = out;
  }

  /**
   * How much is still to be put.
   *
   * @param put documents that lie there already
   */
  record Size(long documents, long articles, long bytes, long put) {
    /** What it costs on AWS, by list prices, if articles are short. */
    double dollars() {
      return articles / 1e6 * ARTICLES_MILLION + documents / 1e6 * PUTS_MILLION;
    }

    String words(boolean onAws) {
      String what =
          String.format(
              Locale.ROOT,
              "%,d documents with about %,d articles are to be put (%,.1f MB)%s.",
              documents,
              articles,
              bytes / 1e6,
              put == 0 ? "" : String.format(Locale.ROOT, "; %,d lie there already", put));
      return onAws
          ? what + String.format(Locale.ROOT, " On AWS that costs about %.2f dollars.", dollars())
          : what;
    }
  }

  Size size() throws IOException {
    deployment
        .s3()
        .listObjectsV2Paginator(r -> r.bucket(deployment.bucket()).prefix(prefix))
        .contents()
        .forEach(object -> there.put(object.key(), object.size()));
    long documents = 0;
    long articles = 0;
    long bytes = 0;
    long put = 0;
    for (Iterator<ArchiveSource.Item> items = source.items(); items.hasNext(); ) {
      ArchiveSource.Item item = items.next();
      if (isThere(item)) {
        put++;
      } else {
        documents++;
        articles += item.articles();
        bytes += item.bytes();
      }
    }
    return new Size(documents, articles, bytes, put);
  }

  private boolean isThere(ArchiveSource.Item item) {
    Long size = there.get(prefix + item.name());
    return size != null && size == item.bytes();
  }

  /** Puts what is missing; false where some could not be put, or nothing moved any more. */
  boolean run() throws IOException {
    Size size = size();
    long began = System.nanoTime();
    long put = 0;
    List<String> refused = new ArrayList<>();
    for (Iterator<ArchiveSource.Item> items = source.items(); items.hasNext(); ) {
      ArchiveSource.Item item = items.next();
      if (isThere(item)) {
        continue;
      }
      if (put % STEP == 0) {
        if (!room()) {
          out.println(drop.standstill());
          return false;
        }
        progress(put, size, began);
      }
      put++;
      try {
        item.put().into(deployment.s3(), deployment.bucket(), prefix + item.name());
      } catch (SdkException | IOException e) {
        refused.add(item.name() + ": " + Sentences.of(e, false).getMessage());
      }
    }
    refused.forEach(out::println);
    boolean settled = drop.drained(out, queues());
    out.printf(
        Locale.ROOT,
        "%,d documents put, %,d passed over, %,d could not be put.%s%n",
        put - refused.size(),
        size.put(),
        refused.size(),
        refused.isEmpty() ? "" : " Run the command again for those.");
    return settled && refused.isEmpty();
  }

  /** Waits until few enough wait; false where nothing moves any more. */
  private boolean room() {
    return drop.until(() -> waits() <= waiting ? Optional.of(true) : Optional.empty()).isPresent();
  }

  private int waits() {
    return drop.counts(queues()).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The queues that the archive goes through: its own, or those of the news. */
  private List<String> queues() {
    return deployment.queues().containsKey("ArchiveQueue")
        ? List.of("UploadsQueue", "ArchiveQueue", "ArchiveArticlesQueue")
        : List.of("UploadsQueue", "ArticlesQueue");
  }

  private void progress(long put, Size size, long began) {
    double seconds = Math.max(0.001, (System.nanoTime() - began) / 1e9);
    double rate = put / seconds;
    out.printf(
        Locale.ROOT,
        "%,d of %,d put%s%n",
        put,
        size.documents(),
        put == 0
            ? ""
            : String.format(
                Locale.ROOT,
                ", %.0f a second, about %.0f minutes left",
                rate,
                (size.documents() - put) / rate / 60));
    out.flush();
  }
}
