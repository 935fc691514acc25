package io.quotemark.market.prices;

import io.quotemark.domain.ListingId;
import io.quotemark.domain.PriceSeries;
import io.quotemark.domain.Securities;
import io.quotemark.market.prices.RowProblem.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the price files operators drop: one row a session under a header that names date, open,
 * high, low and close (Yahoo-, Stooq-, EODHD- and Alpha-Vantage-like names), and the ECB's
 * reference rates.
 *
 * <p>The listing stands in a column ({@code listing}, {@code symbol}, {@code ticker}) or in the
 * file's name. Comment lines may state what the rows cannot: {@code # listing: XHKG:9988}, {@code #
 * basis: as_traded | split_adjusted | dividend_adjusted}, {@code # source: …}, {@code # unit: GBX},
 * {@code # split: 2024-06-10 10:1} (also one after the last row), {@code # sample: …}.
 */
public final class PriceFiles {
  private static final int MOST_PROBLEMS = 200;
  private static final Securities NO_MASTER = new Securities("none", List.of());

  private PriceFiles() {}

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
    RowReader reader = new RowReader(fileName, table, retrievedAt, master);
    Map<RowReader.Key, RowReader.Collected> collected = reader.read();
    List<RowProblem> problems = new ArrayList<>(reader.problems());
    List<PriceSeries> series = new ArrayList<>();
    collected.forEach((key, rows) -> {
      Delivered history = rows.delivered(key.listing());
      if (history.rows().isEmpty()) {
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
    return new PriceFile(series, problems);
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
    return new PriceFile(file.series(), first);
  }

  /** Which listing a file's name means, where it can be told. */
  public static Optional<ListingId> listingOf(String fileName, Securities master) {
    return new Symbols(master).ofFileName(fileName);
  }
}
