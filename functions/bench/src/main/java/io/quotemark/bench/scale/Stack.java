package io.quotemark.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The way of a document from the bucket to the table: uploads queue, parse-uploads, articles queue,
 * enrich-articles. Archived articles go the same way, or through queues and mappings of their own.
 */
final class Stack {
  /** Between the object in the bucket and the message in the queue; S3 says "typically seconds". */
  private static final long NOTIFICATION = Timeline.SECOND;

  private final Timeline timeline;
  private final RandomGenerator random;
  private final WriteCapacity table;
  private final Lane news;
  private final Lane archive;
  private final Ages newsAges = new Ages();
  private final Ages archiveAges = new Ages();
  private long uploaded;
  private long done;

  Stack(Timeline timeline, RandomGenerator random, Settings settings) {
    this.timeline = timeline;
    this.random = random;
    this.table = new WriteCapacity(timeline, settings.table());
    this.news = new Lane(settings.parse(), settings.enrich(), settings);
    int calls = settings.archive().concurrency();
    this.archive =
        settings.archive().apart()
            ? new Lane(
                settings.parse().withConcurrency(calls),
                settings.enrich().withConcurrency(calls),
                settings)
            : news;
  }

  /** Two queues, and the functions behind them. */
  final class Lane {
    final MessageQueue uploads;
    final MessageQueue articles;
    final EventSource parse;
    final EventSource enrich;

    Lane(Settings.Worker parsing, Settings.Worker enriching, Settings settings) {
      uploads = new MessageQueue(timeline, settings.uploads());
      articles = new MessageQueue(timeline, settings.articles());
      parse = new EventSource(timeline, random, uploads, parsing, this::passOn);
      enrich = new EventSource(timeline, random, articles, enriching, this::store);
    }

    private boolean passOn(Message message) {
      articles.add(message);
      return true;
    }

    private boolean store(Message message) {
      if (!table.write(message)) {
        return false;
      }
      done++;
      (message.ofAnArchive ? archiveAges : newsAges).add(timeline.now() - message.uploaded);
      return true;
    }

    long deadLetters() {
      return uploads.deadLetters() + articles.deadLetters();
    }

    long waiting() {
      return uploads.waiting() + articles.waiting();
    }

    long ageOfOldest() {
      return Math.max(uploads.ageOfOldest(), articles.ageOfOldest());
    }
  }

  /** Begins to take a load, second by second. */
  void take(Load load) {
    arrive(load.news(timeline.now()), false, load.hot());
    arrive(load.archive(timeline.now()), true, 0);
    timeline.after(Timeline.SECOND, () -> take(load));
  }

  /** Documents of the coming second, by a Poisson process. */
  private void arrive(double rate, boolean ofAnArchive, double hot) {
    if (rate <= 0) {
      return;
    }
    double at = random.nextExponential() / rate;
    while (at < 1) {
      boolean isHot = hot > 0 && random.nextDouble() < hot;
      timeline.after(Math.round(at * Timeline.SECOND), () -> upload(ofAnArchive, isHot));
      at += random.nextExponential() / rate;
    }
  }

  private void upload(boolean ofAnArchive, boolean hot) {
    uploaded++;
    Message message = new Message(timeline.now(), ofAnArchive, hot);
    MessageQueue queue = ofAnArchive ? archive.uploads : news.uploads;
    timeline.after(NOTIFICATION, () -> queue.send(message));
  }

  Lane news() {
    return news;
  }

  Lane archive() {
    return archive;
  }

  /** The lanes there are: one, or two where archives have their own. */
  List<Lane> lanes() {
    List<Lane> lanes = new ArrayList<>(List.of(news));
    if (archive != news) {
      lanes.add(archive);
    }
    return lanes;
  }

  WriteCapacity table() {
    return table;
  }

  /** From upload to stored, of the news. */
  Ages newsAges() {
    return newsAges;
  }

  Ages archiveAges() {
    return archiveAges;
  }

  long uploaded() {
    return uploaded;
  }

  long done() {
    return done;
  }
}
