package io.quotemark.refresh;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.sources.Provider;
import io.quotemark.refresh.providers.EcbRates;
import io.quotemark.refresh.providers.PriceSource;
import io.quotemark.refresh.providers.Vendors;
import io.quotemark.securities.Securities;
import io.quotemark.storage.prices.RequestBudget;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Who is asked for prices, in that order, each for its exchanges. */
record Sources(List<Source> inOrder) {
  /** One of them, and whose exchanges' prices are asked of it. */
  record Source(Fetcher fetcher, Predicate<String> serves) {}

  Sources {
    inOrder = List.copyOf(inOrder);
  }

  List<Fetcher> of(String exchange) {
    return inOrder.stream()
        .filter(source -> source.serves().test(exchange))
        .map(Source::fetcher)
        .toList();
  }

  boolean serve(String exchange) {
    return inOrder.stream().anyMatch(source -> source.serves().test(exchange));
  }

  static Sources of(
      Config config, Outside outside, DynamoDbClient dynamoDb, Securities master, Clock clock) {
    List<Source> sources = new ArrayList<>();
    if (config.rates().equals("ecb")) {
      PriceSource ecb = new EcbRates(master);
      sources.add(
          new Source(fetcher(ecb, Fetcher.Budget.unlimited(), clock), ListingId.FX::equals));
    }
    for (Provider chosen : config.providers().inOrder()) {
      RequestBudget budget =
          new RequestBudget(
              dynamoDb, config.pricesTable(), chosen.name(), chosen.perDay(), chosen.perMinute());
      PriceSource source =
          Vendors.of(
              chosen.name(), outside.address(chosen.name()), outside.key(chosen.name()), master);
      sources.add(new Source(fetcher(source, Fetcher.Budget.of(budget), clock), chosen::serves));
    }
    return new Sources(sources);
  }

  private static Fetcher fetcher(PriceSource source, Fetcher.Budget budget, Clock clock) {
    return new Fetcher(source, budget, clock, Thread::sleep, new SecureRandom());
  }
}
