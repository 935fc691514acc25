package io.quotemark.bench.scale;

/**
 * What a run rests on: numbers of template.yaml, measurements, and what AWS says of its services.
 * Times are microseconds, capacity is DynamoDB's units a second.
 */
record Settings(
    Queue uploads, Queue articles, Worker parse, Worker enrich, Table table, Archive archive) {

  /**
   * @param visibility how long a received message stays invisible
   * @param receives how often a message is handed out before it is a dead letter
   */
  record Queue(long visibility, int receives) {}

  /**
   * A function behind a queue.
   *
   * @param batch the most messages of a call
   * @param window how long a call waits for a batch to fill
   * @param concurrency calls at once
   * @param megabytes its memory, which also gives its share of a processor
   * @param work processor time for a message, on a whole processor
   * @param waits time in which a message waits for other services, beside others of its call
   * @param coldWork processor time of a first call, beside its messages
   */
  record Worker(
      int batch,
      long window,
      int concurrency,
      int megabytes,
      long work,
      long waits,
      long coldWork) {
    /** One processor for each 1,769 MB, as AWS documents. */
    private static final double MEGABYTES_OF_A_PROCESSOR = 1769;

    /** Time that processor work takes on this function's share of a processor. */
    long time(long processorTime) {
      double share = Math.min(1, megabytes / MEGABYTES_OF_A_PROCESSOR);
      return Math.round(processorTime / share);
    }

    Worker withConcurrency(int calls) {
      return new Worker(batch, window, calls, megabytes, work, waits, coldWork);
    }
  }

  /**
   * The table of articles.
   *
   * @param onDemand whether capacity follows the load by itself, else it is provisioned and scaled
   * @param least units a second at the beginning, and what scaling never goes below
   * @param most what scaling, or a quota, never goes above
   * @param units write units of an article
   */
  record Table(boolean onDemand, double least, double most, int units) {}

  /**
   * Queue and calls of archived articles; without any they share those of the news.
   *
   * @param concurrency calls at once of each of the two functions
   */
  record Archive(boolean apart, int concurrency) {}

  Settings withTable(Table other) {
    return new Settings(uploads, articles, parse, enrich, other, archive);
  }

  Settings withWorkers(int parseCalls, int enrichCalls) {
    return new Settings(
        uploads,
        articles,
        parse.withConcurrency(parseCalls),
        enrich.withConcurrency(enrichCalls),
        table,
        archive);
  }

  Settings withArchive(Archive other) {
    return new Settings(uploads, articles, parse, enrich, table, other);
  }
}
