package io.quotemark.storage.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.market.packed.PackedYear;
import io.quotemark.storage.prices.YearItem.Unsettled;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Key;
import io.quotemark.storage.table.Range;
import io.quotemark.storage.table.Schema.Prices;
import io.quotemark.storage.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Prices in DynamoDB: {@code PX#XHKG:9988} / {@code Y#2025#source}, each a packed year.
 *
 * <p>Saving tells which sessions changed, and goes on telling so on every repetition until they are
 * {@link #settle settled}: a crash between the write and the re-checks that follow from it loses
 * none. Writers agree by the digest of what they read; the same content is not written again.
 */
public final class PriceTable implements PriceHistory {
  /** Two writers of one listing's year are rare, four in a row an error. */
  private static final int ATTEMPTS = 5;

  private final Table table;
  private final MinuteTable minutes;
  private final @Nullable JointReads<Map<String, YearItem>> rates;

  /**
   * @param rates by which reference rates are read, null where each is read for itself
   */
  PriceTable(Table table, @Nullable JointReads<Map<String, YearItem>> rates) {
    this.table = table;
    this.minutes = new MinuteTable(table);
    this.rates = rates;
  }

  /** Has rates read anew from now on, which articles that are checked at once may share. */
  public void forget() {
    if (rates != null) {
      rates.forget();
    }
  }

  @Override
  public List<MinuteBars> minutes(Set<ListingSession> sessions) {
    return minutes.read(sessions);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Of several sources the preferred comes first ({@link PriceSeries#PREFERENCE}).
   */
  @Override
  public Tape load(Set<ListingId> listings, LocalDate from, LocalDate to) {
    List<PriceSeries> all = new ArrayList<>();
    for (ListingId listing : new TreeSet<>(listings)) {
      Map<String, List<PriceSeries>> bySource = new TreeMap<>();
      for (YearItem item : items(listing, from.getYear(), to.getYear(), false).values()) {
        bySource
            .computeIfAbsent(item.content().source(), s -> new ArrayList<>())
            .add(item.content());
      }
      List<PriceSeries> found = new ArrayList<>();
      for (List<PriceSeries> years : bySource.values()) {
        PriceSeries series = joined(years, from, to);
        if (!series.bars().isEmpty()) {
          found.add(series);
        }
      }
      found.sort(PriceSeries.PREFERENCE);
      all.addAll(found);
    }
    return new Tape(all);
  }

  private static PriceSeries joined(List<PriceSeries> years, LocalDate from, LocalDate to) {
    PriceSeries newest =
        years.stream().max(Comparator.comparing(PriceSeries::retrievedAt)).orElseThrow();
    List<Bar> bars = new ArrayList<>();
    List<PriceSeries.Split> splits = new ArrayList<>();
    List<PriceSeries.Dividend> dividends = new ArrayList<>();
    for (PriceSeries year : years) {
      year.bars().stream().filter(b -> within(b.session(), from, to)).forEach(bars::add);
      year.splits().stream().filter(s -> within(s.firstSession(), from, to)).forEach(splits::add);
      year.dividends().stream().filter(d -> within(d.exDate(), from, to)).forEach(dividends::add);
    }
    return new PriceSeries(
        newest.listing(),
        newest.source(),
        newest.delivered(),
        newest.retrievedAt(),
        bars,
        splits,
        dividends,
        years.stream().anyMatch(PriceSeries::sample));
  }

  private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /**
   * Adds a delivery to what is stored of its listing and source.
   *
   * @return the stretch whose prices changed and that is not settled yet, from this delivery or an
   *     earlier one; empty where there is none
   */
  public Optional<ChangedPrices> save(PriceSeries series) {
    TreeMap<Integer, PriceSeries> years = new TreeMap<>(PackedYear.byYear(series));
    if (years.isEmpty()) {
      return Optional.empty();
    }
    Map<String, YearItem> stored = items(series.listing(), years.firstKey(), years.lastKey(), true);
    Unsettled stretch = null;
    List<ChangedPrices.Item> open = new ArrayList<>();
    for (Map.Entry<Integer, PriceSeries> year : years.entrySet()) {
      String key = YearItem.sortKey(year.getKey(), series.source());
      YearItem now = save(key, year.getValue(), stored.get(key));
      Unsettled unsettled = now.unsettled();
      if (unsettled != null) {
        stretch = stretch == null ? unsettled : stretch.and(unsettled);
        open.add(new ChangedPrices.Item(now.sortKey(), now.digest()));
      }
    }
    return stretch == null
        ? Optional.empty()
        : Optional.of(
            new ChangedPrices(
                series.listing(), series.source(), stretch.from(), stretch.to(), open));
  }

  private YearItem save(String sortKey, PriceSeries delivered, @Nullable YearItem before) {
    @Nullable YearItem stored = before;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      YearMerge merge =
          stored == null ? YearMerge.first(delivered) : YearMerge.of(stored.content(), delivered);
      if (stored != null && merge.content().equals(stored.content())) {
        return stored;
      }
      YearItem next = YearItem.of(merge.content(), unsettled(stored, merge.changed()), sortKey);
      if (put(next, stored)) {
        return next;
      }
      // another writer, or this one's write whose answer was lost: look again
      stored = item(delivered.listing(), sortKey);
    }
    throw new IllegalStateException(
        "prices of " + delivered.listing() + " " + sortKey + " are being written by others");
  }

  private static @Nullable Unsettled unsettled(
      @Nullable YearItem stored, NavigableSet<LocalDate> changed) {
    @Nullable Unsettled open = stored == null ? null : stored.unsettled();
    if (changed.isEmpty()) {
      return open;
    }
    Unsettled own = new Unsettled(changed.first(), changed.last());
    return open == null ? own : open.and(own);
  }

  private boolean put(YearItem item, @Nullable YearItem stored) {
    return table.putIfSame(item.item(), Attributes.DIGEST, stored == null ? null : stored.digest());
  }

  /**
   * Marks a change as dealt with.
   *
   * @return whether all of it is; false where prices changed again meanwhile, which stays open
   */
  public boolean settle(ChangedPrices changed) {
    boolean all = true;
    for (ChangedPrices.Item item : changed.items()) {
      all &= settle(changed.listing(), item);
    }
    return all;
  }

  private boolean settle(ListingId listing, ChangedPrices.Item item) {
    return table.removeIfSame(
        new Key(Prices.LISTING.of(listing.toString()), item.sortKey()),
        List.of(Attributes.UNSETTLED_FROM, Attributes.UNSETTLED_TO),
        Attributes.DIGEST,
        item.digest());
  }

  private @Nullable YearItem item(ListingId listing, String sortKey) {
    return table
        .get(Prices.LISTING.of(listing.toString()), sortKey)
        .map(YearItem::read)
        .orElse(null);
  }

  private Map<String, YearItem> items(
      ListingId listing, int firstYear, int lastYear, boolean consistent) {
    return rates == null || consistent || !listing.isCurrencyPair()
        ? read(listing, firstYear, lastYear, consistent)
        : rates.get(
            listing + " " + firstYear + " " + lastYear,
            new Callable<>() {
              @Override
              public Map<String, YearItem> call() {
                return read(listing, firstYear, lastYear, false);
              }
            });
  }

  private Map<String, YearItem> read(
      ListingId listing, int firstYear, int lastYear, boolean consistent) {
    Range range =
        Range.of(Prices.LISTING.of(listing.toString()))
            .between(YearItem.sortKey(firstYear, ""), YearItem.sortKey(lastYear + 1, ""));
    Map<String, YearItem> found = new TreeMap<>();
    for (Item item : table.query(consistent ? range.consistently() : range)) {
      YearItem year = YearItem.read(item);
      found.put(year.sortKey(), year);
    }
    return found;
  }
}
