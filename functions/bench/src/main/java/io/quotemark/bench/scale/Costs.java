package io.quotemark.bench.scale;

/**
 * What a run costs by list prices of us-east-1, in US dollars. The prices are those of the table in
 * docs/deploy.md, without the uploader's own requests, storage and logs.
 *
 * @param writes DynamoDB's writes, or its provisioned units
 * @param reads DynamoDB's reads, on demand
 */
record Costs(double writes, double reads, double queues, double objects, double functions) {
  private static final double MILLION = 1e6;
  private static final double WRITE = 0.625;
  private static final double WRITE_UNIT_HOUR = 0.00065;
  private static final double READ = 0.125;

  /** Read units of an article, and of the rates that those of a call read together. */
  private static final double READ_UNITS = 3;

  private static final double READ_UNITS_OF_A_CALL = 3;
  private static final double REQUEST = 0.40;
  private static final double GET = 0.40;
  private static final double CALL = 0.20;
  private static final double GIGABYTE_SECOND = 13.3334;

  static Costs of(Stack stack, boolean onDemand) {
    double requests = 0;
    double calls = 0;
    double rates = 0;
    double gigabyteSeconds = 0;
    for (Stack.Lane lane : stack.lanes()) {
      // what a call of parse-uploads sends goes in one request
      requests += lane.uploads.requests() + lane.parse.worked() + lane.articles.requests();
      rates += lane.enrich.worked();
      calls += lane.parse.invocations() + lane.enrich.invocations();
      gigabyteSeconds += lane.parse.gigabyteSeconds() + lane.enrich.gigabyteSeconds();
    }
    double writes =
        onDemand
            ? stack.table().units() / MILLION * WRITE
            : stack.table().provisionedUnitHours() * WRITE_UNIT_HOUR;
    return new Costs(
        writes,
        (stack.done() * READ_UNITS + rates * READ_UNITS_OF_A_CALL) / MILLION * READ,
        requests / MILLION * REQUEST,
        stack.uploaded() / MILLION * GET,
        calls / MILLION * CALL + gigabyteSeconds / MILLION * GIGABYTE_SECOND);
  }

  double total() {
    return writes + reads + queues + objects + functions;
  }
}
