package io.quotemark.fetch;

import io.quotemark.domain.article.Reading;
import io.quotemark.runtime.events.ObjectEvent;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.runtime.messages.ArticleMessage;
import io.quotemark.runtime.messages.PageRequest;
import io.quotemark.runtime.messages.Upload;
import io.quotemark.runtime.web.FetchHosts;
import io.quotemark.runtime.web.WebAddress;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.Inbox;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Pages that callers of the API want to have fetched. What cannot be fetched becomes a failed
 * upload with its reason, under the key that the caller was told.
 */
final class PageRequests {
  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_TRIES = 3;

  private final FetchHosts hosts;
  private final Bucket bucket;
  private final Supplier<Pages> pages;
  private final Consumer<byte[]> articles;
  private final Agenda.Sleeper sleeper;
  private final Duration pause;
  private final JsonLog log;

  /**
   * @param hosts that may be asked; others are refused, whoever wrote the request
   * @param articles takes messages of the articles queue
   * @param pause between two tries
   */
  PageRequests(
      FetchHosts hosts,
      Bucket bucket,
      Supplier<Pages> pages,
      Consumer<byte[]> articles,
      Agenda.Sleeper sleeper,
      Duration pause,
      JsonLog log) {
    this.hosts = hosts;
    this.bucket = bucket;
    this.pages = pages;
    this.articles = articles;
    this.sleeper = sleeper;
    this.pause = pause;
    this.log = log;
  }

  JsonLog log() {
    return log;
  }

  void on(ObjectEvent event) {
    if (event.kind() != ObjectEvent.Kind.CREATED) {
      return;
    }
    if (!(bucket.read(event.key(), MOST_BYTES) instanceof Bucket.Found.Content content)) {
      log.warn("request_gone", "key", event.key());
      return;
    }
    PageRequest request;
    try {
      request = PageRequest.parse(content.bytes());
    } catch (Json.Malformed broken) {
      log.warn("request_unreadable", "key", event.key(), "why", broken.getMessage());
      return;
    }
    if (!(WebAddress.check(request.url()) instanceof WebAddress.Checked.Good(URI address))) {
      log.warn("request_unreadable", "key", event.key(), "why", "its url is no address");
      return;
    }
    String problem =
        hosts.hold(address) ? fetched(address, request) : "its host is not one of FetchHosts";
    if (problem != null) {
      failed(event, address, problem);
    }
    log.measured(
        "page_asked",
        List.of(Metric.count("PagesFetched", problem == null ? 1 : 0)),
        "host",
        address.getHost(),
        "key",
        Inbox.fetched(address),
        "problem",
        problem);
  }

  /** Why it is not there, null where it is. */
  private @Nullable String fetched(URI address, PageRequest request) {
    Pages asked = pages.get(); // what is remembered of hosts is read anew
    for (int tries = 1; ; tries++) {
      Pages.Outcome outcome = asked.fetch(address, hosts::hold, request.metadata(), null);
      switch (outcome) {
        case Pages.Outcome.Stored stored -> {
          return null;
        }
        case Pages.Outcome.Refused(String reason) -> {
          return reason;
        }
        case Pages.Outcome.Later later -> {
          return "%s; ask again after %s".formatted(later.reason(), later.at());
        }
        case Pages.Outcome.Missed(String reason) -> {
          if (tries == MOST_TRIES) {
            return reason + "; ask again later";
          }
          pause(pause.multipliedBy(tries));
        }
      }
    }
  }

  private void pause(Duration time) {
    try {
      sleeper.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the request was stopped", stopped);
    }
  }

  /**
   * A document that is there from before stays what the key stands for; the failure has a sequencer
   * below that of every upload.
   */
  private void failed(ObjectEvent event, URI address, String problem) {
    articles.accept(
        new ArticleMessage.Rejected(
                new Upload(
                    event.bucket(),
                    Inbox.fetched(address),
                    ObjectEvent.padded("0"),
                    0,
                    "",
                    event.time()),
                null,
                Reading.Code.FETCH_FAILED,
                "%s was not fetched: %s.".formatted(address, problem))
            .toJson());
  }
}
