package io.quotemark.serve.articles;

import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Problem;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.Bucket.Found;
import io.quotemark.storage.Inbox;
import io.quotemark.storage.articles.ArticleIndex;
import java.util.List;
import java.util.Map;

/**
 * The document that an article was read from, byte for byte; somebody else's, so for download only.
 */
public final class OriginalApi {
  /** A function's answer holds 6 MB, and binary ones grow by a third on their way. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final ArticleIndex articles;
  private final Bucket bucket;
  private final Inbox inbox;
  private final boolean textRoutes;

  /**
   * @param inbox signs the address of what no answer holds
   * @param textRoutes whether documents may be had at all
   */
  public OriginalApi(ArticleIndex articles, Bucket bucket, Inbox inbox, boolean textRoutes) {
    this.articles = articles;
    this.bucket = bucket;
    this.inbox = inbox;
    this.textRoutes = textRoutes;
  }

  public HttpResponse original(Call call) {
    String id = call.id();
    if (!textRoutes) {
      throw Problem.textRoutesOff().raised();
    }
    String key =
        articles
            .document(id)
            .orElseThrow(() -> Problem.notFound("article", id, List.of()).raised());
    return switch (bucket.read(key, MOST_BYTES)) {
      case Found.Content content -> download(key, content);
      case Found.TooLarge(long _) ->
          new HttpResponse(
              307,
              Map.of(
                  "location",
                  inbox.download(key, name(key)).toString(),
                  "cache-control",
                  "no-store"),
              new byte[0]);
      case Found.Gone() ->
          throw Problem.of(
                  410,
                  "text_expired",
                  "This document is no longer kept",
                  "documents are deleted after their retention, or were removed")
              .raised();
    };
  }

  private static String name(String key) {
    return key.substring(key.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private static HttpResponse download(String key, Found.Content content) {
    return new HttpResponse(
        200,
        Map.of(
            "content-type",
            "application/octet-stream",
            "content-disposition",
            "attachment; filename=\"" + name(key) + "\"",
            "x-content-type-options",
            "nosniff",
            "content-security-policy",
            "default-src 'none'; sandbox"),
        content.bytes());
  }
}
