package io.quotemark.serve.articles;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.sentences.Sentences;
import io.quotemark.serve.chart.Proof;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the chart of a claim: from some sessions before the first deciding price to twenty after
 * publication.
 */
final class Proofs {
  private static final int BEFORE = 15;
  private static final int AFTER = 20;

  private final CheckedClaim checked;
  private final PriceSeries series;
  private final @Nullable PublicationTime published;
  private final TradingCalendar calendar;
  private final LocalDate session;
  private final Function<BigDecimal, String> money;

  private Proofs(
      CheckedClaim checked,
      PriceSeries series,
      @Nullable PublicationTime published,
      TradingCalendar calendar,
      LocalDate session) {
    this.checked = checked;
    this.series = series;
    this.published = published;
    this.calendar = calendar;
    this.session = session;
    Verdict.Evidence evidence = checked.verdict().evidence();
    String currency = evidence == null ? null : evidence.currency();
    Sentences sentences = Spoken.sentences();
    this.money = amount -> sentences.price(checked.claim(), currency, amount);
  }

  /** Days that decided, of a claim that can be drawn; none else. */
  static NavigableSet<LocalDate> days(CheckedClaim checked) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    LocalDate session = session(checked);
    if (session != null) {
      days.add(session);
      new ProofPoints(checked, session, day -> 1).all().forEach(point -> days.add(point.day()));
    }
    return days;
  }

  static Optional<Proof> of(
      CheckedClaim checked,
      PriceSeries series,
      String name,
      @Nullable PublicationTime published,
      TradingCalendar calendar) {
    LocalDate session = session(checked);
    return session == null
        ? Optional.empty()
        : new Proofs(checked, series, published, calendar, session).proof(name);
  }

  /** The session a claim is of; null where it is of none, or where prices are not its matter. */
  private static @Nullable LocalDate session(CheckedClaim checked) {
    ClaimKind kind = checked.claim().kind();
    Verdict.Evidence evidence = checked.verdict().evidence();
    if (kind == ClaimKind.LISTING_TAG || kind == ClaimKind.SESSION_DATE || evidence == null) {
      return null;
    }
    Verdict.Basis basis = checked.verdict().basis();
    if (basis != null && basis.session() != null) {
      return basis.session();
    }
    return evidence.bars().isEmpty() ? null : evidence.bars().getLast().session();
  }

  private Optional<Proof> proof(String name) {
    ProofPoints deciding = new ProofPoints(checked, session, this::factor);
    List<Proof.Point> points = deciding.all();
    LocalDate first =
        points.stream().map(Proof.Point::day).min(LocalDate::compareTo).orElse(session);
    LocalDate until =
        published != null && published.date().isAfter(session) ? published.date() : session;
    List<Bar> bars = series.bars();
    int from = position(bars, first);
    int to = position(bars, until);
    if (to < 0) {
      return Optional.empty();
    }
    int lead = Math.max(BEFORE, (to - from) / 20);
    List<Bar> shown = bars.subList(Math.max(0, from - lead), Math.min(bars.size(), to + AFTER + 1));
    List<Proof.Session> sessions = shown.stream().map(this::session).toList();
    return Optional.of(
        new Proof(
            name + (series.sample() ? ", sample data" : ""),
            description(shown, points),
            sessions,
            deciding.band(money),
            points.stream().map(p -> new Proof.Point(p.day(), p.price(), labelled(p))).toList(),
            published(shown),
            splits(shown),
            money,
            Words.colour(checked.verdict().outcome())));
  }

  private static int position(List<Bar> bars, LocalDate day) {
    int at = -1;
    for (int i = 0; i < bars.size() && !bars.get(i).session().isAfter(day); i++) {
      at = i;
    }
    return at;
  }

  /** The last word of a point is its price: {@code closed 380p}. */
  private String labelled(Proof.Point point) {
    String price =
        money.apply(new BigDecimal(point.price(), MathContext.DECIMAL32).stripTrailingZeros());
    return point.label().isEmpty() ? price : point.label() + " " + price;
  }

  private Proof.Session session(Bar bar) {
    double by = factor(bar.session());
    return new Proof.Session(
        bar.session(),
        bar.open().doubleValue() * by,
        bar.high().doubleValue() * by,
        bar.low().doubleValue() * by,
        bar.close().doubleValue() * by,
        bar.volume() == null ? 0 : bar.volume() / by,
        isLater(bar.session()),
        List.of(
            shown(bar, PriceField.OPEN, bar.open()),
            shown(bar, PriceField.HIGH, bar.high()),
            shown(bar, PriceField.LOW, bar.low()),
            bar.close().toPlainString()));
  }

  private static String shown(Bar bar, PriceField field, BigDecimal price) {
    return bar.has(field) ? price.toPlainString() : "";
  }

  /** What a price of that day is multiplied by to be one in shares of the claim's session. */
  private double factor(LocalDate day) {
    double factor = 1;
    for (PriceSeries.Split split : series.splits()) {
      LocalDate first = split.firstSession();
      if (day.isBefore(first) && !session.isBefore(first)) {
        factor /= split.ratio().doubleValue();
      } else if (!day.isBefore(first) && session.isBefore(first)) {
        factor *= split.ratio().doubleValue();
      }
    }
    return factor;
  }

  private boolean isLater(LocalDate day) {
    if (published == null) {
      return false;
    }
    Instant moment = published.instant();
    return (moment == null || !calendar.isSession(day))
        ? day.isAfter(published.date())
        : calendar.open(day).isAfter(moment);
  }

  /** Between two sessions, or on the one during which it appeared. */
  private @Nullable Double published(List<Bar> shown) {
    if (published == null) {
      return null;
    }
    int last = -1;
    while (last + 1 < shown.size() && !isLater(shown.get(last + 1).session())) {
      last++;
    }
    if (last < 0) {
      return null;
    }
    LocalDate day = shown.get(last).session();
    Instant moment = published.instant();
    boolean during =
        moment != null && calendar.isSession(day) && calendar.close(day).isAfter(moment);
    return during ? Double.valueOf(last) : Double.valueOf(last + 0.5);
  }

  private List<Proof.Split> splits(List<Bar> shown) {
    List<Proof.Split> out = new ArrayList<>();
    for (PriceSeries.Split split : series.splits()) {
      LocalDate first = split.firstSession();
      if (first.isAfter(shown.getFirst().session()) && !first.isAfter(shown.getLast().session())) {
        BigDecimal ratio = split.ratio().stripTrailingZeros();
        boolean more = ratio.compareTo(BigDecimal.ONE) >= 0;
        BigDecimal old = BigDecimal.ONE.divide(ratio, MathContext.DECIMAL32).stripTrailingZeros();
        out.add(
            new Proof.Split(
                first,
                more
                    ? "split " + ratio.toPlainString() + " for 1"
                    : "1 share for " + old.toPlainString()));
      }
    }
    return out;
  }

  private String description(List<Bar> shown, List<Proof.Point> points) {
    Sentences sentences = Spoken.sentences();
    StringBuilder out =
        new StringBuilder("Prices of ")
            .append(shown.size())
            .append(" trading days from ")
            .append(sentences.day(shown.getFirst().session()))
            .append(" to ")
            .append(sentences.day(shown.getLast().session()))
            .append(". The article says “")
            .append(checked.claim().at().text())
            .append("”.");
    for (Proof.Point point : points) {
      out.append(' ')
          .append(sentences.day(point.day()))
          .append(": ")
          .append(labelled(point).substring(point.label().indexOf(':') + 1).strip())
          .append('.');
    }
    return out.toString();
  }
}
