package io.quotemark.market.context;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.ListingContext.Abnormal;
import io.quotemark.domain.price.ListingContext.MarketModel;
import org.jspecify.annotations.Nullable;

/**
 * Beta and abnormal return by the market model (MacKinlay, "Event Studies in Economics and
 * Finance", 1997): ordinary least squares of the listing's log returns on the index's over the 120
 * returns that end 11 sessions before the event day. The abnormal return is what the event day's
 * log return exceeds the model's by; its t-value is that over the standard error of the regression.
 */
final class MarketModels {
  static final int RETURNS = 120;
  static final int SESSIONS_BEFORE_EVENT = 11;

  private final History listing;
  private final ListingId indexId;
  private final History index;

  MarketModels(History listing, ListingId indexId, History index) {
    this.listing = listing;
    this.indexId = indexId;
    this.index = index;
  }

  /**
   * @param previous bar of the session before the event day
   * @param event bar of the event day, or −1 where it was not over at publication
   */
  @Nullable MarketModel of(int previous, int event) {
    int last = previous + 1 - SESSIONS_BEFORE_EVENT;
    int first = last - RETURNS + 1;
    if (first < 1 || !listing.unbroken(first - 1, previous)) {
      return null;
    }
    double[] own = new double[RETURNS];
    double[] market = new double[RETURNS];
    for (int i = 0; i < RETURNS; i++) {
      own[i] = listing.logReturn(first + i);
      market[i] = indexReturn(first + i);
      if (Double.isNaN(market[i])) {
        return null;
      }
    }
    Line line = Line.through(market, own);
    @Nullable Abnormal before = abnormal(line, previous);
    @Nullable Abnormal onEvent = event < 0 ? null : abnormal(line, event);
    return new MarketModel(
        indexId,
        History.rounded(line.slope),
        onEvent == null ? null : onEvent.value(),
        onEvent == null ? null : onEvent.tValue(),
        listing.session(first - 1),
        listing.session(last),
        onEvent == null ? null : onEvent.session(),
        before);
  }

  private @Nullable Abnormal abnormal(Line line, int at) {
    double market = indexReturn(at);
    if (Double.isNaN(market) || line.error == 0) {
      return null;
    }
    double abnormal = listing.logReturn(at) - line.intercept - line.slope * market;
    return new Abnormal(
        listing.session(at),
        History.rounded(100 * abnormal),
        History.rounded(abnormal / line.error));
  }

  /** The index's log return between the same two sessions; NaN where it lacks one of them. */
  private double indexReturn(int at) {
    int from = index.at(listing.session(at - 1));
    int to = index.at(listing.session(at));
    return from < 0 || to < 0
        ? Double.NaN
        : Math.log(index.closeValue(to) / index.closeValue(from));
  }

  /**
   * @param error standard error of the regression, n − 2 degrees of freedom
   */
  private record Line(double slope, double intercept, double error) {
    static Line through(double[] x, double[] y) {
      int n = x.length;
      double meanX = 0;
      double meanY = 0;
      for (int i = 0; i < n; i++) {
        meanX += x[i] / n;
        meanY += y[i] / n;
      }
      double xx = 0;
      double xy = 0;
      for (int i = 0; i < n; i++) {
        xx += (x[i] - meanX) * (x[i] - meanX);
        xy += (x[i] - meanX) * (y[i] - meanY);
      }
      double slope = xx == 0 ? 0 : xy / xx;
      double intercept = meanY - slope * meanX;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        squares += Math.pow(y[i] - intercept - slope * x[i], 2);
      }
      return new Line(slope, intercept, Math.sqrt(squares / (n - 2)));
    }
  }
}
