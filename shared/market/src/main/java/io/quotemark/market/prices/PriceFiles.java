package io.quotemark.market.prices;

import io.quotemark.domain.ListingId;
import io.quotemark.domain.PriceSeries;
import io.quotemark.domain.Securities;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.prices.RowProblem.Effect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Reads the price files operators drop: one row a session under a header that names date, open,
 * high, low and close (Yahoo-, Stooq-, EODHD- and Alpha-Vantage-like names), and the ECB's
 * reference rates.
 *
 * <p>The listing stands in a column ({@code listing}, {@code symbol}, {@code ticker}) or in the
 * file's name. A bar of a day on which its exchange is known not to have traded is dropped, and a
 * listing that the securities master does not have is refused unless a comment line names it.
 * Comment lines may state what the rows cannot: {@code # listing: XHKG:9988}, {@code # basis:
 * as_traded | split_adjusted | dividend_adjusted}, {@code # source: …}, {@code # unit: GBX}, {@code
 * # split: 2024-06-10 10:1} (also one after the last row), {@code # level: checked} (jumps that
 * look like another unit are real), {@code # sample: …}.
 */
public final class PriceFiles {
  private static final int MOST_PROBLEMS = 200;
  private static final Securities NO_MASTER = new Securities("none", List.of());

  private PriceFiles() {}

  /** Read when the first file is: not every function that has this class reads one. */
  private static final class Sessions {
    private static final Calendars OF = Calendars.load();
  }

  /** Without a securities master: the file must name the exchange of its listing. */
  public static PriceFile parse(String fileName, byte[] csv, Instant retrievedAt) {
    return parse(fileName, csv, retrievedAt, NO_MASTER);
  }

  /**
   * @param fileName last part names the listing where no column does
   * @param retrievedAt when the file was delivered; sessions after it are refused
   * @param master resolves symbols without an exchange ({@code BABA}), and units (pence)
   */
  public static PriceFile parse(
      String fileName, byte[] csv, Instant retrievedAt, Securities master) {
    try {
      CsvTable table = CsvTable.read(csv);
      if (ReferenceRates.recognises(table)) {
        return limited(fileName, ReferenceRates.read(fileName, table, retrievedAt));
      }
      return limited(fileName, history(fileName, table, retrievedAt, master));
    } catch (CsvTable.NoTable unreadable) {
      return PriceFile.refused(fileName, String.valueOf(unreadable.getMessage()));
    }
  }

  private static PriceFile history(
      String fileName, CsvTable table, Instant retrievedAt, Securities master)
      throws CsvTable.NoTable {
    RowReader reader = new RowReader(fileName, table, retrievedAt, master, Sessions.OF);
    Map<RowReader.Key, RowReader.Collected> collected = reader.read();
    Map<RowReader.Key, Delivered> histories = new LinkedHashMap<>();
    collected.forEach((key, rows) -> histories.put(key, rows.delivered(key.listing())));
    List<RowProblem> problems = new ArrayList<>(reader.problems());
    List<PriceSeries> series = new ArrayList<>();
    collected.forEach((key, rows) -> {
      Delivered delivered = Objects.requireNonNull(histories.get(key));
      if (delivered.rows().isEmpty() || isRefused(fileName, reader, key, rows, problems)) {
        return;
      }
      Delivered history =
          reader.levelsChecked() ? delivered : ofOneUnit(fileName, delivered, rows, problems);
      if (history.rows().isEmpty()) {
        return;
      }
      if (OpenAndClose.swapped(history.rows())) {
        problems.add(
            RowProblem.refused(
                fileName,
                key.listing()
                    + ": sessions do not open where the one before closed, but close where it opened: the columns open and close look swapped; correct the header"));
        return;
      }
      switch (BasisProof.of(history)) {
        case BasisProof.Finding.Refused refused ->
            problems.add(RowProblem.refused(fileName, key.listing() + ": " + refused.reason()));
        case BasisProof.Finding.Known known -> {
          if (known.how() != null) {
            problems.add(RowProblem.note(fileName, key.listing() + ": " + known.how()));
          }
          if (AsTraded.plausible(known.history(), known.basis())) {
            series.add(asTraded(key, known, retrievedAt, reader.sample()));
          } else {
            problems.add(
                RowProblem.refused(
                    fileName, key.listing() + ": its splits lead to impossible prices"));
          }
        }
      }
    });
    problems.sort(Comparator.comparingLong(RowProblem::line));
    if (series.isEmpty() && problems.stream().noneMatch(p -> p.effect() == Effect.REFUSED)) {
      problems.addFirst(RowProblem.refused(fileName, "no usable row"));
    }
    return new PriceFile(series, problems, reader.levelsChecked());
  }

  /** Prices that could decide a verdict of another share or session, or none at all. */
  private static boolean isRefused(
      String fileName,
      RowReader reader,
      RowReader.Key key,
      RowReader.Collected rows,
      List<RowProblem> problems) {
    if (reader.isUnknown(key.listing())) {
      if (!reader.isStated(key.listing())) {
        problems.add(
            RowProblem.refused(
                fileName,
                key.listing()
                    + " is not in the securities master, so no article can name it. Correct the name; if it is meant, add it to listings of your own, or state '# listing: "
                    + key.listing()
                    + "' in the file"));
        return true;
      }
      problems.add(
          RowProblem.note(
              fileName,
              key.listing()
                  + " is not in the securities master: its prices are stored, but no article can name it until listings of your own have it"));
    }
    Optional<String> shifted = rows.shifted();
    shifted.ifPresent(
        why -> problems.add(RowProblem.refused(fileName, key.listing() + ": " + why)));
    return shifted.isPresent();
  }

  /** The history without its bars of another unit; without any where it is not known which. */
  private static Delivered ofOneUnit(
      String fileName, Delivered history, RowReader.Collected rows, List<RowProblem> problems) {
    return switch (UnitLevels.of(history)) {
      case UnitLevels.Finding.Even even -> history;
      case UnitLevels.Finding.SomeOff(SortedMap<LocalDate, String> bars) -> {
        bars.forEach((session, reason) ->
            problems.add(RowProblem.dropped(fileName, rows.line(session), reason)));
        yield history.withRows(
            history.rows().stream().filter(row -> !bars.containsKey(row.session())).toList());
      }
      case UnitLevels.Finding.Mixed(String reason) -> {
        problems.add(RowProblem.refused(fileName, history.listing() + ": " + reason));
        yield history.withRows(List.of());
      }
    };
  }

  private static PriceSeries asTraded(
      RowReader.Key key, BasisProof.Finding.Known known, Instant retrievedAt, boolean sample) {
    return new PriceSeries(
        key.listing(),
        key.source(),
        known.basis(),
        retrievedAt,
        Decimals.evenPlaces(AsTraded.bars(known.history(), known.basis())),
        known.history().splits(),
        AsTraded.dividends(known.history(), known.basis()),
        sample);
  }

  private static PriceFile limited(String fileName, PriceFile file) {
    int more = file.problems().size() - MOST_PROBLEMS;
    if (more <= 0) {
      return file;
    }
    List<RowProblem> first = new ArrayList<>(file.problems().subList(0, MOST_PROBLEMS));
    first.add(RowProblem.note(fileName, more + " more problems are not listed"));
    return new PriceFile(file.series(), first, file.levelsChecked());
  }

  /** Which listing a file's name means, where it can be told. */
  public static Optional<ListingId> listingOf(String fileName, Securities master) {
    return new Symbols(master).ofFileName(fileName);
  }
}
