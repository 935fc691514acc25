package io.quotemark.refresh;

import io.quotemark.domain.ListingId;
import io.quotemark.domain.Securities;
import io.quotemark.refresh.providers.EcbRates;
import io.quotemark.refresh.providers.Eodhd;
import io.quotemark.refresh.providers.ParameterStore;
import io.quotemark.refresh.providers.PriceProvider;
import io.quotemark.refresh.providers.TwelveData;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.prices.RequestBudget;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Where the prices of each exchange are fetched, as the configuration says. */
final class Sources {
  private Sources() {}

  /** Exchange, or {@link Refresh#ANY}, to its source. */
  static Map<String, Fetcher> of(
      Config config, AwsClients clients, DynamoDbClient dynamoDb, Securities master, Clock clock) {
    Map<String, Fetcher> sources = new HashMap<>();
    if (config.rates().equals("ecb")) {
      sources.put(
          ListingId.FX,
          new Fetcher(
              new EcbRates(master),
              Fetcher.Budget.unlimited(),
              clock,
              Thread::sleep,
              new SecureRandom()));
    }
    Config.Prices prices = config.provider();
    if (!prices.name().equals(Config.NONE)) {
      Supplier<String> key =
          new ParameterStore(
              prices.ssm() == null ? clients.address("ssm") : prices.ssm(),
              config.region(),
              Objects.requireNonNull(prices.keyParameter()),
              clients.credentials(prices.ssm()),
              clients.http(),
              clock);
      PriceProvider provider =
          switch (prices.name()) {
            case "eodhd" -> new Eodhd(key, master);
            case "twelvedata" -> new TwelveData(key, master);
            default -> throw new IllegalStateException("no provider " + prices.name());
          };
      RequestBudget budget =
          new RequestBudget(
              dynamoDb,
              config.pricesTable(),
              prices.name(),
              prices.requestsPerDay(),
              prices.requestsPerMinute());
      sources.put(
          Refresh.ANY,
          new Fetcher(
              provider, Fetcher.Budget.of(budget), clock, Thread::sleep, new SecureRandom()));
    }
    return sources;
  }
}
