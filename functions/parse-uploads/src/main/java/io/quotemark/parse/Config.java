package io.quotemark.parse;

import io.quotemark.reading.GeneratedSources;
import io.quotemark.runtime.ConfigReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of parse-uploads, as template.yaml sets them. */
record Config(
    String region,
    @Nullable URI s3,
    @Nullable URI sqs,
    String bucket,
    String articlesQueue,
    @Nullable String archiveQueue,
    @Nullable String archiveArticlesQueue,
    GeneratedSources generatedSources,
    String stack,
    String logLevel) {
  /**
   * @throws IllegalStateException that names every variable that is missing or wrong
   */
  static Config from(Map<String, String> variables) {
    ConfigReader in = new ConfigReader("parse-uploads", variables);
    Config config =
        new Config(
            in.required("AWS_REGION"),
            in.address("AWS_ENDPOINT_URL_S3"),
            in.address("AWS_ENDPOINT_URL_SQS"),
            in.required("BUCKET"),
            in.required("ARTICLES_QUEUE_URL"),
            in.optional("ARCHIVE_QUEUE_URL"),
            in.optional("ARCHIVE_ARTICLES_QUEUE_URL"),
            GeneratedSources.of(in.optional("GENERATED_SOURCES")),
            in.required("STACK"),
            in.oneOf("LOG_LEVEL", "INFO", List.of("DEBUG", "INFO", "WARN", "ERROR")));
    in.check();
    return config;
  }
}
