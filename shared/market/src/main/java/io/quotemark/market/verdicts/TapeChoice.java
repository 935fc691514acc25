package io.quotemark.market.verdicts;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.claim.ListingEvidence;
import io.quotemark.domain.claim.Modality;
import io.quotemark.domain.claim.SubjectReading;
import io.quotemark.domain.claim.Wording.Naming;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets the bars choose among the companies that a statement can be read of (rule 12): where its
 * level and its move together fit one of them and no other, that one is meant. A level alone, or a
 * move alone, chooses nobody: chance meets either too easily.
 */
public final class TapeChoice {
  /** Opens the reason that a listing was chosen for. */
  private static final ListingEvidence FITS =
      new ListingEvidence(ListingEvidence.Kind.TAPE, "level and move fit");

  /** A move printed no finer than this fits too many prices to choose by. */
  private static final BigDecimal COARSE = new BigDecimal("0.1");

  private final Market market;
  private final Publication publication;

  public TapeChoice(Market market, @Nullable PublicationTime published) {
    this.market = market;
    this.publication = Publication.of(published);
  }

  /** The claims in their order, with the listing that the bars chose where they chose one. */
  public List<Claim> of(List<Claim> claims) {
    Map<String, List<Claim>> groups = new HashMap<>();
    for (Claim claim : claims) {
      if (!claim.readings().isEmpty()) {
        List<Claim> group = groups.get(claim.group());
        if (group == null) {
          group = new ArrayList<>();
          groups.put(claim.group(), group);
        }
        group.add(claim);
      }
    }
    Map<String, SubjectReading> chosen = new HashMap<>();
    for (Map.Entry<String, List<Claim>> group : groups.entrySet()) {
      SubjectReading reading = chosen(group.getValue()).orElse(null);
      if (reading != null) {
        chosen.put(group.getKey(), reading);
      }
    }
    return chosen.isEmpty()
        ? claims
        : claims.stream()
            .map(claim -> {
              SubjectReading reading = chosen.get(claim.group());
              return reading == null || claim.readings().isEmpty() ? claim : read(claim, reading);
            })
            .toList();
  }

  /** What a verdict says of a listing that was chosen by its bars; empty for any other. */
  public static Optional<String> told(Claim claim) {
    ListingChoice choice = claim.listing();
    boolean chosen = choice != null && choice.hasEvidence(ListingEvidence.Kind.TAPE);
    return chosen
        ? Optional.of(
            "%s was chosen by the tape: of the companies that the words can mean, level and move together fit it alone"
                .formatted(claim.subject()))
        : Optional.empty();
  }

  private static Claim read(Claim claim, SubjectReading reading) {
    List<ListingEvidence> why = new ArrayList<>();
    why.add(FITS);
    why.addAll(reading.listing().why());
    List<ListingChoice.Rejected> rejected = new ArrayList<>(reading.listing().rejected());
    ListingChoice before = claim.listing();
    if (before != null) {
      rejected.add(
          new ListingChoice.Rejected(before.id(), ListingEvidence.Kind.TAPE, before.why()));
    }
    ListingChoice choice =
        new ListingChoice(reading.listing().id(), reading.listing().score(), why, rejected);
    return claim.toBuilder().subject(reading.subject()).listing(choice).build();
  }

  private Optional<SubjectReading> chosen(List<Claim> group) {
    Claim level = null;
    List<Claim> moves = new ArrayList<>();
    for (Claim claim : group) {
      if (claim.kind() == ClaimKind.PRICE_LEVEL && isOfSession(claim)) {
        if (level != null) {
          return Optional.empty(); // of several levels, nobody knows which goes with the move
        }
        level = claim;
      } else if (isMove(claim)) {
        moves.add(claim);
      }
    }
    if (level == null || moves.isEmpty() || !isOpen(level) || ownFits(level, moves)) {
      return Optional.empty();
    }
    List<SubjectReading> fitting = new ArrayList<>();
    for (SubjectReading reading : level.readings()) {
      if (fits(level, moves, reading.listing().id())) {
        fitting.add(reading);
      }
    }
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private static boolean isOfSession(Claim claim) {
    PriceField field = claim.field();
    return (field == PriceField.LAST || field == PriceField.CLOSE || field == null)
        && claim.modality() == Modality.ASSERTED
        && claim.hedge() == null
        && claim.value() != null;
  }

  private static boolean isMove(Claim claim) {
    boolean move = claim.kind() == ClaimKind.MOVE_PCT || claim.kind() == ClaimKind.MOVE_ABS;
    BigDecimal step = claim.step();
    return move
        && isOfSession(claim)
        && step != null
        && (claim.kind() == ClaimKind.MOVE_ABS || step.compareTo(COARSE) <= 0);
  }

  /**
   * Whether the words leave room for another company: none was found, its own bars do not fit, or
   * it has none and is only referred to.
   */
  private boolean isOpen(Claim level) {
    ListingChoice own = level.listing();
    if (own == null) {
      return level.wording().naming() != Naming.TICKER;
    }
    List<History> bars = market.histories(own.id());
    Naming naming = level.wording().naming();
    return !bars.isEmpty() || naming == Naming.REFERENCE || naming == Naming.CARRIED;
  }

  private boolean fits(Claim level, List<Claim> moves, ListingId listing) {
    List<History> sources = market.histories(listing);
    if (sources.isEmpty()) {
      return false;
    }
    TradingCalendar calendar = market.calendar(listing);
    for (LocalDate session : new SessionFinder(calendar, publication).find(level).plausible()) {
      Question q =
          new Question(
              level,
              List.of(level),
              listing,
              calendar,
              sources.getFirst(),
              session,
              publication,
              market);
      if (q.missing().isEmpty() && q.otherCurrency().isEmpty() && fits(q, moves)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(Question q, List<Claim> moves) {
    Optional<BigDecimal> reference = q.previousClose();
    BigDecimal printed = q.claim().value();
    if (reference.isEmpty() || printed == null) {
      return false;
    }
    boolean shown = printed.compareTo(q.bar().low()) >= 0 && printed.compareTo(q.bar().high()) <= 0;
    BigDecimal previous = reference.get();
    return shown
        && moves.stream()
            .allMatch(move -> {
              BigDecimal moved =
                  move.kind() == ClaimKind.MOVE_ABS
                      ? printed.subtract(previous)
                      : Percent.move(previous, printed);
              BigDecimal value = move.value();
              BigDecimal step = move.step();
              return value != null
                  && step != null
                  && new Printed(value, step, null).fit(moved).holds();
            });
  }

  /** Whether the statement's own company fits, so that no other needs to be looked for. */
  private boolean ownFits(Claim level, List<Claim> moves) {
    ListingChoice own = level.listing();
    return own != null && fits(level, moves, own.id());
  }
}
