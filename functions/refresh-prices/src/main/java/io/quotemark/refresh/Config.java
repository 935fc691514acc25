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
    @Nullable String listings,
    String articlesQueue,
    String uploadsQueue,
    Prices provider,
    String rates,
    String stack,
    String logLevel) {
  static final String NONE = "none";

  /**
   * Where prices are fetched.
   *
   * @param name which of the closed list, or none
   * @param keyParameter name of its key in the parameter store, null with none
   * @param ssm address of the parameter store, null for the region's own
   */
  record Prices(
      String name,
      @Nullable String keyParameter,
      @Nullable URI ssm,
      int requestsPerDay,
      int requestsPerMinute) {}

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
            in.optional("LISTINGS"),
            in.required("ARTICLES_QUEUE_URL"),
            in.required("UPLOADS_QUEUE_URL"),
            new Prices(
                in.oneOf("PRICE_PROVIDER", NONE, List.of(NONE, "eodhd", "twelvedata")),
                in.optional("PROVIDER_KEY_PARAMETER"),
                in.address("AWS_ENDPOINT_URL_SSM"),
                in.number("PROVIDER_REQUESTS_PER_DAY", 1, 10_000_000),
                in.number("PROVIDER_REQUESTS_PER_MINUTE", 1, 100_000)),
            in.oneOf("RATES", NONE, List.of(NONE, "ecb")),
            in.required("STACK"),
            in.oneOf("LOG_LEVEL", "INFO", List.of("DEBUG", "INFO", "WARN", "ERROR")));
    in.check();
    if (!config.provider().name().equals(NONE) && config.provider().keyParameter() == null) {
      throw new IllegalStateException(
          "refresh-prices is not configured: PRICE_PROVIDER "
              + config.provider().name()
              + " needs PROVIDER_KEY_PARAMETER");
    }
    return config;
  }
}
