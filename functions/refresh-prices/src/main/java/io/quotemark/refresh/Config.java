package io.quotemark.refresh;

import io.quotemark.market.sources.Providers;
import io.quotemark.runtime.ConfigReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables of refresh-prices, as template.yaml sets them.
 *
 * @param providers who is asked for prices, in that order
 * @param keyPath path of the keys in the parameter store, to which a provider's name is added
 * @param ssm address of the parameter store, null for the region's own
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
    String articlesQueue,
    String uploadsQueue,
    Providers providers,
    @Nullable String keyPath,
    @Nullable URI ssm,
    String rates,
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
            in.optional("LISTINGS"),
            in.required("ARTICLES_QUEUE_URL"),
            in.required("UPLOADS_QUEUE_URL"),
            in.parsed("PRICE_PROVIDERS", Providers.NONE, Providers::parse),
            in.optional("PROVIDER_KEYS"),
            in.address("AWS_ENDPOINT_URL_SSM"),
            in.oneOf("RATES", Providers.NONE, List.of(Providers.NONE, "ecb")),
            in.required("STACK"),
            in.oneOf("LOG_LEVEL", "INFO", List.of("DEBUG", "INFO", "WARN", "ERROR")));
    in.check();
    return config;
  }
}
