package io.quotemark.enrich;

import io.quotemark.market.sources.Providers;
import io.quotemark.runtime.ConfigReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables of enrich-articles, as template.yaml sets them.
 *
 * @param rates whether reference rates are fetched
 */
record Config(
    String region,
    @Nullable URI s3,
    @Nullable URI sqs,
    @Nullable URI dynamoDb,
    String bucket,
    String articlesTable,
    String pricesTable,
    @Nullable String listings,
    String pricesQueue,
    Providers providers,
    boolean rates,
    Duration textRetention,
    boolean keepsVersions,
    String stack,
    String logLevel) {
  /** Whether anybody can be asked for prices. */
  boolean asks() {
    return rates || !providers.isEmpty();
  }

  /**
   * @throws IllegalStateException that names every variable that is missing or wrong
   */
  static Config from(Map<String, String> variables) {
    ConfigReader in = new ConfigReader("enrich-articles", variables);
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
            in.required("PRICES_QUEUE_URL"),
            in.parsed("PRICE_PROVIDERS", Providers.NONE, Providers::parse),
            in.oneOf("RATES", Providers.NONE, List.of(Providers.NONE, "ecb")).equals("ecb"),
            Duration.ofDays(in.number("TEXT_RETENTION_DAYS", 1, 3650)),
            in.oneOf("BUCKET_VERSIONING", "Off", List.of("On", "Off")).equals("On"),
            in.required("STACK"),
            in.oneOf("LOG_LEVEL", "INFO", List.of("DEBUG", "INFO", "WARN", "ERROR")));
    in.check();
    return config;
  }
}
