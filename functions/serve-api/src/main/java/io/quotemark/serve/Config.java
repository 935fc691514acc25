package io.quotemark.serve;

import io.quotemark.market.sources.Providers;
import io.quotemark.reading.GeneratedSources;
import io.quotemark.runtime.ConfigReader;
import io.quotemark.runtime.web.FetchHosts;
import io.quotemark.serve.claims.EmbedOrigins;
import io.quotemark.serve.login.LoginConfig;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables of serve-api, as template.yaml sets them.
 *
 * @param login null where the gateway lets nobody in without IAM or a JWT
 */
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
    @Nullable LoginConfig login,
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
            login(in),
            in.required("STACK"),
            in.oneOf("LOG_LEVEL", "INFO", List.of("DEBUG", "INFO", "WARN", "ERROR")));
    in.check();
    return config;
  }

  /** The mode has to be set: what nobody asks at the gateway is asked here. */
  private static @Nullable LoginConfig login(ConfigReader in) {
    in.required("AUTH_MODE");
    String mode = in.oneOf("AUTH_MODE", "IAM", List.of("IAM", "JWT", "Login"));
    return mode.equals("Login") ? LoginConfig.from(in) : null;
  }

  /** As for whoever may neither read a text nor hand in a price file. */
  Config withoutTexts() {
    return new Config(
        region,
        s3,
        dynamoDb,
        bucket,
        articlesTable,
        pricesTable,
        listings,
        false,
        false,
        FetchHosts.NONE,
        embedOrigins,
        providers,
        rates,
        generatedSources,
        login,
        stack,
        logLevel);
  }
}
