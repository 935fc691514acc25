package io.quotemark.market.verdicts;

import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.EvidenceNeed.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The prices that a check looks at, put together for {@link Check#looksAt}. */
final class Looks {
  /** A comparison over more than this many days counts in the shares of its end. */
  private static final int DAYS_WITHOUT_SPLIT = 31;

  /** What reaches further back compares with all there is. */
  private static final LocalDate BEGINNING = LocalDate.of(1800, 1, 1);

  private final Question q;
  private final List<EvidenceNeed> all = new ArrayList<>();

  private Looks(Question q) {
    this.q = q;
  }

  /** No prices would decide it. */
  static List<EvidenceNeed> nowhere() {
    return List.of();
  }

  /** At the session and all before it from a day on; {@link LocalDate#MIN} for all there are. */
  static Looks since(Question q, LocalDate from, Needed needed) {
    Looks looks = new Looks(q);
    Set<Field> fields = EnumSet.of(Field.CLOSE);
    needed.toAffirm().forEach(field -> fields.add(field(field)));
    needed.toContradict().forEach(field -> fields.add(field(field)));
    return looks.and(q.listing(), from, fields);
  }

  static Looks atSession(Question q, Needed needed) {
    return since(q, q.session(), needed);
  }

  static Looks withSessionBefore(Question q, Needed needed) {
    return since(q, q.calendar().previous(q.session()), needed);
  }

  /** At another listing's prices too. */
  Looks and(ListingId listing, LocalDate from, Set<Field> fields) {
    @Nullable LocalDate first = from.isBefore(BEGINNING) ? null : q.calendar().onOrBefore(from);
    if (first != null && first.isAfter(q.session())) {
      first = q.session();
    }
    Set<Field> wanted = listing.isCurrencyPair() ? EnumSet.of(Field.CLOSE) : EnumSet.copyOf(fields);
    boolean far = first == null || first.isBefore(q.session().minusDays(DAYS_WITHOUT_SPLIT));
    if (far && !listing.isCurrencyPair() && !listing.isIndex()) {
      wanted.add(Field.SPLITS);
    }
    all.add(new EvidenceNeed(listing, first, q.session(), wanted));
    return this;
  }

  /** At the reference rate of the session from the listing's own currency to another, if any. */
  Looks rateTo(@Nullable String currency) {
    Optional<String> own = q.market().securities().listing(q.listing()).map(Listing::currency);
    return own.isEmpty() ? this : rate(own.get(), currency);
  }

  Looks rate(String from, @Nullable String to) {
    if (to != null && !to.equals(from)) {
      all.add(rate(q.market(), from, to, q.session()));
    }
    return this;
  }

  /** The reference rate of a day, or the last one before it; offshore yuan have the onshore's. */
  static EvidenceNeed rate(Market market, String from, String to, LocalDate on) {
    ListingId pair =
        ListingId.currencyPair(from.equals("CNH") ? "CNY" : from, to.equals("CNH") ? "CNY" : to);
    LocalDate day = market.calendar(pair).onOrBefore(on);
    return new EvidenceNeed(pair, day, day, EnumSet.of(Field.CLOSE));
  }

  Looks volume() {
    all.replaceAll(
        need -> need.listing().equals(q.listing()) ? need.with(EnumSet.of(Field.VOLUME)) : need);
    return this;
  }

  List<EvidenceNeed> all() {
    return List.copyOf(all);
  }

  private static Field field(PriceField field) {
    return switch (field) {
      case OPEN -> Field.OPEN;
      case HIGH -> Field.HIGH;
      case LOW -> Field.LOW;
      case CLOSE, LAST, PRE, POST -> Field.CLOSE;
    };
  }
}
