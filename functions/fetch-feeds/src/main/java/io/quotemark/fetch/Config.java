package io.quotemark.fetch;

import io.quotemark.runtime.ConfigReader;
import io.quotemark.runtime.web.FetchHosts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The variables of fetch-feeds, as template.yaml sets them.
 *
 * @param feeds key of the list of feeds, null where none is fetched
 * @param hosts whose pages callers may have fetched
 * @param contact who is told about when a publisher has a question, empty for nobody
 */
record Config(
    String region,
    @Nullable URI s3,
    @Nullable URI sqs,
    String bucket,
    String articlesQueue,
    @Nullable String feeds,
    FetchHosts hosts,
    String contact,
    String stack,
    String logLevel) {
  /**
   * @throws IllegalStateException that names every variable that is missing or wrong
   */
  static Config from(Map<String, String> variables) {
    ConfigReader in = new ConfigReader("fetch-feeds", variables);
    Config config =
        new Config(
            in.required("AWS_REGION"),
            in.address("AWS_ENDPOINT_URL_S3"),
            in.address("AWS_ENDPOINT_URL_SQS"),
            in.required("BUCKET"),
            in.required("ARTICLES_QUEUE_URL"),
            in.optional("FEEDS"),
            in.parsed("FETCH_HOSTS", "", FetchHosts::parse),
            Objects.requireNonNullElse(in.optional("FETCH_CONTACT"), ""),
            in.required("STACK"),
            in.oneOf("LOG_LEVEL", "INFO", List.of("DEBUG", "INFO", "WARN", "ERROR")));
    in.check();
    return config;
  }

  /** What requests say of who asks. */
  String agent() {
    return contact.isEmpty() ? "Quotemark" : "Quotemark (+" + contact + ")";
  }
}
