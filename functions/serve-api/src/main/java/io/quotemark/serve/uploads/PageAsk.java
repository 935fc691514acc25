package io.quotemark.serve.uploads;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.messages.PageRequest;
import io.quotemark.runtime.web.FetchHosts;
import io.quotemark.runtime.web.WebAddress;
import io.quotemark.serve.http.Problem;
import io.quotemark.storage.Inbox;
import io.quotemark.storage.articles.UploadRecord;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A body of {@code POST /v1/articles} that names a page in place of a document. This function asks
 * nobody: it puts a request into the bucket, which fetch-feeds is notified of.
 */
final class PageAsk {
  /** An object with one address is no longer. */
  private static final int MOST_BYTES = 8_000;

  private static final Set<String> MEMBERS = Set.of("url");

  private final Inbox inbox;
  private final FetchHosts hosts;

  PageAsk(Inbox inbox, FetchHosts hosts) {
    this.inbox = inbox;
    this.hosts = hosts;
  }

  /** The address that the body names, null where it is a document. */
  static @Nullable String url(HttpRequest request) {
    String type = request.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    byte[] body = request.body();
    if (!type.startsWith("application/json") || body.length > MOST_BYTES) {
      return null;
    }
    try {
      Node object = Json.read(body);
      return object.isObject() && object.members().keySet().equals(MEMBERS)
          ? object.at("url").textOrNull()
          : null;
    } catch (Json.Malformed document) {
      return null; // the reader of documents says what is wrong with it
    }
  }

  /**
   * Asks for the page.
   *
   * @param hints metadata of the upload that it becomes
   * @return key of that upload
   */
  String submit(String url, Map<String, String> hints) {
    if (hosts.isEmpty()) {
      throw Problem.of(
              403,
              "fetch_off",
              "Pages are not fetched here",
              "the operator has named no host in FetchHosts; hand in the page itself")
          .raised();
    }
    URI address =
        switch (WebAddress.check(url)) {
          case WebAddress.Checked.Good(URI good) -> good;
          case WebAddress.Checked.Bad(String reason) ->
              throw Problem.of(400, "bad_url", "The url is not asked for", reason).raised();
        };
    if (!hosts.hold(address)) {
      throw Problem.of(
              403,
              "host_not_allowed",
              "Pages of this host are not fetched here",
              "the operator allows " + String.join(", ", hosts.names()))
          .raised();
    }
    PageRequest asked = new PageRequest(address.toString(), new TreeMap<>(hints));
    byte[] json = asked.toJson();
    String name = UploadRecord.digest(address + " " + new TreeMap<>(hints));
    inbox.replace(
        new Inbox.Entry(PageRequest.FOLDER + name + ".json", "application/json", Map.of()), json);
    return Inbox.fetched(address);
  }
}
