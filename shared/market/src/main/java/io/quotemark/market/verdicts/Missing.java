package io.quotemark.market.verdicts;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.EvidenceNeed.Field;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.calendar.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of the prices that a check looks at is not in store. Asked only of claims that were not
 * decided for want of prices; whether they are is the check's word alone.
 */
final class Missing {
  /** Codes that say that prices are missing, beside {@link Outcome#PENDING}. */
  private static final Set<Unverifiable> CODES =
      EnumSet.of(
          Unverifiable.NO_PRICE_DATA, Unverifiable.HISTORY_TOO_SHORT, Unverifiable.HISTORY_GAP);

  /**
   * ISO 10383's code for no market: companies of there are made up, and so are all their prices.
   */
  static final String NO_MARKET = "XXXX";

  private final Market market;

  /** Sessions without bars, or whose bars lack fields, by history: worked out once. */
  private final Map<Source, NavigableSet<LocalDate>> holes = new HashMap<>();

  private record Source(ListingId listing, String name, Set<Field> fields) {}

  Missing(Market market) {
    this.market = market;
  }

  /** Where nothing of the listing is in store: all that is looked at, but for what is there. */
  List<EvidenceNeed> of(Question q, Check check) {
    List<EvidenceNeed> needs = new ArrayList<>();
    check.looksAt(q).forEach(look -> needs.addAll(of(look, history(look.listing()))));
    return needs;
  }

  /** Where a check did not decide; none where it was not for want of prices. */
  List<EvidenceNeed> of(Question q, Check check, Finding finding) {
    boolean pending = finding.outcome() == Outcome.PENDING;
    if (!pending && !CODES.contains(finding.code())) {
      return List.of();
    }
    boolean adjusted = q.history().series().isStillAdjusted();
    List<EvidenceNeed> needs = new ArrayList<>();
    for (EvidenceNeed look : check.looksAt(q)) {
      boolean own = look.listing().equals(q.listing());
      if (own && adjusted) {
        needs.add(look.with(EnumSet.of(Field.SPLITS, Field.DIVIDENDS)));
      } else {
        needs.addAll(of(look, own ? Optional.of(q.history()) : history(look.listing())));
      }
    }
    boolean bad = pending || finding.code() == Unverifiable.HISTORY_GAP;
    if (needs.isEmpty() && bad && !q.listing().mic().equals(NO_MARKET)) {
      // the bars are there, and are no good: taken too early, or filled in
      check.looksAt(q).stream()
          .filter(look -> look.listing().equals(q.listing()))
          .map(look -> look.over(q.calendar().previous(q.session()), q.session()))
          .forEach(needs::add);
    }
    return needs;
  }

  private Optional<History> history(ListingId listing) {
    return market.history(listing);
  }

  private List<EvidenceNeed> of(EvidenceNeed whole, Optional<History> stored) {
    if (whole.listing().mic().equals(NO_MARKET)) {
      return List.of();
    }
    EvidenceNeed look = sinceListed(whole);
    if (stored.isEmpty()) {
      return List.of(look);
    }
    History history = stored.get();
    TradingCalendar calendar = market.calendar(look.listing());
    List<EvidenceNeed> needs = new ArrayList<>();
    @Nullable LocalDate from = look.from();
    if (from == null) {
      from = listed(look.listing()).filter(history.first()::isAfter).orElse(history.first());
    }
    if (from.isBefore(history.first())) {
      LocalDate end = calendar.previous(history.first());
      LocalDate last = end.isBefore(look.to()) ? end : look.to();
      if (!last.isBefore(from)) {
        needs.add(look.over(from, last));
      }
    }
    NavigableSet<LocalDate> within =
        holes(history, look.fields()).headSet(look.to(), true).tailSet(from, true);
    if (!within.isEmpty()) {
      needs.add(look.over(within.first(), within.last()));
    }
    if (history.last().isBefore(look.to())) {
      LocalDate next = calendar.next(history.last());
      LocalDate first = next.isBefore(from) ? from : next;
      if (!first.isAfter(look.to())) {
        needs.add(look.over(first, look.to()));
      }
    }
    return needs;
  }

  /** Of before a listing's first day there are no prices to be had. */
  private EvidenceNeed sinceListed(EvidenceNeed look) {
    LocalDate from = look.from();
    return listed(look.listing())
        .filter(first -> from != null && first.isAfter(from) && !first.isAfter(look.to()))
        .map(first -> look.over(first, look.to()))
        .orElse(look);
  }

  /** The first day of the listing, where the securities master knows it. */
  private Optional<LocalDate> listed(ListingId listing) {
    return market.securities().listing(listing).map(one -> one.validFrom());
  }

  private NavigableSet<LocalDate> holes(History history, Set<Field> fields) {
    Source source =
        new Source(history.series().listing(), history.series().source(), Set.copyOf(fields));
    return holes.computeIfAbsent(source, s -> found(history, fields));
  }

  private NavigableSet<LocalDate> found(History history, Set<Field> fields) {
    NavigableSet<LocalDate> found = new TreeSet<>();
    TradingCalendar calendar = market.calendar(history.series().listing());
    LocalDate day = history.first();
    for (int i = 0; i < history.size(); i++) {
      Bar bar = history.at(i);
      for (; day.isBefore(bar.session()); day = day.plusDays(1)) {
        if (calendar.covers(day) && calendar.isSession(day)) {
          found.add(day);
        }
      }
      day = bar.session().plusDays(1);
      if (lacks(bar, fields)) {
        found.add(bar.session());
      }
    }
    return found;
  }

  private static boolean lacks(Bar bar, Set<Field> fields) {
    return (fields.contains(Field.OPEN) && !bar.has(PriceField.OPEN))
        || (fields.contains(Field.HIGH) && !bar.has(PriceField.HIGH))
        || (fields.contains(Field.LOW) && !bar.has(PriceField.LOW))
        || (fields.contains(Field.VOLUME) && (bar.volume() == null || bar.volume() == 0));
  }
}
