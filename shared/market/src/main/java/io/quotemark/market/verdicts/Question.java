package io.quotemark.market.verdicts;

import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * One claim put to one source's bars, taken to speak of one session.
 *
 * @param group the claims of the same statement about the same listing, this one among them
 */
public record Question(
    Claim claim,
    List<Claim> group,
    ListingId listing,
    TradingCalendar calendar,
    History history,
    LocalDate session,
    Publication publication,
    Market market) {
  /** Days after a session in which its bar may still come. */
  private static final int LATE_DAYS = 30;

  /** The session's bar; asked only after {@link #missing} found nothing missing. */
  public Bar bar() {
    return history
        .bar(session)
        .orElseThrow(() -> new IllegalStateException("no bar of " + listing + " on " + session));
  }

  Question onSession(LocalDate other) {
    return new Question(claim, group, listing, calendar, history, other, publication, market);
  }

  Question from(History other) {
    return new Question(claim, group, listing, calendar, other, session, publication, market);
  }

  /** The printed figure; only of kinds that have one. */
  Optional<Printed> printed() {
    BigDecimal value = claim.value();
    BigDecimal step = claim.step();
    return value == null || step == null
        ? Optional.empty()
        : Optional.of(new Printed(value, step, claim.hedge()));
  }

  /** The bar of the session before, where no session is missing between. */
  public Optional<Bar> previous() {
    return history
        .before(session)
        .filter(bar -> history.gap(bar.session().plusDays(1), session.minusDays(1)).isEmpty())
        .filter(bar -> bar.session().isAfter(session.minusDays(30)));
  }

  /** Close of the session before, in the shares of this one. */
  public Optional<BigDecimal> previousClose() {
    return previous().map(bar -> history.inSharesOf(bar.close(), bar.session(), session));
  }

  /** The price that the same statement prints beside this claim. */
  Optional<Claim> level() {
    return group.stream()
        .filter(c -> c.kind() == ClaimKind.PRICE_LEVEL || c.kind() == ClaimKind.INDEX_LEVEL)
        .filter(c -> !c.equals(claim) && c.value() != null)
        .findFirst();
  }

  /** "fell 3.3 percent to $37.89": the same verb leads to a price that is the close. */
  boolean leadsToClose() {
    return level()
        .filter(level -> overlap(level.at(), claim.at()))
        .flatMap(this::fitOfClose)
        .filter(fit -> fit == Printed.Fit.EXACT || fit == Printed.Fit.ROUNDED)
        .isPresent();
  }

  private Optional<Printed.Fit> fitOfClose(Claim level) {
    BigDecimal value = level.value();
    BigDecimal step = level.step();
    return value == null || step == null
        ? Optional.empty()
        : Optional.of(new Printed(value, step, null).fit(bar().close()));
  }

  private static boolean overlap(Span one, Span other) {
    return one.in() == other.in() && one.start() < other.end() && other.start() < one.end();
  }

  /** A printed price that the session did show, the close left aside. */
  Optional<BigDecimal> levelInRange() {
    return level()
        .map(Claim::value)
        .filter(v -> v.compareTo(bar().low()) >= 0 && v.compareTo(bar().high()) <= 0);
  }

  /**
   * Whether the statement's figures bear each other out, so that nobody can be accused of one of
   * them: a move beside a price in a currency that the listing has not is of another market; and a
   * level to which the move leads from the close before, and which the session showed, was paid.
   */
  boolean bearOut() {
    boolean move = claim.kind() == ClaimKind.MOVE_PCT || claim.kind() == ClaimKind.MOVE_ABS;
    Optional<Claim> level = move ? level() : Optional.of(claim);
    if (level.isEmpty() || level.get().kind() != ClaimKind.PRICE_LEVEL) {
      return false;
    }
    String currency = level.get().currency();
    boolean abroad =
        currency != null
            && market.securities().listing(listing).stream()
                .noneMatch(l -> l.currency().equals(currency));
    if (abroad) {
      return move;
    }
    return shown(level.get())
        && (move
            ? leadsTo(claim, level.get())
            : group.stream().anyMatch(m -> leadsTo(m, level.get())));
  }

  private boolean shown(Claim level) {
    BigDecimal value = level.value();
    return value != null && value.compareTo(bar().low()) >= 0 && value.compareTo(bar().high()) <= 0;
  }

  private boolean leadsTo(Claim move, Claim level) {
    BigDecimal before = previousClose().orElse(null);
    BigDecimal by = move.value();
    BigDecimal step = move.step();
    BigDecimal price = level.value();
    if (before == null || by == null || step == null || price == null) {
      return false;
    }
    BigDecimal apart = price.subtract(before);
    BigDecimal half = step.divide(BigDecimal.valueOf(2));
    return switch (move.kind()) {
      case MOVE_ABS -> apart.compareTo(by) == 0;
      case MOVE_PCT ->
          apart
                  .subtract(before.multiply(by).movePointLeft(2))
                  .abs()
                  .compareTo(before.multiply(half).movePointLeft(2))
              <= 0;
      default -> false;
    };
  }

  /** Whether the words of the statement speak of the close, so that nothing else will do. */
  public boolean wordedAsClose() {
    return claim.field() == PriceField.CLOSE
        || (claim.field() == null
            && level()
                .filter(c -> c.field() == PriceField.CLOSE && !ofAnotherSession(c))
                .isPresent());
  }

  /** "down 2 percent at $28.70 on Tuesday after a 4 percent slide on Monday". */
  private boolean ofAnotherSession(Claim other) {
    return !(claim.session() instanceof SessionWords.Unstated)
        && !(other.session() instanceof SessionWords.Unstated)
        && !claim.session().equals(other.session());
  }

  /** The listing's own currency, where the claim prints another. */
  Optional<String> otherCurrency() {
    String printed = "CNH".equals(claim.currency()) ? "CNY" : claim.currency();
    return market
        .securities()
        .listing(listing)
        .map(Listing::currency)
        .filter(own -> printed != null && !own.equals(printed));
  }

  public boolean afterClose() {
    return publication.afterClose(calendar, session);
  }

  public boolean upward() {
    return claim.direction() != Direction.LOW
        && claim.direction() != Direction.DOWN
        && claim.direction() != Direction.BELOW;
  }

  /** Why the session's own bar cannot be looked at. */
  Optional<Finding> missing() {
    if (history.bar(session).isPresent()) {
      return Optional.empty();
    }
    if (session.isBefore(history.first())) {
      return Optional.of(
          Finding.unverifiable(
              Unverifiable.HISTORY_TOO_SHORT,
              "the history of %s starts on %s, after the session of %s"
                  .formatted(listing, history.first(), session)));
    }
    if (!history.reaches(session) && isOver()) {
      return Optional.of(
          Finding.unverifiable(
              Unverifiable.HISTORY_TOO_SHORT,
              "the history of %s ends on %s, before the session of %s"
                  .formatted(listing, history.last(), session)));
    }
    if (!history.reaches(session)) {
      return Optional.of(
          Finding.pending(
              "the bar of %s for %s is not in yet; the last one is of %s"
                  .formatted(listing, session, history.last())));
    }
    return Optional.of(
        calendar.covers(session)
            ? Finding.unverifiable(
                Unverifiable.HISTORY_GAP,
                "the history of %s has no bar for the session of %s".formatted(listing, session))
            : Finding.unverifiable(
                Unverifiable.MARKET_CLOSED,
                "the history of %s knows no session on %s".formatted(listing, session)));
  }

  /** Whether the source was asked so long after the session that it will not bring it by itself. */
  private boolean isOver() {
    LocalDate asked = LocalDate.ofInstant(history.series().retrievedAt(), ZoneOffset.UTC);
    return session.plusDays(LATE_DAYS).isBefore(asked);
  }

  Finding noPrevious() {
    return session.equals(history.first())
        ? Finding.unverifiable(
            Unverifiable.HISTORY_TOO_SHORT,
            "the history of %s starts with this session, so the previous close is not known"
                .formatted(listing))
        : Finding.unverifiable(
            Unverifiable.HISTORY_GAP,
            "the history of %s lacks the session before %s".formatted(listing, session));
  }
}
