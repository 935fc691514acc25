package io.quotemark.refresh;

import io.quotemark.runtime.ConfigReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of refresh-prices, as template.yaml sets them. */
record Config(
    String region,
    @Nullable URI s3,
    @Nullable URI sqs,
    @Nullable URI dynamoDb,
    String bucket,
    String articlesTable,
    String pricesTable,
    String articlesQueue,
    String uploadsQueue,
    String stack,
    String logLevel) {
  /**
   * @throws IllegalStateException that names every variable that is missing or wrong
   */
  static Config from(Map<String, String> variables) {
    ConfigReader in = new ConfigReader("refresh-prices", variables);
    Config config =
        new Config(
            in.required("AWS_REGION"),
            in.address("AWS_ENDPOINT_URL_S3"),
            in.address("AWS_ENDPOINT_URL_SQS"),
            in.address("AWS_ENDPOINT_URL_DYNAMODB"),
            in.required("BUCKET"),
            in.required("ARTICLES_TABLE"),
            in.required("PRICES_TABLE"),
            in.required("ARTICLES_QUEUE_URL"),
            in.required("UPLOADS_QUEUE_URL"),
            in.required("STACK"),
            in.oneOf("LOG_LEVEL", "INFO", List.of("DEBUG", "INFO", "WARN", "ERROR")));
    in.check();
    return config;
  }
}
