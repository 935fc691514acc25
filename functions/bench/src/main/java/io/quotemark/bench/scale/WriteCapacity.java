package io.quotemark.bench.scale;

/**
 * Write capacity of the table of articles, as DynamoDB documents it: on demand, twice the highest
 * load so far, at least {@code least}; provisioned, what stands there, up to 300 seconds of it kept
 * for bursts, scaled each minute towards 70 % use after two minutes above, and down after fifteen
 * far below. One partition takes 1,000 units a second in either mode; every list is one partition.
 */
final class WriteCapacity {
  private static final double OF_A_PARTITION = 1000;
  private static final double AIM = 0.7;
  private static final double FAR_BELOW = 0.5;
  private static final int MINUTES_ABOVE = 2;
  private static final int MINUTES_BELOW = 15;
  private static final double SECONDS_KEPT = 300;
  private static final double SECOND = Timeline.SECOND;

  private final Timeline timeline;
  private final Settings.Table settings;
  private final Bucket table;
  private final Bucket listOfAll = new Bucket(OF_A_PARTITION, 1);
  private final Bucket listOfTheHotIssuer = new Bucket(OF_A_PARTITION, 1);

  private double ofThisMinute;
  private double peak;
  private int above;
  private int below;
  private double provisionedUnitSeconds;
  private double units;
  private long throttled;
  private double busiestList;
  private double ofTheListThisMinute;
  private double limit = Double.POSITIVE_INFINITY;
  private double busiest;

  WriteCapacity(Timeline timeline, Settings.Table settings) {
    this.timeline = timeline;
    this.settings = settings;
    this.table = new Bucket(settings.least(), settings.onDemand() ? 1 : SECONDS_KEPT);
    timeline.every(Timeline.MINUTE, this::scale);
  }

  /** Writes an article, unless DynamoDB has to throttle it. */
  boolean write(Message message) {
    if (!table.holds(settings.units())
        || !listOfAll.holds(1)
        || message.ofTheHotIssuer && !listOfTheHotIssuer.holds(1)) {
      throttled++;
      return false;
    }
    table.take(settings.units());
    listOfAll.take(1);
    if (message.ofTheHotIssuer) {
      listOfTheHotIssuer.take(1);
    }
    units += settings.units();
    ofThisMinute += settings.units();
    ofTheListThisMinute++;
    return true;
  }

  /** From now on no more than so many units a second, until it is lifted by infinity. */
  void limit(double unitsASecond) {
    limit = unitsASecond;
    table.rate = Math.min(table.rate, limit);
    table.level = Math.min(table.level, table.rate);
  }

  private void scale() {
    double rate = ofThisMinute / 60;
    provisionedUnitSeconds += table.rate * 60;
    busiest = Math.max(busiest, rate / table.rate);
    busiestList = Math.max(busiestList, ofTheListThisMinute / 60 / OF_A_PARTITION);
    ofThisMinute = 0;
    ofTheListThisMinute = 0;
    if (settings.onDemand()) {
      peak = Math.max(peak, rate);
      provide(2 * peak);
      return;
    }
    if (table.rate < settings.least() && limit >= settings.least()) {
      provide(settings.least());
    }
    above = rate > AIM * table.rate ? above + 1 : 0;
    below = rate < FAR_BELOW * table.rate ? below + 1 : 0;
    if (above >= MINUTES_ABOVE || below >= MINUTES_BELOW) {
      provide(rate / AIM);
      above = 0;
      below = 0;
    }
  }

  private void provide(double wanted) {
    table.rate = Math.min(limit, Math.min(settings.most(), Math.max(settings.least(), wanted)));
  }

  /** The busiest minute, as a share of what the table took then; above 1 where it had kept some. */
  double busiest() {
    return busiest;
  }

  /** Units a second that may be written now. */
  double rate() {
    return table.rate;
  }

  double units() {
    return units;
  }

  /** Hours of one provisioned unit; nobody pays for them on demand. */
  double provisionedUnitHours() {
    return provisionedUnitSeconds / 3600;
  }

  long throttled() {
    return throttled;
  }

  /** The busiest minute of the list of all articles, as a share of what a partition takes. */
  double busiestList() {
    return busiestList;
  }

  private final class Bucket {
    private final double secondsKept;
    private double rate;
    private double level;
    private long filled;

    Bucket(double rate, double secondsKept) {
      this.rate = rate;
      this.secondsKept = secondsKept;
      this.level = rate * secondsKept;
    }

    boolean holds(double wanted) {
      long now = timeline.now();
      level = Math.min(rate * secondsKept, level + rate * (now - filled) / SECOND);
      filled = now;
      return level >= wanted;
    }

    void take(double taken) {
      level -= taken;
    }
  }
}
