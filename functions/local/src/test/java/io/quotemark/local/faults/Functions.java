package io.quotemark.local.faults;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.checking.Checker;
import io.quotemark.claims.ClaimFinder;
import io.quotemark.local.cloud.Stage;
import io.quotemark.market.Judge;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.publish.webhook.Secrets;
import io.quotemark.refresh.Outside;
import io.quotemark.securities.Securities;
import io.quotemark.storage.AwsClients;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Starts processes of the functions that process the inbox and the prices.
 *
 * @param clients of a region: the place to disturb calls
 * @param clock of the functions that write articles and prices
 * @param others variables that are not as the template's defaults make them
 * @param outside the price providers
 */
record Functions(
    Stage stage,
    Function<String, AwsClients> clients,
    Clock clock,
    Map<String, String> others,
    Outside outside) {
  static final String PARSE = "ParseUploads";
  static final String ENRICH = "EnrichArticles";
  static final String REFRESH = "RefreshPrices";
  static final String PUBLISH = "PublishChanges";

  /** Signs what a webhook is posted; a receiver checks it. */
  static final String SECRET = "whsec_cXVvdGVtYXJrIHRlc3RzIHVzZSB0aGlzIHNlY3JldCE=";

  /** The same in every process, and slow to load. */
  private static final Securities SECURITIES = MasterFile.load();

  private static final ClaimFinder FINDER = new ClaimFinder(SECURITIES);
  private static final Judge JUDGE = new Judge(Calendars.load(), SECURITIES);

  RequestStreamHandler start(String function) {
    Map<String, String> environment = new TreeMap<>(stage.environment(function));
    environment.put("LOG_LEVEL", "ERROR");
    environment.putAll(others);
    return switch (function) {
      case PARSE -> new io.quotemark.parse.Handler(environment, clients);
      case ENRICH ->
          new io.quotemark.enrich.Handler(
              environment,
              clients,
              clock,
              (listings, bucket, prices, log) -> new Checker(FINDER, JUDGE, prices));
      case PUBLISH ->
          new io.quotemark.publish.Handler(environment, clients, clock, () -> Secrets.read(SECRET));
      default -> new io.quotemark.refresh.Handler(environment, clients, clock, outside);
    };
  }
}
