package io.quotemark.serve;

import io.quotemark.market.sources.Providers;
import io.quotemark.reading.GeneratedSources;
import io.quotemark.runtime.ConfigReader;
import io.quotemark.runtime.web.FetchHosts;
import io.quotemark.serve.claims.EmbedOrigins;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of serve-api, as template.yaml sets them. */
record Config(
    String region,
    @Nullable URI s3,
    @Nullable URI dynamoDb,
    String bucket,
    String articlesTable,
    String pricesTable,
    @Nullable String listings,
    boolean textRoutes,
    boolean priceUploads,
    FetchHosts fetchHosts,
    EmbedOrigins embedOrigins,
    Providers providers,
    boolean rates,
    GeneratedSources generatedSources,
    String stack,
    String logLevel) {
  /**
   * @throws IllegalStateException that names every variable that is missing or wrong
   */
  static Config from(Map<String, String> variables) {
    ConfigReader in = new ConfigReader("serve-api", variables);
    Config config =
        new Config(
            in.required("AWS_REGION"),
            in.address("AWS_ENDPOINT_URL_S3"),
            in.address("AWS_ENDPOINT_URL_DYNAMODB"),
            in.required("BUCKET"),
            in.required("ARTICLES_TABLE"),
            in.required("PRICES_TABLE"),
            in.optional("LISTINGS"),
            in.oneOf("TEXT_ROUTES", "off", List.of("on", "off")).equals("on"),
            in.oneOf("PRICE_UPLOADS", "off", List.of("on", "off")).equals("on"),
            in.parsed("FETCH_HOSTS", "", FetchHosts::parse),
            in.parsed("EMBED_ORIGINS", "", EmbedOrigins::parse),
            in.parsed("PRICE_PROVIDERS", Providers.NONE, Providers::parse),
            in.oneOf("RATES", "none", List.of("none", "ecb")).equals("ecb"),
            GeneratedSources.of(in.optional("GENERATED_SOURCES")),
            in.required("STACK"),
            in.oneOf("LOG_LEVEL", "INFO", List.of("DEBUG", "INFO", "WARN", "ERROR")));
    in.check();
    return config;
  }
}
