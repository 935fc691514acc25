package io.quotemark.local.faults;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.quotemark.checking.Checker;
import io.quotemark.claims.ClaimFinder;
import io.quotemark.local.cloud.Stage;
import io.quotemark.market.Judge;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.securities.Securities;
import io.quotemark.storage.AwsClients;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Starts processes of the functions that work off the inbox.
 *
 * @param clients of a region: the place to disturb calls
 * @param clock of the function that writes articles
 * @param others variables that are not as the template's defaults make them
 */
record Functions(
    Stage stage, Function<String, AwsClients> clients, Clock clock, Map<String, String> others) {
  static final String PARSE = "ParseUploads";
  static final String ENRICH = "EnrichArticles";
  static final String REFRESH = "RefreshPrices";

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
      default -> new io.quotemark.refresh.Handler(environment);
    };
  }
}
