package io.quotemark.local.faults;

import java.util.List;
import java.util.Locale;

/**
 * What a million articles cost, in US dollars at list prices of us-east-1, by what the articles of
 * one batch took. All is counted but processor time and the time of a call, which are those of the
 * simulation (docs/scale.md).
 *
 * @param writeUnits of an article, as are the following
 * @param readUnits of the articles table
 * @param priceUnits of the prices table, always on demand
 * @param requests to SQS: S3's own, sent in pieces of 64 KiB, received and deleted
 * @param gigabyteSeconds of both functions
 * @param calls of both functions
 */
record Bill(
    double writeUnits,
    double readUnits,
    double priceUnits,
    double requests,
    double gigabyteSeconds,
    double calls) {
  private static final double WRITE = 0.625;
  private static final double READ = 0.125;
  private static final double WRITE_UNIT_HOUR = 0.00065;
  private static final double READ_UNIT_HOUR = 0.00013;
  private static final double USE = 0.7;
  private static final double REQUEST = 0.40;
  private static final double GET = 0.40;
  private static final double CALL = 0.20;
  private static final double GIGABYTE_SECOND = 13.3334;

  private static final double MEGABYTES_OF_A_PROCESSOR = 1769;
  private static final int PARSE_MEGABYTES = 1024;
  private static final int ENRICH_MEGABYTES = 1536;

  /** Milliseconds of a processor for an article, in either function. */
  private static final double WORK = 10;

  private static final double DYNAMODB_MILLIS = 5;
  private static final double SQS_MILLIS = 10;
  private static final double S3_MILLIS = 20;

  /**
   * @param articles of the batch
   * @param longest calls to DynamoDB that one of them makes, one after the other
   * @param wire what they took
   */
  static Bill of(int articles, int longest, Wire wire) {
    double n = articles;
    List<Call> sends = wire.calls().stream().filter(c -> c.service().equals("sqs")).toList();
    Metered.Units units = wire.units();
    double pieces = sends.size() * Math.ceil(units.sent() / 65_536.0 / sends.size());
    double parse = S3_MILLIS + SQS_MILLIS + n * time(PARSE_MEGABYTES);
    double enrich = longest * DYNAMODB_MILLIS + n * time(ENRICH_MEGABYTES);
    return new Bill(
        units.write().doubleValue() / n,
        units.read().subtract(units.ofPrices()).doubleValue() / n,
        units.ofPrices().doubleValue() / n,
        1 + (pieces + 4) / n,
        (parse * PARSE_MEGABYTES + enrich * ENRICH_MEGABYTES) / 1024 / 1000 / n,
        2 / n);
  }

  /** An article's own processor time, on the share of a processor that so much memory gives. */
  private static double time(int megabytes) {
    return WORK * MEGABYTES_OF_A_PROCESSOR / megabytes;
  }

  double onDemand() {
    return WRITE * writeUnits + READ * (readUnits + priceUnits) + others();
  }

  double provisioned() {
    return hours(writeUnits) * WRITE_UNIT_HOUR
        + hours(readUnits) * READ_UNIT_HOUR
        + READ * priceUnits
        + others();
  }

  private double others() {
    return REQUEST * requests + GET + functions();
  }

  private double functions() {
    return CALL * calls + GIGABYTE_SECOND * gigabyteSeconds;
  }

  private static double hours(double units) {
    return units * 1e6 / 3600 / USE;
  }

  /** The lines of the table in docs/deploy.md, as far as they follow from this. */
  List<String> lines() {
    return List.of(
        String.format(
            Locale.ROOT,
            "| DynamoDB writes | 0.625 × %.0f = %.2f | %.0f million ÷ 3,600 ÷ 0.7 × 0.00065 = %.2f |",
            writeUnits,
            WRITE * writeUnits,
            writeUnits,
            hours(writeUnits) * WRITE_UNIT_HOUR),
        String.format(
            Locale.ROOT,
            "| DynamoDB reads | 0.125 × %.1f = %.2f | %.0f million ÷ 3,600 ÷ 0.7 × 0.00013 = %.2f, and %.1f on demand %.2f |",
            readUnits + priceUnits,
            READ * (readUnits + priceUnits),
            readUnits,
            hours(readUnits) * READ_UNIT_HOUR,
            priceUnits,
            READ * priceUnits),
        String.format(
            Locale.ROOT, "| SQS | 0.40 × %.1f = %.2f | the same |", requests, REQUEST * requests),
        String.format(
            Locale.ROOT,
            "| Lambda | 0.20 × %.1f + 13.33 × %.3f = %.2f | the same |",
            calls,
            gigabyteSeconds,
            functions()),
        String.format(
            Locale.ROOT, "| **total** | **about %.1f** | about %.1f |", onDemand(), provisioned()));
  }
}
