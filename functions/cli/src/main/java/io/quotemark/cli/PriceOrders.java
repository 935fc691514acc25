package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.storage.prices.RunBook;
import java.util.Optional;
import java.util.UUID;

/** Orders to refresh-prices, the only writer of prices, and what became of them. */
final class PriceOrders {
  private final Deployment deployment;
  private final Drop drop;
  private final RunBook book;

  PriceOrders(Deployment deployment, Drop drop) {
    this.deployment = deployment;
    this.drop = drop;
    this.book = new RunBook(deployment.dynamoDb(), deployment.table("PricesTable"));
  }

  /**
   * Sends an order and waits for its end.
   *
   * @param members of the order's JSON beside its name
   * @throws Exit.Failure where it is not done and nothing has moved for twelve minutes
   */
  RunBook.Ended done(String members) {
    String run = UUID.randomUUID().toString();
    String order = "{\"run\":\"%s\",%s}".formatted(run, members);
    deployment
        .sqs()
        .sendMessage(r -> r.queueUrl(deployment.queue("PricesQueue")).messageBody(order));
    // a run that moves nothing else may take its function's whole time
    Drop.Look<RunBook.Ended> look = () -> book.latest("orders").filter(e -> e.run().equals(run));
    Optional<RunBook.Ended> ended = drop.until(look);
    return ended
        .or(() -> drop.until(look))
        .orElseThrow(() ->
            new Exit.Failure(Exit.FAILED_INPUT, "Queued, but not done yet. " + drop.standstill()));
  }

  /** One line for the person at the terminal. */
  static String words(RunBook.Ended ended) {
    StringBuilder words = new StringBuilder();
    words.append(ended.fetched()).append(" fetched, ");
    words.append(ended.covered()).append(" current, ");
    words.append(ended.refused()).append(" not to be had");
    if (ended.left() > 0) {
      words.append(", ").append(ended.left()).append(" left");
    }
    if (!ended.why().isEmpty()) {
      words.append(": ").append(ended.why());
    }
    return words.toString();
  }
}
