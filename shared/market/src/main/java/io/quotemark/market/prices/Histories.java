package io.quotemark.market.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.PriceSeries.Basis;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.packed.Decimals;
import io.quotemark.market.prices.RowProblem.Effect;
import io.quotemark.securities.Securities;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The histories of one table, each only where its prices can be believed. */
final class Histories {
  private static final String ADJUSTED = " (adjusted)";

  private final String fileName;
  private final Instant retrievedAt;
  private final RowReader reader;
  private final List<RowProblem> problems = new ArrayList<>();
  private final List<PriceSeries> series = new ArrayList<>();

  /** What was assumed, with the listings it was assumed of. */
  private final Map<String, List<ListingId>> assumed = new LinkedHashMap<>();

  Histories(
      String fileName, CsvTable table, Instant retrievedAt, Securities master, Calendars calendars)
      throws CsvTable.NoTable {
    this.fileName = fileName;
    this.retrievedAt = retrievedAt;
    this.reader = new RowReader(fileName, table, retrievedAt, master, calendars);
  }

  PriceFile read() throws CsvTable.NoTable {
    Map<RowReader.Key, Collected> collected = reader.read();
    Map<RowReader.Key, Delivered> histories = new TreeMap<>();
    for (Map.Entry<RowReader.Key, Collected> rows : collected.entrySet()) {
      histories.put(rows.getKey(), rows.getValue().delivered(rows.getKey().listing()));
    }
    problems.addAll(reader.problems());
    for (Map.Entry<RowReader.Key, Delivered> history : histories.entrySet()) {
      take(
          history.getKey(),
          history.getValue(),
          java.util.Objects.requireNonNull(collected.get(history.getKey())));
    }
    for (Map.Entry<String, List<ListingId>> one : assumed.entrySet()) {
      List<ListingId> listings = one.getValue();
      problems.add(
          RowProblem.note(
              fileName,
              (listings.size() == 1
                      ? listings.getFirst().toString()
                      : "%s and %d more".formatted(listings.getFirst(), listings.size() - 1))
                  + ": "
                  + one.getKey()));
    }
    problems.sort((one, other) -> Long.compare(one.line(), other.line()));
    if (series.isEmpty() && problems.stream().noneMatch(p -> p.effect() == Effect.REFUSED)) {
      problems.addFirst(RowProblem.refused(fileName, "no usable row"));
    }
    return new PriceFile(series, problems, reader.levelsChecked(), takenFor());
  }

  private String takenFor() {
    String name = reader.layout().name();
    String leftOut = reader.leftOut();
    return name + (name.isEmpty() || leftOut.isEmpty() ? "" : "; ") + leftOut;
  }

  private void take(RowReader.Key key, Delivered delivered, Collected rows) {
    if ((delivered.rows().isEmpty() && rows.noSessions().isEmpty())
        || isRefused(key.listing(), rows)) {
      return;
    }
    Delivered history = reader.levelsChecked() ? delivered : ofOneUnit(delivered, rows);
    if (history.rows().isEmpty()) {
      return;
    }
    if (OpenAndClose.swapped(history.rows())) {
      refuse(
          key.listing(),
          "sessions do not open where the one before closed, but close where it opened: the columns open and close look swapped; correct the header");
      return;
    }
    Optional<String> noPrices = reader.levelsChecked() ? Optional.empty() : noPrices(history);
    if (noPrices.isPresent()) {
      refuse(key.listing(), noPrices.get() + "; state '# level: checked' if they are right");
      return;
    }
    switch (BasisProof.of(withoutFill(history), LocalDate.ofInstant(retrievedAt, ZoneOffset.UTC))) {
      case BasisProof.Finding.Refused refused -> refuse(key.listing(), refused.reason());
      case BasisProof.Finding.Known known -> {
        if (known.how() != null) {
          assumed.computeIfAbsent(known.how(), how -> new ArrayList<>()).add(key.listing());
        }
        if (AsTraded.plausible(known.history(), known.basis())) {
          series.add(series(key, known));
        } else {
          refuse(key.listing(), "its splits lead to impossible prices");
        }
      }
    }
  }

  private void refuse(ListingId listing, String why) {
    problems.add(RowProblem.refused(fileName, listing + ": " + why));
  }

  /** Prices that could decide a verdict of another share or session, or none at all. */
  private boolean isRefused(ListingId listing, Collected rows) {
    if (reader.isUnknown(listing)) {
      if (!reader.isStated(listing)) {
        problems.add(
            RowProblem.refused(
                fileName,
                listing
                    + " is not in the securities master, so no article can name it. Correct the name; if it is meant, add it to listings of your own, or state '# listing: "
                    + listing
                    + "' in the file"));
        return true;
      }
      problems.add(
          RowProblem.note(
              fileName,
              listing
                  + " is not in the securities master: its prices are stored, but no article can name it until listings of your own have it"));
    }
    Optional<String> none = rows.noSessions();
    if (none.isPresent()) {
      refuse(listing, none.get());
    }
    return none.isPresent();
  }

  /** The history without its bars of another unit; without any where it is not known which. */
  private Delivered ofOneUnit(Delivered history, Collected rows) {
    return switch (UnitLevels.of(history)) {
      case UnitLevels.Finding.Even even -> history;
      case UnitLevels.Finding.SomeOff(SortedMap<LocalDate, String> bars) -> {
        bars.forEach((session, reason) ->
            problems.add(RowProblem.dropped(fileName, rows.line(session), reason)));
        yield history.withRows(
            history.rows().stream().filter(row -> !bars.containsKey(row.session())).toList());
      }
      case UnitLevels.Finding.Mixed(String reason) -> {
        refuse(history.listing(), reason);
        yield history.withRows(List.of());
      }
    };
  }

  private static Optional<String> noPrices(Delivered history) {
    return FlatBars.refusal(history).or(() -> PriceGrid.refusal(history));
  }

  /** The history without highs and lows that are nothing but its closes. */
  private Delivered withoutFill(Delivered history) {
    int flat = FlatBars.closesAlone(history);
    if (flat == 0) {
      return history;
    }
    problems.add(
        RowProblem.note(
            fileName,
            "%s: %d of %d bars give one price as open, high, low and close: taken for closes alone"
                .formatted(history.listing(), flat, history.rows().size())));
    return FlatBars.withoutFill(history);
  }

  private PriceSeries series(RowReader.Key key, BasisProof.Finding.Known known) {
    boolean kept = known.basis() == Basis.STILL_ADJUSTED;
    return new PriceSeries(
        key.listing(),
        // apart from what the same file may bring later as traded: the two must never mix
        kept ? RowReader.shortened(key.source(), ADJUSTED) : key.source(),
        known.basis(),
        retrievedAt,
        Decimals.evenPlaces(AsTraded.bars(known.history(), known.basis())),
        kept ? List.of() : known.history().splits(),
        kept ? List.of() : AsTraded.dividends(known.history(), known.basis()),
        reader.sample());
  }
}
